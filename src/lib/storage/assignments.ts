import { isId, isMoment, isObject } from '../engine/untrusted.ts';
import { oneStore } from './one-store.ts';

/** An assignment that a learner has begun. `code` is the fragment of its link, `who` what they call themselves. */
export type BegunAssignment = { id: string; code: string; who: string; at: number };

/** Keeps which assignments have been begun on this device. No call throws. */
export interface AssignmentStore {
	/** Resolves with whether the device keeps it; this page knows it in any case. */
	keep(begun: BegunAssignment): Promise<boolean>;
	/** The latest first. */
	all(): Promise<BegunAssignment[]>;
}

function parseBegun(data: unknown): BegunAssignment | undefined {
	if (!isObject(data)) return undefined;
	const fields = new Map<string, unknown>(Object.entries(data));
	const [id, code, who, at] = ['id', 'code', 'who', 'at'].map((key) => fields.get(key));
	if (!isId(id) || typeof code !== 'string' || typeof who !== 'string' || !isMoment(at)) return undefined;
	return { id, code, who, at };
}

const table = 'assignments';

/** Keeps them in an IndexedDB of their own, apart from the answers. */
export function openAssignmentStore(name = 'crossread-assignments'): AssignmentStore {
	const ofThisPage = new Map<string, BegunAssignment>();
	const use = oneStore(name, table, 'id');

	return {
		async keep(begun) {
			ofThisPage.set(begun.id, begun);
			return (await use((database) => database.put(table, begun))) !== undefined;
		},
		async all() {
			const kept = (await use((database) => database.getAll(table))) ?? [];
			const begun = kept.flatMap((data) => parseBegun(data) ?? []).map((one) => [one.id, one] as const);
			return [...new Map([...begun, ...ofThisPage]).values()].sort((a, b) => b.at - a.at);
		},
	};
}
