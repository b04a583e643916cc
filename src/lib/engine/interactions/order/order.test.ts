import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { orderItem, rich } from '../../testing.ts';
import type { OrderItem } from './schema.ts';
import { checkOrder } from './check.ts';
import { longestRising, order } from './order.ts';

const ids = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7'];

/** The length of the longest rising subsequence, by trying every one. */
const longestByTrying = (numbers: readonly number[]): number =>
	Math.max(
		...Array.from({ length: 2 ** numbers.length }, (_, bits) => numbers.filter((_n, at) => bits & (1 << at)))
			.filter((some) => some.every((number, at) => at === 0 || number > (some[at - 1] ?? Infinity)))
			.map(({ length }) => length),
	);

const anyNumbers = fc.oneof(
	fc.array(fc.nat(8), { maxLength: 7 }),
	fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 7 }),
);

/** A chain of three to seven links and some order of them. */
const anyOrdered = fc
	.integer({ min: 3, max: 7 })
	.chain((length) =>
		fc
			.shuffledSubarray(ids.slice(0, length), { minLength: length })
			.map((response) => ({ item: orderItem(ids.slice(0, length)), response })),
	);

function scoreOf(response: unknown, item: OrderItem) {
	const outcome = order.score(response, item);
	if (outcome.type === 'invalid') throw new TypeError(`not to be scored: ${outcome.code}`);
	return outcome;
}

describe('a longest rising part of a sequence', () => {
	it('is as long as any that rises', () => {
		fc.assert(
			fc.property(anyNumbers, (numbers) => {
				expect(longestRising(numbers).size).toBe(longestByTrying(numbers));
			}),
			{ numRuns: 300 },
		);
	});

	it('rises', () => {
		fc.assert(
			fc.property(anyNumbers, (numbers) => {
				const part = numbers.filter((_, at) => longestRising(numbers).has(at));
				expect(part).toEqual([...new Set(part)].sort((a, b) => a - b));
			}),
		);
	});
});

describe('the score of an order', () => {
	it.each([
		['the right order', ['l1', 'l2', 'l3', 'l4'], 3],
		['two neighbours exchanged', ['l2', 'l1', 'l3', 'l4'], 2],
		['the first link moved to the end', ['l2', 'l3', 'l4', 'l1'], 2],
		['both halves exchanged', ['l3', 'l4', 'l1', 'l2'], 1],
		['the reverse order', ['l4', 'l3', 'l2', 'l1'], 0],
	])('counts the links that follow each other rightly, less one: %s', (_, response, score) => {
		expect(order.score(response, orderItem())).toMatchObject({ type: 'scored', score, maxScore: 3 });
	});

	it('is 0 for the reverse order and full for the correct response, however long the chain', () => {
		fc.assert(
			fc.property(anyOrdered, ({ item }) => {
				const right = order.correctResponse(item) as string[];
				expect(scoreOf([...right].reverse(), item).score).toBe(0);
				expect(scoreOf(right, item).score).toBe(item.links.length - 1);
			}),
		);
	});

	it('is one less for one link out of place', () => {
		fc.assert(
			fc.property(anyOrdered, fc.nat(), fc.nat(), ({ item }, pick, to) => {
				const right = item.links.map(({ id }) => id);
				const moved = right[pick % right.length] ?? '';
				const rest = right.filter((id) => id !== moved);
				const at = to % right.length;
				const response = [...rest.slice(0, at), moved, ...rest.slice(at)];
				fc.pre(response.join() !== right.join());
				expect(scoreOf(response, item).score).toBe(item.links.length - 2);
			}),
		);
	});

	it('never lies outside 0 and its most, and is full only for the right order', () => {
		fc.assert(
			fc.property(anyOrdered, ({ item, response }) => {
				const { score, maxScore } = scoreOf(response, item);
				expect(maxScore).toBe(item.links.length - 1);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(maxScore);
				expect(score === maxScore).toBe(response.join() === item.links.map(({ id }) => id).join());
			}),
		);
	});

	it('calls as many links right as follow each other rightly, each in the place where it was put', () => {
		fc.assert(
			fc.property(anyOrdered, ({ item, response }) => {
				const { score, findings } = scoreOf(response, item);
				expect(findings.map(({ part }) => part)).toEqual(response);
				expect(findings.filter(({ kind }) => kind === 'right')).toHaveLength(score + 1);
			}),
		);
	});
});

describe('an order that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['a group of keys', { 0: 'l1', 1: 'l2', 2: 'l3', 3: 'l4', length: 4 }],
		['words', 'l1l2'],
		['a link missing', ['l1', 'l2', 'l3']],
		['a link too many', ['l1', 'l2', 'l3', 'l4', 'l4']],
		['a link twice in the place of another', ['l1', 'l2', 'l3', 'l3']],
		['an unknown link', ['l1', 'l2', 'l3', 'l9']],
		['a link every object knows', ['l1', 'l2', 'l3', 'constructor']],
		['a link that is not a string', ['l1', 'l2', 'l3', ['l4']]],
	])('%s counts as nothing chosen', (_, response) => {
		expect(order.score(response, orderItem())).toEqual({ type: 'invalid', code: 'nothing-chosen' });
	});
});

describe('an order', () => {
	const item = orderItem(undefined, {
		links: orderItem().links.map((link) => (link.id === 'l2' ? { ...link, misconception: 'm' } : link)),
	});

	it('stays as it is for the next try', () => {
		expect(order.keepRight(['l4', 'l1', 'l2', 'l3'], item)).toEqual(['l4', 'l1', 'l2', 'l3']);
	});

	it('has a reason for each link: at once where it is in order, later where it is not', () => {
		expect(order.feedback({ kind: 'right', part: 'l2' }, item)).toEqual({
			about: rich('Link l2'),
			text: rich('Why l2 stands there'),
		});
		expect(order.feedback({ kind: 'wrong', part: 'l2' }, item)).toEqual({
			about: rich('Link l2'),
			reason: rich('Why l2 stands there'),
			misconception: 'm',
		});
		expect(order.feedback({ kind: 'wrong', part: 'l1' }, item)).not.toHaveProperty('misconception');
	});

	it('has no link of another item: a programmer’s error', () => {
		expect(() => order.feedback({ kind: 'right', part: 'l9' }, item)).toThrow(
			new TypeError('“l9” is not a link of “order”'),
		);
	});

	it('is refused where a link id is used twice, and else has no problems', () => {
		expect(checkOrder(item)).toEqual([]);
		expect(checkOrder(orderItem(['l1', 'l2', 'l1']))).toMatchObject([
			{ path: ['links', 2, 'id'], message: 'the id “l1” is used twice in this item' },
		]);
	});
});
