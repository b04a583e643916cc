import { isJudged } from '../engine/item-progress.ts';
import { itemsOf } from '../engine/lesson-plan.ts';
import type { CompiledContent, Lesson } from './compile-content.ts';
import { measureItem } from './measure.ts';

/** An item that a review may ask. `item` is its id in its lesson; `minutes` are measured, not rounded. */
export type ReviewItem = {
	lesson: string;
	item: string;
	skill: string;
	minutes: number;
	/** It may hang on what its lesson explains, so it is asked only once that lesson has been begun. */
	needsLesson: boolean;
};

export type ReviewIndex = { skills: { id: string; title: string }[]; items: ReviewItem[] };

/** In minutes: what takes longer doesn’t fit into a short review. */
const longest = 1;

const itemsForReview = (lesson: Lesson): ReviewItem[] =>
	itemsOf(lesson)
		.filter(isJudged)
		.map((item) => ({
			lesson: lesson.id,
			item: item.id,
			skill: item.skill,
			minutes: measureItem(item, lesson.readings),
			needsLesson: lesson.kind !== 'close-reading',
		}))
		.filter(({ minutes }) => minutes <= longest);

/** What reviews choose from: what is judged and short. Checks stay out, so that they keep measuring something. */
export function reviewIndexOf({ lessons }: Pick<CompiledContent, 'lessons'>): ReviewIndex {
	const skills = new Map(lessons.flatMap((lesson) => lesson.skills).map(({ id, title }) => [id, title]));
	return {
		skills: [...skills].map(([id, title]) => ({ id, title })),
		items: lessons.filter(({ kind }) => kind !== 'check').flatMap(itemsForReview),
	};
}
