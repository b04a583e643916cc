import { error } from '@sveltejs/kit';
import content from 'virtual:content';
import { openingOf } from '$lib/content/compile-content.ts';

export const entries = () => content.lessons.map(({ id }) => ({ lesson: id }));

export function load({ params }) {
	const lesson = content.lessons.find(({ id }) => id === params.lesson);
	return lesson ? { lesson: openingOf(lesson) } : error(404, 'There is no such lesson.');
}
