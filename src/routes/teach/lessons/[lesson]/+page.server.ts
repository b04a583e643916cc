import { error } from '@sveltejs/kit';
import content from 'virtual:content';

const lessons = content.forTeachers.flatMap((module) => module.lessons);

export const entries = () => lessons.map(({ id }) => ({ lesson: id }));

export function load({ params }) {
	const lesson = lessons.find(({ id }) => id === params.lesson);
	return lesson ? { lesson } : error(404, 'There is no such lesson.');
}
