import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { parseEvent, type AttemptEvent } from '../engine/attempt-record.ts';
import type { AttemptStore, StoreFailure } from './attempt-store.ts';

interface Schema extends DBSchema {
	events: { key: [string, number]; value: unknown };
}

const failureOf = (error: unknown): StoreFailure => {
	if (!(error instanceof DOMException)) return 'failed';
	if (error.name === 'QuotaExceededError') return 'full';
	return error.name === 'SecurityError' || error.name === 'InvalidStateError' ? 'blocked' : 'failed';
};

/** Keeps events in IndexedDB, one entry an event. */
export function openIndexedDbStore(name = 'crossread'): AttemptStore {
	let database: Promise<IDBPDatabase<Schema>> | undefined;
	const open = async () => {
		database ??= openDB<Schema>(name, 1, {
			upgrade: (db) => void db.createObjectStore('events', { keyPath: ['attempt', 'seq'] }),
		});
		try {
			return await database;
		} catch (error) {
			database = undefined;
			throw error;
		}
	};
	return {
		async append(event) {
			try {
				const transaction = (await open()).transaction('events', 'readwrite', { durability: 'strict' });
				await Promise.all([transaction.store.add(event), transaction.done]);
				return { ok: true };
			} catch (error) {
				return { ok: false, reason: failureOf(error) };
			}
		},
		async events() {
			try {
				const stored = await (await open()).getAll('events');
				return stored.map(parseEvent).filter((event): event is AttemptEvent => event !== undefined);
			} catch {
				return [];
			}
		},
	};
}
