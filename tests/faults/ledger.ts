import type { AttemptEvent } from '../../src/lib/engine/attempt-record.ts';

/** An event that a store acknowledged, with the number of copies it claimed. */
export type Acknowledgement = { event: AttemptEvent; copies: number };

/** What is kept at one time: by all stores together as a learner gets it, and by each store alone. */
export type Kept = { union: AttemptEvent[]; each: Record<string, AttemptEvent[]> };

/** What became of answers. `lost`: acknowledged, and not there as written. `falselySaved`: fewer copies than claimed. */
export type Outcome = { acknowledged: number; lost: number; falselySaved: number };

const sortKeys = (_key: string, value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
		: value;

const toText = (event: AttemptEvent): string => JSON.stringify(event, sortKeys);

/**
 * Remembers outside the browser what was acknowledged inside it. An event counts as kept only where it is found
 * exactly as it was written, and as lost only once.
 */
export class Ledger {
	#copiesOf = new Map<string, number>();
	#fresh = 0;
	#awaited: { count: number; arrived: () => void } | undefined;

	acknowledge({ event, copies }: Acknowledgement): void {
		this.#copiesOf.set(toText(event), copies);
		this.#fresh += 1;
		if (this.#awaited && this.#fresh >= this.#awaited.count) this.#awaited.arrived();
	}

	/** Resolves once so many acknowledgements have come in since the last `settle`. */
	reach(count: number): Promise<void> {
		return new Promise((arrived) => {
			if (this.#fresh >= count) arrived();
			else this.#awaited = { count, arrived };
		});
	}

	/**
	 * Compares everything acknowledged before `look` with what `look` finds kept. A store that is empty was deleted as
	 * a whole, which the copies that it held could not know; one that holds anything is held to every claim.
	 */
	async settle(look: () => Promise<Kept>): Promise<Outcome> {
		const claims = [...this.#copiesOf];
		const outcome = { acknowledged: this.#fresh, lost: 0, falselySaved: 0 };
		this.#fresh = 0;
		const { union, each } = await look();
		const kept = new Set(union.map(toText));
		const stores = Object.values(each).map((events) => new Set(events.map(toText)));
		for (const [event, copies] of claims) {
			const possible = stores.filter((store) => store.size === 0 || store.has(event)).length;
			if (possible < Math.min(copies, stores.length)) outcome.falselySaved += 1;
			if (kept.has(event)) this.#copiesOf.set(event, Math.min(possible, copies));
			else {
				outcome.lost += 1;
				this.#copiesOf.delete(event);
			}
		}
		return outcome;
	}
}
