import type { AttemptEvent } from '../engine/attempt-record.ts';

/** Names an event's place. */
export const keyOf = ({ attempt, seq }: AttemptEvent): string => `${seq} ${attempt}`;

export const isSame = (a: AttemptEvent, b: AttemptEvent): boolean => JSON.stringify(a) === JSON.stringify(b);

const isBefore = (a: AttemptEvent, b: AttemptEvent): boolean =>
	a.at === b.at ? JSON.stringify(a) < JSON.stringify(b) : a.at < b.at;

/**
 * All events of all lists, each place once. Where two tabs wrote different events to one place, the earlier one
 * stands: the store refused the later one, which then took the next place.
 */
export function union(...lists: readonly AttemptEvent[][]): AttemptEvent[] {
	const byPlace = new Map<string, AttemptEvent>();
	for (const event of lists.flat()) {
		const key = keyOf(event);
		const other = byPlace.get(key);
		if (!other || isBefore(event, other)) byPlace.set(key, event);
	}
	return [...byPlace.values()];
}

/** What stands in the first list and has no place in the second. */
export function missingFrom(events: readonly AttemptEvent[], kept: readonly AttemptEvent[]): AttemptEvent[] {
	const places = new Set(kept.map(keyOf));
	return events.filter((event) => !places.has(keyOf(event)));
}
