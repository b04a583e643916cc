import { browser } from '$app/environment';
import type { Lesson } from '$lib/content/compile-content.ts';
import type { AttemptEvent } from '$lib/engine/attempt-record.ts';
import { openLessonCopies } from '$lib/storage/lesson-copies.ts';
import { openAttemptStore } from '$lib/storage/open-attempt-store.ts';
import { openTabs } from '$lib/storage/tabs.ts';

/** The one place where pages meet the store. */
export const store = openAttemptStore();

export const tabs = openTabs();

/** The lessons as they were when their attempts began. */
export const copies = openLessonCopies<Lesson>();

if (browser)
	tabs.listen(({ type }) => {
		if (type !== 'erased') return;
		// What this page shows is gone. Without its fragment, since a step in the address begins an attempt.
		history.replaceState(null, '', location.pathname);
		location.reload();
	});

/** Keeps events, and lets other tabs follow. */
export async function keep(...events: AttemptEvent[]) {
	const result = await store.append(...events);
	if (result.ok) for (const event of events) tabs.tell({ type: 'kept', event });
	return result;
}

/** A new attempt's id and seed. `randomUUID` would need a secure context, which a school's plain-http host isn't. */
export function newAttempt(): { id: string; seed: number; at: number } {
	const [seed = 0, ...rest] = crypto.getRandomValues(new Uint32Array(4));
	return { id: rest.map((part) => part.toString(36)).join('-'), seed, at: Date.now() };
}
