import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { startedEvent } from '../../engine/testing.ts';
import { openAttemptStore } from '../open-attempt-store.ts';
import { eraseEverything } from './erase-everything.ts';

/** Apart from what other tests keep at the same time. */
const name = 'erase-test';

afterEach(async () => {
	localStorage.removeItem('other');
	await deleteDB('other-site');
});

describe('erasing everything', () => {
	it('leaves nothing of the site, neither answers nor settings nor copies of lessons', async () => {
		const store = openAttemptStore(name);
		await store.append(startedEvent());
		(await openDB('erase-test-lessons', 1)).close();
		localStorage.setItem('erase-test.preferences', '{}');
		sessionStorage.setItem('erase-test.here', '1');
		expect(await eraseEverything(store, name)).toEqual({ ok: true });
		expect(await openAttemptStore(name).events()).toEqual([]);
		expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(
			'erase-test-lessons',
		);
		expect(localStorage.getItem('erase-test.preferences')).toBeNull();
		expect(sessionStorage.getItem('erase-test.here')).toBeNull();
	});

	it('leaves alone what other sites of the same host keep', async () => {
		(await openDB('other-site', 1)).close();
		localStorage.setItem('other', 'kept');
		await eraseEverything(openAttemptStore(name), name);
		expect(localStorage.getItem('other')).toBe('kept');
		expect((await indexedDB.databases()).map((database) => database.name)).toContain('other-site');
	});

	it('says so where a tab holds something back', async () => {
		const stubborn = await openDB('erase-test-lessons', 1);
		expect(await eraseEverything(openAttemptStore(name), name)).toEqual({ ok: false, reason: 'failed' });
		stubborn.close();
	});
});
