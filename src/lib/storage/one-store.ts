import { openDB, type IDBPDatabase } from 'idb';

/** Does `work` with a database. Resolves with undefined where the browser refuses. */
export type UseDatabase = <T>(work: (database: IDBPDatabase) => Promise<T>) => Promise<T | undefined>;

/**
 * A database with one object store, for what is an extra beside the answers. It is opened for each use: uses are rare,
 * and an idle connection would hold up its deletion.
 */
export const oneStore =
	(name: string, store: string, keyPath: string): UseDatabase =>
	async (work) => {
		let database: IDBPDatabase | undefined;
		try {
			database = await openDB(name, 1, {
				upgrade: (opened) => void opened.createObjectStore(store, { keyPath }),
			});
			return await work(database);
		} catch {
			return undefined;
		} finally {
			database?.close();
		}
	};
