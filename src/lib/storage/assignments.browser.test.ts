import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { openAssignmentStore } from './assignments.ts';

const name = 'assignments-test';

afterEach(() => deleteDB(name));

const begun = (id: string, at: number) => ({ id, code: `a1d.${id}.3`, who: 'Fern', at });

it('keeps begun assignments for the next visit, the latest first', async () => {
	const store = openAssignmentStore(name);
	expect(await store.keep(begun('one', 1))).toBe(true);
	expect(await store.keep(begun('two', 2))).toBe(true);
	expect(await openAssignmentStore(name).all()).toEqual([begun('two', 2), begun('one', 1)]);
});

it('keeps one entry an assignment: a new nickname replaces the old one', async () => {
	const store = openAssignmentStore(name);
	await store.keep(begun('one', 1));
	await store.keep({ ...begun('one', 1), who: 'Moss' });
	expect(await openAssignmentStore(name).all()).toEqual([{ ...begun('one', 1), who: 'Moss' }]);
});

it('leaves out entries that it cannot read', async () => {
	const store = openAssignmentStore(name);
	await store.keep(begun('one', 1));
	const database = await openDB(name);
	await database.put('assignments', { id: 'broken', code: 7 });
	await database.put('assignments', begun('late', Number.MAX_SAFE_INTEGER));
	database.close();
	expect(await openAssignmentStore(name).all()).toEqual([begun('one', 1)]);
});

it('says that nothing is kept where the browser has no room, and this page knows it all the same', async () => {
	const newer = await openDB(name, 2, { upgrade: (database) => void database.createObjectStore('other') });
	newer.close();
	const store = openAssignmentStore(name);
	expect(await store.keep(begun('one', 1))).toBe(false);
	expect(await store.all()).toEqual([begun('one', 1)]);
	expect(await openAssignmentStore(name).all()).toEqual([]);
});
