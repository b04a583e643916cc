import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Lesson } from '$lib/content/compile-content.ts';

/** For browsers that run no scripts. */
export const csr = false;

/** From the lesson’s own data: what a server’s `load` returns would be kept as a file a second time. */
export async function load({ fetch, params }): Promise<{ lesson: Lesson }> {
	const response = await fetch(resolve('/lessons/[lesson]/lesson.json', params));
	if (!response.ok) error(response.status, 'There is no such lesson.');
	return { lesson: await response.json() };
}
