import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Rating } from 'ts-fsrs';
import type { Answer } from '../answers.ts';
import { gradeOf, gradeOfDay } from './grade.ts';
import { answer, anyOutcome } from './testing.ts';

const { Again, Hard, Good, Easy } = Rating;

const partly = { share: 0.6, isRight: false, final: 0.6 };

describe('the grade of an answer', () => {
	it.each<[string, Partial<Answer>, Rating]>([
		['right and sure', { confidence: 'sure' }, Easy],
		['right and fairly sure', { confidence: 'fairly-sure' }, Good],
		['right where nobody asked how sure', {}, Good],
		['right but not sure', { confidence: 'not-sure' }, Hard],
		['right and sure after a hint', { confidence: 'sure', hints: 1 }, Hard],
		['partly right', partly, Hard],
		['partly right and mended', { ...partly, tries: 2, final: 0.8 }, Hard],
		['partly right and not mended', { ...partly, tries: 2 }, Again],
		['partly right after a hint', { ...partly, hints: 1 }, Again],
		['wrong', { share: 0, final: 0 }, Again],
		['wrong and mended', { share: 0, final: 0.5, tries: 2 }, Again],
		['wrong though sure', { share: 0, final: 0, confidence: 'sure' }, Again],
		['less than half right', { share: 0.49, final: 0.49 }, Again],
	])('%s', (_, change, grade) => {
		expect(gradeOf(answer(change))).toBe(grade);
	});

	it('never falls when more of the first try is right', () => {
		fc.assert(
			fc.property(anyOutcome, fc.constantFrom(0, 0.25, 0.5, 0.75), (outcome, share) => {
				const more = answer(outcome);
				fc.pre(share < more.share);
				const less = { ...more, share, final: more.final - more.share + share };
				expect(gradeOf(less)).toBeLessThanOrEqual(gradeOf(more));
			}),
		);
	});
});

describe('the grade of a day', () => {
	it.each([
		[[Good], Good],
		[[Again, Good], Hard],
		[[Good, Easy], Easy],
		[[Again, Again, Easy], Hard],
		[[Again, Again, Again, Good], Hard],
		[[Again, Again, Again, Again, Good], Again],
	] as const)('of %j is the mean, rounded', (given, grade) => {
		expect(gradeOfDay(given)).toBe(grade);
	});
});
