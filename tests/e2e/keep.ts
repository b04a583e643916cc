import type { Page } from '@playwright/test';
import type { AttemptEvent } from '../../src/lib/engine/attempt-record.ts';

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
