import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AttemptEvent } from '../engine/attempt-record.ts';
import { startedEvent } from '../engine/testing.ts';
import type { EventStore } from './attempt-store.ts';
import { openIndexedDbStore } from './indexed-db-store.ts';
import { openJournal } from './journal.ts';
import { openAttemptStore } from './open-attempt-store.ts';

let count = 0;

/** A place of its own for every test: real storage outlives tests. */
const newName = () => `test-${Date.now()}-${(count += 1)}`;

const go = (seq: number, to = `step-${seq}`, attempt = 'attempt-1'): AttemptEvent => ({
	attempt,
	seq,
	type: 'go',
	to,
	at: 1_000 + seq,
});

const attemptOf = (length: number, attempt = 'attempt-1'): AttemptEvent[] => [
	startedEvent(undefined, attempt),
	...Array.from({ length: length - 1 }, (_, index) => go(index + 1, undefined, attempt)),
];

const inOrder = (events: AttemptEvent[]) => [...events].sort((a, b) => a.seq - b.seq);

async function eventsOf(store: EventStore): Promise<AttemptEvent[]> {
	const reading = await store.read();
	return reading.ok ? inOrder(reading.events) : Promise.reject(new Error(reading.reason));
}

async function folderOf(name: string): Promise<FileSystemDirectoryHandle> {
	return (await navigator.storage.getDirectory()).getDirectoryHandle(name);
}

async function fileOf(name: string): Promise<FileSystemFileHandle> {
	for await (const entry of (await folderOf(name)).values())
		if (entry instanceof FileSystemFileHandle) return entry;
	throw new Error('The journal has no file');
}

async function overwrite(
	name: string,
	change: (journal: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
) {
	const file = await fileOf(name);
	const journal = new Uint8Array(await (await file.getFile()).arrayBuffer());
	const writable = await file.createWritable();
	await writable.write(change(journal));
	await writable.close();
}

const deleteJournal = async (name: string) =>
	(await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });

afterEach(() => vi.restoreAllMocks());

describe.each([
	['IndexedDB', openIndexedDbStore],
	['the journal', openJournal],
])('%s', (_, open) => {
	it('gives back after a new start what it acknowledged', async () => {
		const name = newName();
		const events = attemptOf(20);
		const store = open(name);
		for (const event of events) expect(await store.append(event)).toMatchObject({ ok: true });
		expect(await eventsOf(open(name))).toEqual(events);
	});

	it('is empty at first', async () => {
		expect(await open(newName()).read()).toMatchObject({ ok: true, events: [] });
	});

	it('takes the same event once more, and keeps it once', async () => {
		const store = open(newName());
		const [started] = attemptOf(1);
		if (!started) return;
		expect(await store.append(started)).toMatchObject({ ok: true });
		expect(await store.append(started, go(1))).toMatchObject({ ok: true });
		expect(await eventsOf(store)).toEqual([started, go(1)]);
	});

	it('never overwrites an event with another one of its number', async () => {
		const name = newName();
		await open(name).append(go(1, 'first'));
		expect(await open(name).append(go(1, 'second'))).toMatchObject({ ok: false, reason: 'taken' });
		expect(await eventsOf(open(name))).toEqual([go(1, 'first')]);
	});

	it('fills in what it lacks around places that others have taken, and says what it holds then', async () => {
		const name = newName();
		await open(name).append(go(1, 'first'), go(2));
		const filled = await open(name).fill(go(1, 'second'), go(2), go(3), go(1, 'other', 'attempt-2'));
		expect(filled).toEqual({ ok: true, events: [go(2), go(3), go(1, 'other', 'attempt-2')] });
		const kept = await eventsOf(open(name));
		expect(kept.filter(({ attempt }) => attempt === 'attempt-1')).toEqual([go(1, 'first'), go(2), go(3)]);
		expect(kept).toHaveLength(4);
	});

	it('keeps attempts apart, whatever their names', async () => {
		const store = open(newName());
		const names = ['a', 'A', '../a', 'a/b', '…', '__proto__', 'x'.repeat(125)];
		const events = names.flatMap((attempt) => attemptOf(3, attempt));
		expect(await store.append(...events)).toMatchObject({ ok: true });
		const kept = await eventsOf(store);
		for (const attempt of names)
			expect(kept.filter((event) => event.attempt === attempt)).toEqual(attemptOf(3, attempt));
	});

	it('keeps everything that two pages write to one attempt at once', async () => {
		const name = newName();
		const [one, two] = [open(name), open(name)];
		const events = attemptOf(30);
		const results = await Promise.all(events.map((event) => (event.seq % 2 ? one : two).append(event)));
		expect(results.every(({ ok }) => ok)).toBe(true);
		expect(await eventsOf(open(name))).toEqual(events);
	});

	it('is empty after erasing, takes new events, and another page that has it open does so too', async () => {
		const name = newName();
		const [store, other] = [open(name), open(name)];
		await store.append(...attemptOf(3));
		await other.append(go(3));
		expect(await store.erase()).toMatchObject({ ok: true });
		expect(await eventsOf(other)).toEqual([]);
		expect(await other.append(go(9))).toMatchObject({ ok: true });
		expect(await eventsOf(store)).toEqual([go(9)]);
	});
});

