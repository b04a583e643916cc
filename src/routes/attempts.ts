import type { Lesson } from '$lib/content/compile-content.ts';
import { openLessonCopies } from '$lib/storage/lesson-copies.ts';
import { openAttemptStore } from '$lib/storage/open-attempt-store.ts';

/** The one place where pages meet the store. */
export const store = openAttemptStore();

/** The lessons as they were when their attempts began. */
export const copies = openLessonCopies<Lesson>();

/** A new attempt's id and seed. `randomUUID` would need a secure context, which a school's plain-http host isn't. */
export function newAttempt(): { id: string; seed: number; at: number } {
	const [seed = 0, ...rest] = crypto.getRandomValues(new Uint32Array(4));
	return { id: rest.map((part) => part.toString(36)).join('-'), seed, at: Date.now() };
}
