import { error, json } from '@sveltejs/kit';
import content from 'virtual:content';

// One lesson as data, for pages that read answers to several lessons.
export const prerender = true;

export const entries = () => content.lessons.map(({ id }) => ({ lesson: id }));

export function GET({ params }) {
	const lesson = content.lessons.find(({ id }) => id === params.lesson);
	return lesson ? json(lesson) : error(404, 'There is no such lesson.');
}
