import { parseEvent, type AttemptEvent } from '../engine/attempt-record.ts';
import type { AttemptStore, EraseResult, EventStore, StoreResult } from './attempt-store.ts';
import { slicesOf } from './slices.ts';
import { keyOf, missingFrom, union } from './union.ts';

/** The event as it will be read again; undefined where it could not be. */
function toKept(event: AttemptEvent): AttemptEvent | undefined {
	try {
		return parseEvent(JSON.parse(JSON.stringify(event)));
	} catch {
		return undefined;
	}
}

/**
 * Keeps everything in both stores. They never wait for each other's success: one is enough to acknowledge, and what
 * one lacks is copied to it from the other at the next reading, or once it works again.
 */
export function pairStores(...stores: readonly [EventStore, EventStore]): AttemptStore {
	/** Those that missed something and may lack it still. */
	const lagging = new Set<EventStore>();
	const unsaved = new Map<string, AttemptEvent>();
	let mending: Promise<unknown> = Promise.resolve();
	let erasures = 0;

	async function appendTo(store: EventStore, events: AttemptEvent[]) {
		const result = await store.append(...events);
		if (!result.ok && result.reason !== 'taken') lagging.add(store);
		return result;
	}

	const read = async (store: EventStore) => ({ store, reading: await store.read() });

	type Reading = Awaited<ReturnType<typeof read>>;

	const eventsIn = (readings: Reading[]): AttemptEvent[] =>
		union(...readings.map(({ reading }) => (reading.ok ? reading.events : [])), [...unsaved.values()]);

	/** What cannot be read takes a place all the same: it must not keep the other events out. */
	async function copyTo(store: EventStore, events: AttemptEvent[]): Promise<void> {
		for (const slice of slicesOf(events)) {
			const result = await store.fill(...slice);
			if (!result.ok) return void lagging.add(store);
			for (const event of result.events) unsaved.delete(keyOf(event));
		}
	}

	/** Copies to each store what it lacks. */
	async function mend(readings: Reading[], all: AttemptEvent[]): Promise<void> {
		await Promise.all(
			readings.map(async ({ store, reading }) => {
				if (!reading.ok) return void lagging.add(store);
				lagging.delete(store);
				await copyTo(store, missingFrom(all, reading.events));
			}),
		);
	}

	async function readAndMend(): Promise<AttemptEvent[]> {
		const before = erasures;
		const readings = await Promise.all(stores.map(read));
		const all = eventsIn(readings);
		if (erasures === before) mending = Promise.all([mending, mend(readings, all)]);
		return all;
	}

	return {
		async append(...events): Promise<StoreResult> {
			const kept = events.flatMap((event) => toKept(event) ?? []);
			if (kept.length < events.length) return { ok: false, reason: 'failed' };
			const results = await Promise.all(stores.map((store) => appendTo(store, kept)));
			const refusals = results.flatMap((result) => (result.ok ? [] : [result]));
			const [refusal, another] = refusals;
			const taken = refusals.find(({ reason }) => reason === 'taken');
			for (const event of kept) unsaved.delete(keyOf(event));
			if (taken) return taken;
			if (refusal && another) {
				for (const event of kept) unsaved.set(keyOf(event), event);
				return refusal.reason === 'blocked' ? another : refusal;
			}
			if (!refusal && lagging.size > 0) await readAndMend();
			return { ok: true, copies: refusal ? 1 : 2 };
		},
		events: readAndMend,
		hasUnsaved: () => unsaved.size > 0,
		inspect: () =>
			Promise.all(
				stores.map(async (store) => {
					const reading = await store.read();
					return reading.ok
						? { name: store.name, ok: true, events: reading.events.length }
						: { name: store.name, ...reading };
				}),
			),
		async erase(): Promise<EraseResult> {
			erasures += 1;
			unsaved.clear();
			await mending;
			const results = await Promise.all(stores.map((store) => store.erase()));
			return results.find((result) => !result.ok && result.reason !== 'blocked') ?? { ok: true };
		},
	};
}
