import type { Page } from '@playwright/test';
import type { AttemptEvent, AttemptRecord } from '../../src/lib/engine/attempt-record.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';
import { Dice, workThrough, type Learner } from '../learner/simulated-learners.ts';

/** The work of a learner at a lesson, begun at `at`, in milliseconds since the epoch. */
export function workAt(lesson: Lesson, at: number, learner: Learner, seed = 1): AttemptRecord {
	const [started, ...events] = workThrough(lesson, learner, new Dice(seed));
	const moved = <T extends AttemptEvent>(event: T): T => ({ ...event, at: at + event.at });
	return [moved(started), ...events.map(moved)];
}

/** Puts events where the site keeps its own; the page must be one of its, and one that keeps nothing itself. */
export const keep = (page: Page, events: AttemptEvent[]) =>
	page.evaluate(
		(kept) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('crossread', 1);
				opening.onupgradeneeded = () =>
					opening.result.createObjectStore('events', { keyPath: ['attempt', 'seq'] });
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction('events', 'readwrite');
					for (const event of kept) transaction.objectStore('events').put(event);
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			}),
		events,
	);
