import content from 'virtual:content';
import { itemsOf } from '$lib/engine/lesson-plan.ts';

export const load = () => ({
	lessons: content.lessons.map((lesson) => ({
		id: lesson.id,
		title: lesson.title,
		questions: itemsOf(lesson).length,
	})),
});
