import type { LessonPlan } from '../engine/lesson-plan.ts';
import { oneStore } from './one-store.ts';

/** A compiled lesson. `format` is the version of its form: a page shows lessons of its own format only. */
export type FormattedLesson = LessonPlan & { format: number };

/**
 * Keeps each lesson as it was when its latest attempt began, so that the attempt can go on with that content when the
 * site has a newer one. A copy is an extra: no call throws, and without one an attempt goes on with the lesson of today.
 */
export interface LessonCopies<L extends FormattedLesson> {
	/** Keeps this content in place of the lesson’s earlier one. */
	keep(lesson: L): Promise<void>;
	find(wanted: Pick<L, 'id' | 'hash' | 'format'>): Promise<L | undefined>;
}

const table = 'lessons';

/** Keeps the copies in an IndexedDB of their own, apart from the answers. */
export function openLessonCopies<L extends FormattedLesson>(name = 'crossread-lessons'): LessonCopies<L> {
	const use = oneStore(name, table, 'id');

	const isSame = (kept: L | undefined, { hash, format }: Pick<L, 'hash' | 'format'>): kept is L =>
		kept?.hash === hash && kept.format === format;

	return {
		keep: (lesson) =>
			use(async (database) => {
				const { store, done } = database.transaction(table, 'readwrite');
				if (!isSame(await store.get(lesson.id), lesson)) await store.put(lesson);
				await done;
			}),
		find: (wanted) =>
			use(async (database) => {
				const kept = await database.get(table, wanted.id);
				return isSame(kept, wanted) ? kept : undefined;
			}),
	};
}
