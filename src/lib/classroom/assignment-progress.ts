import { overviewOf } from '../engine/attempt-list.ts';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import type { Assignment } from './assignment.ts';

/** How far a learner has come with one assigned lesson. */
export type AssignedLesson = { id: string; state: 'new' | 'begun' | 'done'; answered: number };

/**
 * How far a learner has come, lesson by lesson, in the assignment's order. Only attempts for this assignment count; a
 * lesson that was finished once stays done.
 */
export function assignedLessons(
	{ id: assignment, lessons }: Pick<Assignment, 'id' | 'lessons'>,
	records: readonly AttemptRecord[],
	itemsOf: (lesson: string) => readonly string[],
): AssignedLesson[] {
	const own = records.filter(([started]) => started.assignment === assignment);
	return lessons.map((id): AssignedLesson => {
		const overviews = own
			.filter(([started]) => started.lesson === id)
			.map((record) => overviewOf(record, itemsOf(id)));
		const best = overviews.find(({ finished }) => finished) ?? overviews[0];
		if (!best) return { id, state: 'new', answered: 0 };
		return { id, state: best.finished ? 'done' : 'begun', answered: best.answered };
	});
}

/** The lesson to go on with: the first that isn't done. */
export const nextLesson = (lessons: readonly AssignedLesson[]): AssignedLesson | undefined =>
	lessons.find(({ state }) => state !== 'done');
