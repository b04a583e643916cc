import content from 'virtual:content';
import { itemsOf } from '$lib/engine/lesson-plan.ts';

export const load = () => ({
	lessons: content.lessons.map((lesson) => ({
		id: lesson.id,
		title: lesson.title,
		minutes: lesson.minutes,
		items: itemsOf(lesson).map(({ id }) => id),
		isCheck: lesson.settings.mode === 'check',
	})),
});
