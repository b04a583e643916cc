import { describe, expect, it } from 'vitest';
import { choiceItem, planOf } from '../engine/testing.ts';
import { changeBetween, signTest } from './change.ts';
import { answer } from './testing.ts';

describe('the sign test', () => {
	// Tails of fair coins, exact: Dixon & Mood 1946, table of two-sided levels.
	it.each([
		[0, 0, 1],
		[1, 1, 1],
		[5, 0, 0.0625],
		[6, 0, 0.03125],
		[8, 2, 0.109375],
		[9, 1, 0.021484375],
		[1, 9, 0.021484375],
		[15, 5, 0.041389465],
	])('of %i up and %i down is %d', (up, down, chance) => {
		expect(signTest(up, down)).toBeCloseTo(chance, 8);
	});
});

const form = (id: string, count = 8) => ({
	...planOf(
		...Array.from({ length: count }, (_, n) => choiceItem({ id: `${id}-${n}`, skill: `framing/${n}` })),
	),
	id,
});

const plans = [form('in'), form('out')] as const;

const attempt = (lesson: string, at: number, shares: (number | undefined)[], name = `${lesson}-${at}`) =>
	shares.flatMap((share, n) =>
		share === undefined ? [] : [answer({ lesson, attempt: name, item: `${lesson}-${n}`, at: at + n, share })],
	);

const low = [0, 0, 0, 0, 0, 0, 0.5, 1];
const high = [1, 1, 1, 1, 1, 1, 1, 1];

describe('a change between two parallel forms', () => {
	it('pairs items by their place, each with its skill', () => {
		const change = changeBetween(plans, [...attempt('in', 0, low), ...attempt('out', 100, high)]);
		expect(change).toMatchObject({ up: 7, down: 0, same: 1, direction: 'up' });
		expect(change?.pairs[6]).toEqual({ skill: 'framing/6', before: 0.5, after: 1 });
		expect(change?.before.points).toBe(1.5);
		expect(change?.after.points).toBe(8);
	});

	it('has no direction where chance could explain it', () => {
		const change = changeBetween(plans, [
			...attempt('in', 0, low),
			...attempt('out', 100, [1, 1, 1, 1, 1, 0, 0.5, 1]),
		]);
		expect(change).toMatchObject({ up: 5, down: 0, direction: 'too-few-to-tell' });
	});

	it('can go down', () => {
		const change = changeBetween(plans, [...attempt('in', 0, high), ...attempt('out', 100, low)]);
		expect(change?.direction).toBe('down');
	});

	it('compares only items that were answered in both', () => {
		const change = changeBetween(plans, [
			...attempt('in', 0, [1, undefined, 0]),
			...attempt('out', 100, [undefined, 1, 1]),
		]);
		expect(change).toMatchObject({ pairs: [{ skill: 'framing/2' }], up: 1 });
	});

	it('takes the first attempt at each: a second one meets questions that are known', () => {
		const change = changeBetween(plans, [
			...attempt('out', 300, low),
			...attempt('in', 200, high),
			...attempt('in', 0, low),
			...attempt('out', 100, high),
		]);
		expect(change).toMatchObject({ up: 7, down: 0 });
	});

	it.each([
		['without the earlier form', attempt('out', 0, high)],
		['without the later one', attempt('in', 0, high)],
		['where the later form came first', [...attempt('out', 0, high), ...attempt('in', 100, low)]],
		['without answers', []],
	])('is not there %s', (_, all) => {
		expect(changeBetween(plans, all)).toBeUndefined();
	});
});
