import { describe, expect, it } from 'vitest';
import type { Answer } from './answers.ts';
import { nextStep, type LessonChoice } from './next-step.ts';
import { summarise } from './summary.ts';
import { answers } from './testing.ts';

const lessons: LessonChoice[] = [
	{ id: 'in', kind: 'check', skills: ['framing/voice', 'sourcing/page'], misconceptions: ['m'] },
	{ id: 'one', kind: 'lesson', skills: ['sourcing/page'], misconceptions: [] },
	{ id: 'two', kind: 'lesson', skills: ['framing/voice'], misconceptions: ['m'] },
	{ id: 'out', kind: 'check', skills: ['framing/voice', 'sourcing/page'], misconceptions: ['m'] },
];

const wrong = { share: 0, skill: 'framing/voice', lesson: 'in' };
const weak = Array.from({ length: 6 }, () => wrong);
const misled = [
	{ ...wrong, misconceptions: ['m'] },
	{ ...wrong, misconceptions: ['m'] },
];

const after = (
	course: Partial<Answer>[],
	{ due = 0, finished = ['in'], underWay = undefined as string | undefined } = {},
) =>
	nextStep({
		summary: summarise(answers(...course), { skills: ['framing/voice', 'sourcing/page'], now: 0 }),
		due,
		lessons,
		finished: new Set(finished),
		underWay,
	});

describe('what comes next', () => {
	it('is a review that is due, before anything else', () => {
		expect(after(misled, { due: 3, underWay: 'one' })).toEqual({ type: 'review', due: 3 });
	});

	it('is the lesson under way', () => {
		expect(after(misled, { underWay: 'one' })).toEqual({ type: 'continue', lesson: 'one' });
	});

	it('is a misconception that came back, in the first lesson that practises it', () => {
		expect(after(misled)).toMatchObject({
			type: 'misconception',
			misconception: { id: 'm' },
			lesson: 'two',
			again: { lesson: 'in', item: 'item-1' },
		});
	});

	it('is the question that showed a misconception, when no lesson is left for it', () => {
		expect(after(misled, { finished: ['in', 'two'] })).toMatchObject({
			type: 'misconception',
			lesson: undefined,
			again: { lesson: 'in', item: 'item-1' },
		});
	});

	it('is not a misconception that was met once', () => {
		expect(after(misled.slice(1))).toEqual({ type: 'lesson', lesson: 'one' });
	});

	it('is the weakest skill, where its whole range is low', () => {
		expect(after(weak)).toMatchObject({ type: 'skill', skill: 'framing/voice', lesson: 'two' });
	});

	it('is not a skill with too few answers', () => {
		expect(after(weak.slice(0, 2))).toEqual({ type: 'lesson', lesson: 'one' });
	});

	it('is the next lesson, when no lesson is left for the weakest skill', () => {
		expect(after(weak, { finished: ['in', 'two'] })).toEqual({ type: 'lesson', lesson: 'one' });
	});

	it('is the first lesson at the beginning', () => {
		expect(after([], { finished: [] })).toEqual({ type: 'lesson', lesson: 'in' });
	});

	it('is nothing when all is done', () => {
		expect(after([], { finished: ['in', 'one', 'two', 'out'] })).toBeUndefined();
	});
});
