import { isObject } from '../engine/untrusted.ts';
import { oneStore } from './one-store.ts';

/** Keeps, on a teacher’s device, the sealed codes that learners handed in, as they came. No call throws. */
export interface HandedInCodes {
	/** Resolves with whether the device keeps them. A code that is there already is kept once. */
	keep(codes: readonly string[]): Promise<boolean>;
	/** In no particular order. */
	all(): Promise<string[]>;
	/** Resolves with whether nothing is left. */
	erase(): Promise<boolean>;
}

const table = 'codes';

const codeIn = (data: unknown): string[] =>
	isObject(data) && 'code' in data && typeof data.code === 'string' ? [data.code] : [];

/** Keeps them in an IndexedDB of their own. */
export function openHandedInCodes(name = 'crossread-handed-in'): HandedInCodes {
	const use = oneStore(name, table, 'code');
	return {
		async keep(codes) {
			const areKept = await use(async (database) => {
				const { store, done } = database.transaction(table, 'readwrite');
				await Promise.all([...codes.map((code) => store.put({ code })), done]);
				return true;
			});
			return areKept ?? false;
		},
		all: async () => ((await use((database) => database.getAll(table))) ?? []).flatMap(codeIn),
		erase: async () => (await use((database) => database.clear(table).then(() => true))) ?? false,
	};
}
