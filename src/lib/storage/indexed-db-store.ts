import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { parseEvent, type AttemptEvent } from '../engine/attempt-record.ts';
import type { EventStore } from './attempt-store.ts';
import { failureOf } from './store-failure.ts';
import { isSame } from './union.ts';
import { within } from './within.ts';

interface Schema extends DBSchema {
	events: { key: [string, number]; value: unknown };
}

type Database = IDBPDatabase<Schema>;

class TakenError extends Error {}

const isNamed = (error: unknown, ...names: string[]): boolean =>
	error instanceof DOMException && names.includes(error.name);

/** Resolves with the events that are kept then. Where another one has a place: rejects, or leaves it out if `isFilling`. */
async function addAll(
	database: Database,
	events: readonly AttemptEvent[],
	isFilling: boolean,
): Promise<AttemptEvent[]> {
	const held: AttemptEvent[] = [];
	const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
	const { done, store } = transaction;
	const add = async (event: AttemptEvent) => {
		const kept = await store.get([event.attempt, event.seq]);
		const other = parseEvent(kept);
		if (kept === undefined) await store.add(event);
		else if (!other || !isSame(other, event)) {
			if (isFilling) return;
			throw new TakenError();
		}
		held.push(event);
	};
	const end = done.catch((cause: unknown) => cause);
	try {
		await Promise.all(events.map(add));
	} catch (error) {
		try {
			transaction.abort();
		} catch {
			// It has aborted by itself, as on a full disk, and knows why better than its requests do.
			throw await end;
		}
		throw error;
	}
	await done;
	return held;
}

/**
 * Keeps events in IndexedDB, one entry an event. Opens the database again where the browser closed or deleted it, and
 * gives up a call after so many milliseconds of `patience`.
 */
export function openIndexedDbStore(name = 'crossread', patience = 5_000): EventStore {
	let opening: Promise<Database> | undefined;

	const forget = () => (opening = undefined);

	const open = () =>
		new Promise<Database>((resolve, reject) => {
			openDB<Schema>(name, 1, {
				upgrade: (database) => void database.createObjectStore('events', { keyPath: ['attempt', 'seq'] }),
				blocked: () => reject(new DOMException('Another tab holds an older database', 'AbortError')),
				blocking: (_, __, { target }) => {
					forget();
					if (target instanceof IDBDatabase) target.close();
				},
				terminated: forget,
			}).then(resolve, reject);
		});

	/** Tries once more with a new connection: the old one may have ended without a word. */
	async function use<T>(work: (database: Database) => Promise<T>, isLast = false): Promise<T> {
		const connecting = (opening ??= open());
		try {
			return await within(patience, connecting.then(work));
		} catch (error) {
			if (error instanceof TakenError || isNamed(error, 'QuotaExceededError')) throw error;
			forget();
			connecting.then((database) => database.close()).catch(() => undefined);
			if (isLast || isNamed(error, 'TimeoutError')) throw error;
			return use(work, true);
		}
	}

	return {
		name: 'IndexedDB',
		async append(...events) {
			try {
				await use((database) => addAll(database, events, false));
				return { ok: true };
			} catch (error) {
				return { ok: false, reason: error instanceof TakenError ? 'taken' : failureOf(error) };
			}
		},
		async fill(...events) {
			try {
				return { ok: true, events: await use((database) => addAll(database, events, true)) };
			} catch (error) {
				return { ok: false, reason: failureOf(error) };
			}
		},
		async read() {
			try {
				const kept = await use((database) => database.getAll('events'));
				return { ok: true, events: kept.flatMap((data) => parseEvent(data) ?? []) };
			} catch (error) {
				return { ok: false, reason: failureOf(error) };
			}
		},
		async erase() {
			try {
				await use((database) => database.clear('events'));
				return { ok: true };
			} catch (error) {
				return { ok: false, reason: failureOf(error) };
			}
		},
	};
}
