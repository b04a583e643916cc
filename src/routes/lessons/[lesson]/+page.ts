import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Lesson } from '$lib/content/compile-content.ts';

/** From the address where other pages read lessons too: so a device keeps each lesson’s data once. */
export async function load({ fetch, params }): Promise<{ lesson: Lesson }> {
	const response = await fetch(resolve('/lessons/[lesson]/lesson.json', params));
	if (!response.ok) error(response.status, 'There is no such lesson.');
	return { lesson: await response.json() };
}
