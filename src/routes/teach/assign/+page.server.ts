import content from 'virtual:content';
import { itemsOf } from '$lib/engine/lesson-plan.ts';

export const load = () => ({
	lessons: content.lessons.map((lesson) => ({
		id: lesson.id,
		title: lesson.title,
		aim: lesson.aim,
		lens: lesson.lens,
		kind: lesson.kind,
		minutes: lesson.minutes,
		questions: itemsOf(lesson).length,
		isCheck: lesson.settings.mode === 'check',
	})),
});
