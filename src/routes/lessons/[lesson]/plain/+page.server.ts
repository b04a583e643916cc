import { error } from '@sveltejs/kit';
import content from 'virtual:content';

/** For browsers that run no scripts. */
export const csr = false;

export const entries = () => content.lessons.map(({ id }) => ({ lesson: id }));

export function load({ params }) {
	const lesson = content.lessons.find(({ id }) => id === params.lesson);
	return lesson ? { lesson } : error(404, 'There is no such lesson.');
}
