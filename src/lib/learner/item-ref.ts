import type { AttemptRecord } from '../engine/attempt-record.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';

/** The lesson id of attempts at items of several lessons. There an item’s id is `<lesson>/<item>`. */
export const reviewLesson = 'review';

/** An item and the lesson where it is at home. */
export type ItemRef = { lesson: string; item: string };

export const formatItemRef = ({ lesson, item }: ItemRef): string => `${lesson}/${item}`;

/** Where an item of an attempt is at home. `item` is its id in that attempt. */
export function homeOf(lesson: string, item: string): ItemRef {
	const slash = item.indexOf('/');
	return slash < 0 ? { lesson, item } : { lesson: item.slice(0, slash), item: item.slice(slash + 1) };
}

/** The item that a reference names; undefined where its lesson, or it in the lesson, isn’t at hand. */
export function findItem(
	{ lesson, item }: ItemRef,
	lessons: ReadonlyMap<string, LessonPlan>,
): Item | undefined {
	const plan = lessons.get(lesson);
	return plan && itemsOf(plan).find(({ id }) => id === item);
}

const itemIdsOf = ([, ...actions]: AttemptRecord): string[] => [
	...new Set(actions.flatMap((action) => ('item' in action ? [action.item] : []))),
];

/** The ids of the lessons that it takes to replay a record. */
export function lessonsOf(record: AttemptRecord): string[] {
	const [{ lesson }] = record;
	return lesson === reviewLesson
		? [...new Set(itemIdsOf(record).map((item) => homeOf(lesson, item).lesson))]
		: [lesson];
}

/**
 * The plan that a record is replayed with; that of a review holds the items it has touched. Undefined where the lesson
 * is not at hand.
 */
export function planFor(
	record: AttemptRecord,
	lessons: ReadonlyMap<string, LessonPlan>,
): LessonPlan | undefined {
	const [{ lesson, hash }] = record;
	if (lesson !== reviewLesson) return lessons.get(lesson);
	const steps = itemIdsOf(record).flatMap((id) => {
		const found = findItem(homeOf(lesson, id), lessons);
		return found ? [{ ...found, id }] : [];
	});
	return { id: lesson, hash, steps };
}
