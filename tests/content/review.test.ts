import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { reviewIndexOf } from '../../src/lib/content/review-index.ts';
import { parseEvent, type AttemptRecord } from '../../src/lib/engine/attempt-record.ts';
import { interactionOf } from '../../src/lib/engine/interactions/registry.ts';
import { itemsOf } from '../../src/lib/engine/lesson-plan.ts';
import { answersOf } from '../../src/lib/learner/answers.ts';
import { formatItemRef, planFor, reviewLesson } from '../../src/lib/learner/item-ref.ts';
import { buildReview } from '../../src/lib/learner/review/build-review.ts';
import { dailyReview } from '../../src/lib/learner/review/plan-reviews.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';
import { spanOf } from '../../src/lib/text/reading.ts';

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
const compiled = compileContent(content);
const lessons = new Map(compiled.lessons.map((lesson) => [lesson.id, lesson]));
const index = reviewIndexOf(compiled);

const anyItems = fc.uniqueArray(fc.constantFrom(...index.items), {
	selector: formatItemRef,
	minLength: 1,
	maxLength: dailyReview.most,
});

/** A review in which every question was answered right at once. */
const reviewed = (review: Lesson): AttemptRecord => {
	const attempt = 'review-1';
	const { hash, settings } = review;
	return [
		{ attempt, seq: 0, type: 'started', version: 1, lesson: reviewLesson, hash, seed: 1, settings, at: 0 },
		...itemsOf(review).map((item, place) => ({
			attempt,
			seq: place + 1,
			type: 'check' as const,
			item: item.id,
			response: interactionOf(item).correctResponse(item),
			confidence: 'sure' as const,
			at: place + 1,
		})),
	];
};

describe('what reviews choose from', () => {
	it('has another question for every skill that lessons practise', () => {
		for (const { id } of index.skills)
			expect(index.items.filter(({ skill }) => skill === id).length, id).toBeGreaterThanOrEqual(2);
	});

	it('takes nothing from checks, nothing that nobody judges and nothing that takes longer than a minute', () => {
		for (const { lesson, item, minutes } of index.items) {
			expect(lessons.get(lesson)?.kind).not.toBe('check');
			const found = lessons.get(lesson)?.steps.find(({ id }) => id === item);
			expect(found?.type).not.toBe('extended-text');
			expect(minutes).toBeLessThanOrEqual(1);
			expect(minutes).toBeGreaterThan(25 / 60);
		}
	});
});

describe('a review', () => {
	it('holds its items in order, with every place of the accounts that they point to', () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				const review = buildReview(items, lessons);
				expect(review.steps.map(({ id }) => id)).toEqual(items.map(formatItemRef));
				const readings = new Map(review.readings.map((reading) => [reading.slug, reading]));
				for (const item of itemsOf(review)) {
					expect(review.skills.map(({ id }) => id)).toContain(item.skill);
					for (const { reading: slug, span } of [...item.passages, ...item.evidence]) {
						const reading = readings.get(slug);
						expect(reading && spanOf(reading, span), `${slug}#${span}`).toBeDefined();
					}
					if (item.type === 'mark')
						expect(readings.get(item.reading)?.cut.words.length).toBeGreaterThanOrEqual(item.field.to);
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('is kept in the form of any record, and read again from it and the lessons alone', () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				const review = buildReview(items, lessons);
				const record = reviewed(review);
				for (const event of record) expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
				const plan = planFor(record, lessons);
				expect(plan && answersOf(record, plan)).toEqual(
					items.map(({ lesson, item, skill }) =>
						expect.objectContaining({ lesson, item, skill, isRight: true }),
					),
				);
			}),
			{ numRuns: 40 },
		);
	});

	it('loses only the answers to items that are gone', () => {
		fc.assert(
			fc.property(anyItems, fc.nat(), (items, pick) => {
				const gone = items[pick % items.length];
				const left = items.filter((item) => item !== gone);
				const fewer = new Map(
					[...lessons].map(([id, lesson]) => [
						id,
						id === gone?.lesson
							? { ...lesson, steps: lesson.steps.filter((step) => step.id !== gone.item) }
							: lesson,
					]),
				);
				expect(buildReview(items, fewer).steps.map(({ id }) => id)).toEqual(left.map(formatItemRef));
				const record = reviewed(buildReview(items, lessons));
				const plan = planFor(record, fewer);
				expect(plan && answersOf(record, plan).map(({ item }) => item)).toEqual(left.map(({ item }) => item));
			}),
			{ numRuns: 20 },
		);
	});
});
