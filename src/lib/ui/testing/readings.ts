/** Readings for component tests, cut as the build cuts them. No page loads this file. */
import { cutText } from '../../text/cut-text.ts';
import type { Block, Reading } from '../../text/reading.ts';
import { wordsIn, type WordRange } from '../../text/words.ts';

export function readingOf(paragraphs: readonly string[], language = 'en'): Reading {
	const blocks: Block[] = [];
	let text = '';
	for (const [index, paragraph] of paragraphs.entries()) {
		const start = text.length;
		text += `${paragraph}\n`;
		blocks.push({ id: `p${index + 1}`, part: 'paragraph', start, end: start + paragraph.length });
	}
	return {
		slug: 'account',
		title: 'An account',
		gist: 'What it says',
		text,
		blocks,
		styles: [],
		spans: [],
		cut: cutText(text, blocks, language),
	};
}

export const wholeOf = ({ cut }: Reading): WordRange => ({ from: 0, to: cut.words.length });

/** The words of a quotation, by number. */
export function rangeOf({ text, cut }: Reading, quote: string): WordRange {
	const start = text.indexOf(quote);
	const range = start < 0 ? undefined : wordsIn(cut.words, { start, end: start + quote.length });
	if (!range) throw new TypeError(`The reading has no words “${quote}”`);
	return range;
}

/** Two paragraphs of two sentences each. */
export const account = readingOf([
	'The minister said the strike was planned. Two aides denied it.',
	'An agency reported that sources close to the army confirmed the claim. Nobody else was quoted.',
]);

const numbered = (sentence: number) =>
	`Sentence ${sentence} tells what officials in the northern town said about it on Monday.`;

/** So many sentences of 14 words, four a paragraph. */
export function longReading(sentences: number): Reading {
	const paragraphs: string[] = [];
	for (let first = 1; first <= sentences; first += 4) {
		const count = Math.min(4, sentences - first + 1);
		paragraphs.push(Array.from({ length: count }, (_, index) => numbered(first + index)).join(' '));
	}
	return readingOf(paragraphs);
}

/** Every word of the reading is this one: what looks different then is not its text. */
export const sameWords = readingOf(['attribution attribution attribution.']);
