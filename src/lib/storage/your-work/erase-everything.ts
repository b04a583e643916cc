import { deleteDB } from 'idb';
import type { AttemptStore, EraseResult } from '../attempt-store.ts';
import { failureOf } from '../store-failure.ts';
import { within } from '../within.ts';

/** In milliseconds. */
const patience = 3_000;

function eraseKeys(storage: Storage, prefix: string): void {
	for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

async function eraseDatabases(prefix: string): Promise<void> {
	const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
	const ours = names.filter((name) => name.startsWith(prefix));
	await Promise.all(ours.map((name) => within(patience, deleteDB(name))));
}

async function attemptAll(works: (() => unknown)[]): Promise<EraseResult[]> {
	return Promise.all(
		works.map(async (work): Promise<EraseResult> => {
			try {
				await work();
				return { ok: true };
			} catch (error) {
				return { ok: false, reason: failureOf(error) };
			}
		}),
	);
}

/**
 * Removes answers, copies of lessons, settings and all else that the site keeps of a person in this browser: whatever
 * has a name that begins with `prefix`. Other sites of the same host may keep things beside it.
 */
export async function eraseEverything(store: AttemptStore, prefix = 'crossread'): Promise<EraseResult> {
	const results = [
		await store.erase(),
		...(await attemptAll([
			() => eraseKeys(localStorage, prefix),
			() => eraseKeys(sessionStorage, prefix),
			() => eraseDatabases(prefix),
		])),
	];
	return results.find((result) => !result.ok && result.reason !== 'blocked') ?? { ok: true };
}
