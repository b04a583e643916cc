import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { settingsOf } from './attempt-settings.ts';
import { orderFor, seededOrder } from './seeded-order.ts';

const anySeed = fc.nat(2 ** 32 - 1);
const anyParts = fc.uniqueArray(fc.string(), { maxLength: 10 });
const options = ['a', 'b', 'c', 'd'];
const seeds = Array.from({ length: 2_000 }, (_, seed) => seed);

describe('a seeded order', () => {
	it('holds the same parts, each once, and leaves the given list alone', () => {
		fc.assert(
			fc.property(anyParts, anySeed, fc.string(), (parts, seed, item) => {
				const before = [...parts];
				expect([...seededOrder(parts, seed, item)].sort()).toEqual([...parts].sort());
				expect(parts).toEqual(before);
			}),
		);
	});

	it('is the same each time for the same seed and item', () => {
		fc.assert(
			fc.property(anyParts, anySeed, fc.string(), (parts, seed, item) => {
				expect(seededOrder(parts, seed, item)).toEqual(seededOrder(parts, seed, item));
			}),
		);
	});

	it('never changes between versions, as records hold only the seed', () => {
		expect([0, 1, 7, 4_294_967_295].map((seed) => seededOrder(options, seed, 'item').join(''))).toEqual([
			'cabd',
			'cdab',
			'dbca',
			'abdc',
		]);
	});

	it.each(options)('puts option %s in each place about equally often over many seeds', (option) => {
		const places = seeds.map((seed) => seededOrder(options, seed, 'two-passages').indexOf(option));
		for (const place of [0, 1, 2, 3]) {
			const share = places.filter((found) => found === place).length / seeds.length;
			expect(share).toBeGreaterThan(0.2);
			expect(share).toBeLessThan(0.3);
		}
	});

	it('reaches every order of four options', () => {
		expect(new Set(seeds.map((seed) => seededOrder(options, seed, 'item').join(''))).size).toBe(24);
	});

	it('differs between the items of one attempt', () => {
		const orders = seeds.map((index) => seededOrder(options, 7, `item-${index}`)[0]);
		for (const option of options) {
			const share = orders.filter((first) => first === option).length / orders.length;
			expect(share).toBeGreaterThan(0.2);
			expect(share).toBeLessThan(0.3);
		}
	});
});

describe('the order of an attempt', () => {
	it('is the authored one where the settings say so', () => {
		fc.assert(
			fc.property(anyParts, anySeed, (parts, seed) => {
				expect(orderFor(parts, { seed, settings: settingsOf({ order: 'authored' }) }, 'item')).toEqual(parts);
			}),
		);
	});

	it('is the seeded one otherwise', () => {
		fc.assert(
			fc.property(anyParts, anySeed, (parts, seed) => {
				const order = orderFor(parts, { seed, settings: settingsOf({}) }, 'item');
				expect(order).toEqual(seededOrder(parts, seed, 'item'));
			}),
		);
	});
});