describe('IndexedDB', () => {
	it('goes on after the database was deleted under it', async () => {
		const name = newName();
		const store = openIndexedDbStore(name);
		await store.append(go(1));
		await deleteDB(name);
		expect(await store.append(go(2))).toEqual({ ok: true });
		expect(await eventsOf(store)).toEqual([go(2)]);
	});

	it('lets go of the database where a later version of the site wants to change it', async () => {
		const name = newName();
		await openIndexedDbStore(name).append(go(1));
		const later = await openDB(name, 2);
		expect(await later.getAll('events')).toEqual([go(1)]);
		later.close();
	});

	it('gives up where the database never answers', async () => {
		const name = newName();
		const stubborn = await openDB(name, 1);
		const deletion = deleteDB(name);
		expect(await openIndexedDbStore(name, 200).append(go(1))).toEqual({ ok: false, reason: 'failed' });
		stubborn.close();
		await deletion;
	});

	it('says that the disk is full, not that it failed', async () => {
		const store = openIndexedDbStore(newName());
		const put = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const result = await store.append(go(1));
		IDBObjectStore.prototype.add = put;
		expect(result).toEqual({ ok: false, reason: 'full' });
		expect(await store.append(go(1))).toEqual({ ok: true });
	});
});

describe('the journal', () => {
	it('keeps every whole line of a file that was cut off, and goes on after it', async () => {
		const name = newName();
		await openJournal(name).append(...attemptOf(5));
		await overwrite(name, (journal) => journal.slice(0, -10));
		const journal = openJournal(name);
		expect(await journal.append(go(5))).toMatchObject({ ok: true });
		expect((await eventsOf(journal)).map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 5]);
	});

	it('takes an event again that it lost to a damaged byte', async () => {
		const name = newName();
		const events = attemptOf(3);
		const journal = openJournal(name);
		await journal.append(...events);
		await overwrite(name, (bytes) => bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)));
		expect(await eventsOf(journal)).toEqual(events.slice(1));
		expect(await openJournal(name).append(...events)).toMatchObject({ ok: true });
		expect(await eventsOf(journal)).toEqual(events);
	});

	it('goes on after its folder was removed', async () => {
		const name = newName();
		const journal = openJournal(name);
		await journal.append(...attemptOf(2));
		await deleteJournal(name);
		expect(await journal.append(go(2))).toMatchObject({ ok: true });
		expect(await eventsOf(journal)).toEqual([go(2)]);
	});

	it('holds no event in more than one kilobyte of overhead', async () => {
		const name = newName();
		await openJournal(name).append(go(1));
		expect((await (await fileOf(name)).getFile()).size).toBeLessThan(JSON.stringify(go(1)).length + 16);
	});
});

