import { deleteDB } from 'idb';
import type { AttemptStore, EraseResult } from '../attempt-store.ts';
import { failureOf } from '../store-failure.ts';
import { within } from '../within.ts';

/** Whatever the site keeps in a browser has a name that begins so. */
const isOurs = (name: string | undefined): name is string => name?.startsWith('crossread') ?? false;

/** In milliseconds. */
const patience = 3_000;

function eraseKeys(storage: Storage): void {
	for (const key of Object.keys(storage)) if (isOurs(key)) storage.removeItem(key);
}

async function eraseDatabases(): Promise<void> {
	const names = (await indexedDB.databases()).map(({ name }) => name).filter(isOurs);
	await Promise.all(names.map((name) => within(patience, deleteDB(name))));
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

/** Removes answers, copies of lessons, settings and all else that the site keeps of a person in this browser. */
export async function eraseEverything(store: AttemptStore): Promise<EraseResult> {
	const results = [
		await store.erase(),
		...(await attemptAll([() => eraseKeys(localStorage), () => eraseKeys(sessionStorage), eraseDatabases])),
	];
	return results.find((result) => !result.ok && result.reason !== 'blocked') ?? { ok: true };
}
