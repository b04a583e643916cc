import { isObject } from '../engine/untrusted.ts';
import { oneStore } from './one-store.ts';

/** A teacher’s public key and the file of their secret one, which a passphrase locks. */
export type KeptKey = { recipient: string; file: string };

/** Keeps one teacher’s key on the device, if they say so. No call throws. */
export interface KeyStore {
	/** Keeps this key in place of an earlier one. Resolves with whether it is kept. */
	keep(key: KeptKey): Promise<boolean>;
	find(): Promise<KeptKey | undefined>;
	erase(): Promise<boolean>;
}

function parseKey(data: unknown): KeptKey | undefined {
	if (!isObject(data)) return undefined;
	const fields = new Map<string, unknown>(Object.entries(data));
	const [recipient, file] = [fields.get('recipient'), fields.get('file')];
	return typeof recipient === 'string' && typeof file === 'string' ? { recipient, file } : undefined;
}

const table = 'keys';

/** Keeps the key in an IndexedDB of its own. */
export function openKeyStore(name = 'crossread-keys'): KeyStore {
	const use = oneStore(name, table, 'recipient');
	return {
		async keep(key) {
			const isKept = await use(async (database) => {
				const { store, done } = database.transaction(table, 'readwrite');
				await Promise.all([store.clear(), store.put(key), done]);
				return true;
			});
			return isKept ?? false;
		},
		find: async () => parseKey((await use((database) => database.getAll(table)))?.[0]),
		erase: async () => (await use((database) => database.clear(table).then(() => true))) ?? false,
	};
}
