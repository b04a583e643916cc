import { countWords, plainText } from '../text/rich-text.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import { spanOf, type Reading } from '../text/reading.ts';
import { wordCount } from '../text/words.ts';
import type { ReadingSource } from './parse-reading.ts';
import { isAuthoredItem, type LessonFile } from './schemas.ts';
import { feedbackKeys, isRichText, walk } from './walk.ts';

/** Silent reading of a careful 14-year-old, in words a minute. */
const readingSpeed = 200;

/** For thinking, answering and reading what is said to one's own answer, in minutes an item. */
const perItem = 25 / 60;

/** What only some learners read: it is part of `perItem`. */
const occasional: ReadonlySet<PropertyKey> = new Set([...feedbackKeys, 'hints', 'sign', 'tempting']);

function wordsIn(root: unknown, leftOut: ReadonlySet<PropertyKey>): number {
	let words = 0;
	for (const { path, value } of walk(root))
		if (isRichText(value) && !path.some((key) => leftOut.has(key))) words += countWords(plainText(value));
	return words;
}

/**
 * How long a lesson takes, in minutes, not rounded: everything that every learner reads at 200 words a minute, and 25
 * seconds an item. A close reading counts the whole account.
 */
export function measureMinutes(lesson: LessonFile, readings: ReadonlyMap<string, ReadingSource>): number {
	let words = wordsIn(lesson.steps, occasional);
	const shown = lesson.steps.filter(isAuthoredItem).flatMap(({ passages }) => passages);
	for (const { reading: slug, span: id } of shown) {
		const reading = readings.get(slug)?.reading;
		const span = reading && spanOf(reading, id);
		if (reading && span) words += countWords(reading.text.slice(span.start, span.end));
	}
	if (lesson.kind === 'close-reading')
		for (const slug of lesson.readings) words += countWords(readings.get(slug)?.reading.text ?? '');
	return words / readingSpeed + lesson.steps.filter(isAuthoredItem).length * perItem;
}

const afterwards: ReadonlySet<PropertyKey> = new Set([...occasional, 'explanation', 'next']);

/**
 * How long a single item takes, in minutes, not rounded: the question, its passages and the text to be marked at 200 words a
 * minute, and 25 seconds for the rest.
 */
export function measureItem(item: Item, readings: readonly Reading[]): number {
	let words = wordsIn(item, afterwards) + (item.type === 'mark' ? wordCount(item.field) : 0);
	for (const { reading: slug, span: id } of item.passages) {
		const reading = readings.find((candidate) => candidate.slug === slug);
		const span = reading && spanOf(reading, id);
		if (span) words += countWords(reading.text.slice(span.start, span.end));
	}
	return words / readingSpeed + perItem;
}
