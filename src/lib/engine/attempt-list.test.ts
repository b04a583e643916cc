import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { lastAt, latestOverviews, overviewOf, toRecords, workByLesson } from './attempt-list.ts';
import type { AttemptEvent, AttemptRecord } from './attempt-record.ts';
import type { LearnerAction } from './lesson-machine.ts';
import { anyAction, choiceItem, explanation, matchItem, planOf, recordOf } from './testing.ts';

const plan = planOf(explanation('intro'), choiceItem({ id: 'single' }), matchItem({ id: 'pairs' }));

const check = (item: string, at = 1): LearnerAction => ({ type: 'check', item, response: ['a'], at });
const go = (to: string, at = 1): LearnerAction => ({ type: 'go', to, at });

describe('loose events', () => {
	const anyRecords: fc.Arbitrary<AttemptRecord[]> = fc
		.array(fc.array(anyAction(plan), { maxLength: 6 }), { maxLength: 5 })
		.map((attempts) => attempts.map((actions, index) => recordOf(actions, undefined, `attempt-${index}`)));

	const anyMixed = anyRecords.chain((records) => {
		const events: AttemptEvent[] = records.flat();
		return fc.tuple(fc.constant(records), fc.shuffledSubarray(events, { minLength: events.length }));
	});

	const byAttempt = (records: AttemptRecord[]) =>
		new Map(records.map((record) => [record[0].attempt, record]));

	it('are sorted into their attempts, however they are mixed', () => {
		fc.assert(
			fc.property(anyMixed, ([records, events]) => {
				expect(toRecords(events)).toHaveLength(records.length);
				expect(byAttempt(toRecords(events))).toEqual(byAttempt(records));
			}),
		);
	});

	it('give the attempt with the latest event first', () => {
		fc.assert(
			fc.property(anyMixed, ([, events]) => {
				const times = toRecords(events).map(lastAt);
				expect(times).toEqual([...times].sort((a, b) => b - a));
			}),
		);
	});

	it('without a beginning are left out', () => {
		const [, lost] = recordOf([go('intro')], undefined, 'lost');
		const whole = recordOf([go('intro')], undefined, 'whole');
		if (!lost) throw new Error('no event');
		expect(toRecords([lost, ...whole])).toEqual([whole]);
	});
});

describe('when something last happened', () => {
	it('is the latest time of all events, also where a clock went back', () => {
		expect(lastAt(recordOf([go('intro', 500), go('single', 200)]))).toBe(500);
	});
});

describe('the overview of an attempt', () => {
	const items = ['single', 'pairs'];

	it('of one just begun is empty', () => {
		expect(overviewOf(recordOf([]), items)).toEqual({ answered: 0, finished: false, position: undefined });
	});

	it('counts each answered item once', () => {
		expect(overviewOf(recordOf([check('single'), check('single'), check('pairs')]), items).answered).toBe(2);
	});

	it('does not count items that the lesson no longer has', () => {
		expect(overviewOf(recordOf([check('single'), check('gone')]), items).answered).toBe(1);
	});

	it('does not count drafts, hints and solutions', () => {
		const actions: LearnerAction[] = [
			{ type: 'respond', item: 'single', response: ['a'], at: 1 },
			{ type: 'hint', item: 'single', at: 2 },
			{ type: 'reveal', item: 'pairs', at: 3 },
		];
		expect(overviewOf(recordOf(actions), items).answered).toBe(0);
	});

	it('knows the last place', () => {
		expect(overviewOf(recordOf([go('intro'), go('pairs'), check('pairs')]), items).position).toBe('pairs');
	});

	it('knows whether it was finished', () => {
		expect(overviewOf(recordOf([check('single'), { type: 'finish', at: 3 }, go('single')]), items)).toEqual({
			answered: 1,
			finished: true,
			position: 'single',
		});
	});
});

describe('the overviews of lessons', () => {
	const lessons = [
		{ id: 'lesson', items: ['single', 'pairs'] },
		{ id: 'other', items: ['single'] },
	];
	const at = (lesson: string, actions: LearnerAction[]): AttemptRecord => {
		const [started, ...events] = recordOf(actions);
		return [{ ...started, lesson }, ...events];
	};

	it('are those of the latest attempt at each lesson that was begun', () => {
		const records = [
			at('other', [check('single')]),
			at('lesson', [go('pairs')]),
			at('lesson', [check('single')]),
		];
		expect([...latestOverviews(records, lessons)]).toEqual([
			['other', { answered: 1, finished: false, position: undefined }],
			['lesson', { answered: 0, finished: false, position: 'pairs' }],
		]);
	});

	it('leave out lessons that are gone', () => {
		expect(latestOverviews([at('gone', [check('single')])], lessons).size).toBe(0);
	});
});

describe('the work in each lesson', () => {
	const inLesson = (lesson: string, attempt: string, ...actions: LearnerAction[]): AttemptRecord => {
		const [started, ...rest] = recordOf(actions, undefined, attempt);
		return [{ ...started, lesson }, ...rest];
	};

	it('adds up attempts and answers, the lesson worked on last first', () => {
		const works = workByLesson([
			inLesson('early', 'a', check('single', 5), check('pairs', 6)),
			inLesson('late', 'b', go('single', 9)),
			inLesson('early', 'c', check('single', 8)),
		]);
		expect(works).toEqual([
			{ lesson: 'late', attempts: 1, answers: 0, lastAt: 9 },
			{ lesson: 'early', attempts: 2, answers: 3, lastAt: 8 },
		]);
	});

	it('is nothing where nothing was done', () => {
		expect(workByLesson([])).toEqual([]);
	});
});