describe('the pair', () => {
	it('acknowledges two copies, and each has everything', async () => {
		const name = newName();
		const events = attemptOf(4);
		for (const event of events)
			expect(await openAttemptStore(name).append(event)).toEqual({ ok: true, copies: 2 });
		expect(await eventsOf(openIndexedDbStore(name))).toEqual(events);
		expect(await eventsOf(openJournal(name))).toEqual(events);
	});

	it.each<[string, (name: string) => Promise<unknown>]>([
		['the database', (name) => deleteDB(name)],
		['the journal', deleteJournal],
	])('loses nothing when %s vanishes, and makes it whole again', async (_, remove) => {
		const name = newName();
		const events = attemptOf(6);
		const store = openAttemptStore(name);
		for (const event of events) await store.append(event);
		await remove(name);
		const next = openAttemptStore(name);
		expect(inOrder(await next.events())).toEqual(events);
		expect(await next.append(go(6))).toEqual({ ok: true, copies: 2 });
		expect(await next.inspect()).toMatchObject([{ events: 7 }, { events: 7 }]);
	});

	it('reads both where each has lost something else', async () => {
		const name = newName();
		const events = attemptOf(5);
		await openIndexedDbStore(name).append(...events.slice(0, 3));
		await openJournal(name).append(...events.slice(2));
		expect(inOrder(await openAttemptStore(name).events())).toEqual(events);
	});

	it('makes a copy whole again around an entry that nobody can read', async () => {
		const name = newName();
		const events = attemptOf(9);
		await openJournal(name).append(...events);
		await openIndexedDbStore(name).append(...events.slice(0, 2));
		const database = await openDB(name);
		await database.put('events', { attempt: 'attempt-1', seq: 5, type: 'damaged' });
		database.close();
		const store = openAttemptStore(name);
		expect(inOrder(await store.events())).toEqual(events);
		await store.append(go(9));
		await expect.poll(() => store.inspect()).toMatchObject([{ events: 9 }, { events: 10 }]);
	});

	it('refuses an event that it could not read again', async () => {
		const store = openAttemptStore(newName());
		const result = await store.append({
			attempt: 'a',
			seq: 1,
			type: 'respond',
			item: 'i',
			response: 'x'.repeat(9_000),
			at: 1,
		});
		expect(result).toEqual({ ok: false, reason: 'failed' });
	});

	it('is empty after erasing, in both copies', async () => {
		const name = newName();
		const store = openAttemptStore(name);
		await store.append(...attemptOf(3));
		await store.events();
		expect(await store.erase()).toEqual({ ok: true });
		expect(await openAttemptStore(name).inspect()).toMatchObject([{ events: 0 }, { events: 0 }]);
		expect(await store.events()).toEqual([]);
	});

	it('lets two pages that race for a number keep both events, the second under another one', async () => {
		const name = newName();
		const pages = [openAttemptStore(name), openAttemptStore(name)];
		await Promise.all(
			pages.map(async (store, page) => {
				for (let made = 0, seq = 1; made < 15; seq += 1) {
					const result = await store.append(go(seq, `page-${page}-${made}`));
					if (result.ok) made += 1;
					else expect(result.reason).toBe('taken');
				}
			}),
		);
		const places = new Set((await openAttemptStore(name).events()).map((event) => 'to' in event && event.to));
		for (const page of [0, 1])
			for (let made = 0; made < 15; made += 1) expect(places).toContain(`page-${page}-${made}`);
	});
});

/** The browser forbids it from now on, until `vi.restoreAllMocks`. */
const forbid = {
	IndexedDB: () =>
		vi.spyOn(window, 'indexedDB', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		}),
	OPFS: () =>
		vi.spyOn(navigator, 'storage', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		}),
};

describe.each(['IndexedDB', 'OPFS'] as const)('the pair without %s', (missing) => {
	it('acknowledges one copy, and reads it', async () => {
		const name = newName();
		forbid[missing]();
		expect(await openAttemptStore(name).append(...attemptOf(2))).toEqual({ ok: true, copies: 1 });
		expect(inOrder(await openAttemptStore(name).events())).toEqual(attemptOf(2));
		const reports = await openAttemptStore(name).inspect();
		expect(reports.find((report) => report.name === missing)).toMatchObject({ ok: false, reason: 'blocked' });
	});

	it('acknowledges two again, of everything, once it can', async () => {
		const name = newName();
		const store = openAttemptStore(name);
		forbid[missing]();
		for (const event of attemptOf(4)) await store.append(event);
		vi.restoreAllMocks();
		expect(await store.append(go(4))).toEqual({ ok: true, copies: 2 });
		await expect.poll(() => store.inspect()).toMatchObject([{ events: 5 }, { events: 5 }]);
	});
});

describe('the pair without both', () => {
	it('refuses, shows what it was given as long as the page is there, and keeps it once it can', async () => {
		const name = newName();
		const store = openAttemptStore(name);
		forbid.IndexedDB();
		forbid.OPFS();
		expect(await store.append(...attemptOf(3))).toMatchObject({ ok: false, reason: 'blocked' });
		expect(inOrder(await store.events())).toEqual(attemptOf(3));
		expect(store.hasUnsaved()).toBe(true);
		vi.restoreAllMocks();
		expect(await store.append(...attemptOf(3))).toEqual({ ok: true, copies: 2 });
		expect(store.hasUnsaved()).toBe(false);
		expect(inOrder(await openAttemptStore(name).events())).toEqual(attemptOf(3));
	});
});
