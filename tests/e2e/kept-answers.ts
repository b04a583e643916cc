import type { Page } from '@playwright/test';
import type { AttemptEvent } from '../../src/lib/engine/attempt-record.ts';

/** Puts events where the page keeps its own. */
export const keepAnswers = (page: Page, events: AttemptEvent[]): Promise<void> =>
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
