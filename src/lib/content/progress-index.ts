import { misconceptionsOf } from '../engine/interactions/misconceptions.ts';
import { itemsOf } from '../engine/lesson-plan.ts';
import type { CompiledContent, Lesson } from './compile-content.ts';

/** What it takes to name what answers show, and to choose what comes next. */
export type ProgressIndex = Pick<CompiledContent, 'skills' | 'misconceptions'> & {
	/** In the order of learning; with the misconceptions that an answer in them can show. */
	lessons: (Pick<Lesson, 'id' | 'title' | 'kind' | 'aim'> & { skills: string[]; misconceptions: string[] })[];
	/** Two lessons that ask the same in the same way, item by item. */
	parallels: { earlier: string; later: string }[];
};

export const progressIndexOf = ({ lessons, skills, misconceptions }: CompiledContent): ProgressIndex => ({
	skills,
	misconceptions,
	lessons: lessons.map((lesson) => {
		const { id, title, kind, aim } = lesson;
		return {
			id,
			title,
			kind,
			aim,
			skills: lesson.skills.map((skill) => skill.id),
			misconceptions: [...new Set(itemsOf(lesson).flatMap(misconceptionsOf))],
		};
	}),
	parallels: lessons.flatMap(({ id, parallelTo }) =>
		parallelTo ? [{ earlier: parallelTo, later: id }] : [],
	),
});
