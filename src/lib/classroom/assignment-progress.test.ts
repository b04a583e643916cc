import { describe, expect, it } from 'vitest';
import { recordOf } from '../engine/testing.ts';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import type { LearnerAction } from '../engine/lesson-machine.ts';
import { assignedLessons, nextLesson } from './assignment-progress.ts';

const assignment = { id: 'week3abc', lessons: ['first', 'second'] };

const items = () => ['one', 'two'];

const check = (item: string): LearnerAction => ({ type: 'check', item, response: ['a'], at: 1 });

function attempt(lesson: string, actions: LearnerAction[], madeFor?: string): AttemptRecord {
	const [started, ...rest] = recordOf(actions);
	return [{ ...started, lesson, ...(madeFor && { assignment: madeFor }) }, ...rest];
}

const statesOf = (...records: AttemptRecord[]) =>
	assignedLessons(assignment, records, items).map(({ state, answered }) => [state, answered]);

describe('how far a learner has come in an assignment', () => {
	it('is nowhere before anything is begun', () => {
		expect(statesOf()).toEqual([
			['new', 0],
			['new', 0],
		]);
	});

	it('counts answered questions, each once', () => {
		expect(statesOf(attempt('second', [check('one'), check('one')], assignment.id))).toEqual([
			['new', 0],
			['begun', 1],
		]);
	});

	it('takes no account of work outside the assignment, or for another', () => {
		const done: LearnerAction[] = [check('one'), { type: 'finish', at: 2 }];
		expect(statesOf(attempt('first', done), attempt('second', done, 'other-one'))).toEqual([
			['new', 0],
			['new', 0],
		]);
	});

	it('stays done when the lesson is begun again', () => {
		const again = attempt('first', [], assignment.id);
		const done = attempt('first', [check('one'), check('two'), { type: 'finish', at: 2 }], assignment.id);
		expect(statesOf(again, done)[0]).toEqual(['done', 2]);
	});

	it('goes on with the first lesson that is not done', () => {
		const done = attempt('first', [{ type: 'finish', at: 2 }], assignment.id);
		expect(nextLesson(assignedLessons(assignment, [], items))?.id).toBe('first');
		expect(nextLesson(assignedLessons(assignment, [done], items))?.id).toBe('second');
		expect(nextLesson([])).toBeUndefined();
	});
});
