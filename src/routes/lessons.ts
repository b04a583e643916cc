import { resolve } from '$app/paths';
import type { Lesson } from '$lib/content/compile-content.ts';
import { loadInteractions } from '$lib/engine/interactions/registry.ts';

const fetched = new Map<string, Promise<Lesson | undefined>>();

/** Undefined where it can’t be had. */
export async function fetchLesson(id: string): Promise<Lesson | undefined> {
	try {
		const response = await fetch(resolve('/lessons/[lesson]/lesson.json', { lesson: id }));
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}

/** Lessons by id, with what it takes to judge their answers. `missing` names those that could not be had; asking again tries those again. */
export async function loadLessons(
	ids: Iterable<string>,
): Promise<{ lessons: Map<string, Lesson>; missing: string[] }> {
	const lessons = new Map<string, Lesson>();
	const missing: string[] = [];
	await loadInteractions();
	const asked = [...new Set(ids)].map((id) => {
		const lesson = fetched.get(id) ?? fetchLesson(id);
		fetched.set(id, lesson);
		return { id, lesson };
	});
	for (const { id, lesson } of asked) {
		const found = await lesson;
		if (found) {
			lessons.set(id, found);
		} else {
			missing.push(id);
			fetched.delete(id);
		}
	}
	return { lessons, missing };
}
