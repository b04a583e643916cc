import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { openKeyStore } from './kept-key.ts';

const name = 'keys-test';

afterEach(() => deleteDB(name));

const first = { recipient: 'age1first', file: 'locked first' };
const second = { recipient: 'age1second', file: 'locked second' };

it('keeps one key for the next visit; a new one takes its place', async () => {
	const store = openKeyStore(name);
	expect(await store.find()).toBeUndefined();
	expect(await store.keep(first)).toBe(true);
	expect(await openKeyStore(name).find()).toEqual(first);
	expect(await store.keep(second)).toBe(true);
	expect(await openKeyStore(name).find()).toEqual(second);
});

it('erases the key', async () => {
	const store = openKeyStore(name);
	await store.keep(first);
	expect(await store.erase()).toBe(true);
	expect(await store.find()).toBeUndefined();
});

it('finds no key in an entry that it cannot read', async () => {
	const store = openKeyStore(name);
	await store.keep(first);
	const database = await openDB(name);
	await database.put('keys', { recipient: first.recipient, file: 7 });
	database.close();
	expect(await store.find()).toBeUndefined();
});

it('says so where the browser keeps nothing', async () => {
	const newer = await openDB(name, 2, { upgrade: (database) => void database.createObjectStore('other') });
	newer.close();
	const store = openKeyStore(name);
	expect(await store.keep(first)).toBe(false);
	expect(await store.find()).toBeUndefined();
	expect(await store.erase()).toBe(false);
});
