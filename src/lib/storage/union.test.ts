import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../engine/attempt-record.ts';
import { startedEvent } from '../engine/testing.ts';
import { keyOf, missingFrom, union } from './union.ts';

const go = (attempt: string, seq: number, to: string, at: number): AttemptEvent => ({
	attempt,
	seq,
	type: 'go',
	to,
	at,
});

/** Few places, so that lists meet in many of them. */
const anyList = fc.array(
	fc
		.tuple(fc.constantFrom('a', 'b', 'a 1'), fc.nat(4), fc.constantFrom('here', 'there'), fc.nat(2))
		.map((parts) => go(...parts)),
	{ maxLength: 12 },
);

const sorted = (events: AttemptEvent[]) => events.map((event) => JSON.stringify(event)).sort();

describe('the union of what stores hold', () => {
	it('is the same in any order of the stores, and however they are grouped', () => {
		fc.assert(
			fc.property(anyList, anyList, anyList, (a, b, c) => {
				expect(sorted(union(a, b))).toEqual(sorted(union(b, a)));
				expect(sorted(union(union(a, b), c))).toEqual(sorted(union(a, union(b, c))));
			}),
		);
	});

	it('does not change when something in it is read once more', () => {
		fc.assert(
			fc.property(anyList, anyList, (a, b) => {
				expect(sorted(union(union(a, b), b, a))).toEqual(sorted(union(a, b)));
			}),
		);
	});

	it('has an event for every place that any store has, and for no other', () => {
		fc.assert(
			fc.property(anyList, anyList, (a, b) => {
				const places = [...new Set([...a, ...b].map(keyOf))].sort();
				expect(union(a, b).map(keyOf).sort()).toEqual(places);
			}),
		);
	});

	it('keeps the earlier of two events in one place', () => {
		expect(union([go('a', 1, 'late', 9)], [go('a', 1, 'early', 3)])).toEqual([go('a', 1, 'early', 3)]);
	});
});

describe('what one store lacks', () => {
	it('makes it complete', () => {
		fc.assert(
			fc.property(anyList, anyList, (a, b) => {
				const all = union(a, b);
				const healed = [...union(a), ...missingFrom(all, a)];
				expect(healed.map(keyOf).sort()).toEqual(all.map(keyOf).sort());
			}),
		);
	});

	it('is nothing where it has the place already', () => {
		expect(missingFrom([startedEvent()], [{ ...startedEvent(), at: 9 }])).toEqual([]);
	});
});
