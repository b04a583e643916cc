import { deleteDB, openDB } from 'idb';
import { damageBytes, type ByteDamage } from '../damage-bytes.ts';
import { randomFrom } from '../random.ts';

const name = 'crossread';

export type JournalDamage = { seed: number; how: ByteDamage | 'a file deleted' | 'all deleted' };

/** Damages one file of the journal, or removes files. */
export async function damageJournal({ seed, how }: JournalDamage): Promise<void> {
	const random = randomFrom(seed, how);
	const root = await navigator.storage.getDirectory();
	if (how === 'all deleted') return root.removeEntry(name, { recursive: true });
	const folder = await root.getDirectoryHandle(name);
	const files: FileSystemFileHandle[] = [];
	for await (const entry of folder.values()) if (entry instanceof FileSystemFileHandle) files.push(entry);
	files.sort((a, b) => (a.name < b.name ? -1 : 1));
	const file = files[random.between(0, files.length)];
	if (!file) throw new Error('There is no journal to damage.');
	if (how === 'a file deleted') return folder.removeEntry(file.name);
	const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
	const stream = await file.createWritable();
	await stream.write(Uint8Array.from(damageBytes(bytes, how, random)));
	await stream.close();
}

export const databaseDamages = [
	'deleted',
	'emptied',
	'some entries gone',
	'some entries unreadable',
	'some gone, some unreadable',
] as const;

export type DatabaseDamage = { seed: number; how: (typeof databaseDamages)[number] };

const junk: [object, ...object[]] = [
	{},
	{ type: 'respond' },
	{ type: 'check', item: 7, response: null },
	{ type: 'go', to: [], at: 'noon' },
];

/** Damages the database as far as a page can: it cannot reach its files. */
export async function damageDatabase({ seed, how }: DatabaseDamage): Promise<void> {
	const random = randomFrom(seed, how);
	if (how === 'deleted') return deleteDB(name);
	const database = await openDB(name);
	const { store, done } = database.transaction('events', 'readwrite');
	if (how === 'emptied') await store.clear();
	else
		for (const key of await store.getAllKeys()) {
			const fate = random.between(0, 6);
			if (fate === 0 && how !== 'some entries unreadable') await store.delete(key);
			if (fate === 1 && how !== 'some entries gone') {
				const [attempt, seq] = key as [string, number];
				await store.put({ attempt, seq, ...random.pick(junk) });
			}
		}
	await done;
	database.close();
}

/** How many entries the database has, readable ones and others. */
export async function countEntries(): Promise<number> {
	const database = await openDB(name);
	const count = database.objectStoreNames.contains('events') ? await database.count('events') : 0;
	database.close();
	return count;
}
