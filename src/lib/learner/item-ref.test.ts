import { describe, expect, it } from 'vitest';
import { choiceItem, explanation, matchItem, planOf, recordOf } from '../engine/testing.ts';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import { formatItemRef, homeOf, lessonsOf, planFor, reviewLesson } from './item-ref.ts';

const lessons = new Map([
	['one', { ...planOf(explanation('read'), choiceItem({ id: 'a' })), id: 'one' }],
	['two', { ...planOf(matchItem({ id: 'a' }), choiceItem({ id: 'b' })), id: 'two' }],
]);

const reviewed = (...items: string[]): AttemptRecord => {
	const [started, ...events] = recordOf(
		items.map((item, at) => ({ type: 'check', item, response: ['a'], at })),
	);
	return [{ ...started, lesson: reviewLesson, hash: 'of-review' }, ...events];
};

describe('the home of an item', () => {
	it('is the lesson of the attempt', () => {
		expect(homeOf('one', 'a')).toEqual({ lesson: 'one', item: 'a' });
	});

	it('is named by the item’s id in a review', () => {
		const home = { lesson: 'two', item: 'a' };
		expect(homeOf(reviewLesson, formatItemRef(home))).toEqual(home);
	});
});

describe('the plan to replay a record with', () => {
	it('is its lesson', () => {
		const [started, ...events] = recordOf([]);
		const record: AttemptRecord = [{ ...started, lesson: 'one' }, ...events];
		expect(lessonsOf(record)).toEqual(['one']);
		expect(planFor(record, lessons)).toBe(lessons.get('one'));
	});

	it('is missing where the lesson is', () => {
		expect(planFor(recordOf([]), lessons)).toBeUndefined();
	});

	it('of a review holds the items that were touched, from all their lessons', () => {
		const record = reviewed('two/a', 'one/a', 'two/a');
		expect(lessonsOf(record)).toEqual(['two', 'one']);
		const plan = planFor(record, lessons);
		expect(plan).toMatchObject({ id: reviewLesson, hash: 'of-review' });
		expect(plan?.steps.map(({ id, type }) => [id, type])).toEqual([
			['two/a', 'match'],
			['one/a', 'choice'],
		]);
	});

	it('of a review leaves out items that are gone, steps that are read, and ids without a lesson', () => {
		const record = reviewed('two/gone', 'gone/a', 'one/read', 'a', 'two/b');
		expect(planFor(record, lessons)?.steps.map(({ id }) => id)).toEqual(['two/b']);
	});
});
