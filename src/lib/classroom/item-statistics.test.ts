import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { alphaOf, correlationOf, discriminationsOf, facilityOf } from './item-statistics.ts';

const guttman = [
	[1, 1, 1],
	[1, 1, 0],
	[1, 0, 0],
	[0, 0, 0],
];

/** Chatterjee & Price (1977), Regression Analysis by Example, as in R’s datasets::attitude: 30 departments, 7 scales. */
const attitude = [
	[43, 51, 30, 39, 61, 92, 45],
	[63, 64, 51, 54, 63, 73, 47],
	[71, 70, 68, 69, 76, 86, 48],
	[61, 63, 45, 47, 54, 84, 35],
	[81, 78, 56, 66, 71, 83, 47],
	[43, 55, 49, 44, 54, 49, 34],
	[58, 67, 42, 56, 66, 68, 35],
	[71, 75, 50, 55, 70, 66, 41],
	[72, 82, 72, 67, 71, 83, 31],
	[67, 61, 45, 47, 62, 80, 41],
	[64, 53, 53, 58, 58, 67, 34],
	[67, 60, 47, 39, 59, 74, 41],
	[69, 62, 57, 42, 55, 63, 25],
	[68, 83, 83, 45, 59, 77, 35],
	[77, 77, 54, 72, 79, 77, 46],
	[81, 90, 50, 72, 60, 54, 36],
	[74, 85, 64, 69, 79, 79, 63],
	[65, 60, 65, 75, 55, 80, 60],
	[65, 70, 46, 57, 75, 85, 46],
	[50, 58, 68, 54, 64, 78, 52],
	[50, 40, 33, 34, 43, 64, 33],
	[64, 61, 52, 62, 66, 80, 41],
	[53, 66, 52, 50, 63, 80, 37],
	[40, 37, 42, 58, 50, 57, 49],
	[63, 54, 42, 48, 66, 75, 33],
	[66, 77, 66, 63, 88, 76, 72],
	[78, 75, 58, 74, 80, 78, 49],
	[48, 57, 44, 45, 51, 83, 38],
	[85, 85, 71, 71, 77, 74, 55],
	[82, 82, 39, 59, 64, 78, 39],
];

const anyRows = (shares: fc.Arbitrary<number>) =>
	fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 12 })).chain(([items, learners]) =>
		fc.array(fc.array(shares, { minLength: items, maxLength: items }), {
			minLength: learners,
			maxLength: learners,
		}),
	);

const quarters = fc.constantFrom(0, 0.25, 0.5, 0.75, 1);

const isClose = (a: number | null, b: number | null) => {
	if (a === null || b === null) expect(a).toBe(b);
	else expect(a).toBeCloseTo(b, 9);
};

describe('the facility of an item', () => {
	it('is the mean share of its points', () => {
		expect(facilityOf([1, 0, 0.5, 1])).toBe(0.625);
	});

	it('is unknown where nobody answered', () => {
		expect(facilityOf([])).toBeNull();
	});

	it('never falls when an answer gets better', () => {
		fc.assert(
			fc.property(fc.array(quarters, { minLength: 1 }), fc.nat(), (shares, pick) => {
				const better = shares.with(pick % shares.length, 1);
				expect(facilityOf(better)).toBeGreaterThanOrEqual(facilityOf(shares) ?? 0);
			}),
		);
	});
});

describe('α', () => {
	it('is KR-20 for right-or-wrong items: .75 for the rows 111, 110, 100, 000', () => {
		expect(alphaOf(guttman)).toBeCloseTo(0.75, 12);
	});

	it('is .84 for the attitude survey (R, psych::alpha)', () => {
		expect(alphaOf(attitude)).toBeCloseTo(0.84, 2);
	});

	it('is 1 where every item says the same', () => {
		const rows = [
			[1, 1],
			[0, 0],
			[0.5, 0.5],
		];
		expect(alphaOf(rows)).toBeCloseTo(1, 12);
	});

	it('is unknown for one item, one learner, or totals that don’t vary', () => {
		expect(alphaOf([[1], [0]])).toBeNull();
		expect(alphaOf([[1, 0]])).toBeNull();
		expect(
			alphaOf([
				[1, 0],
				[0, 1],
			]),
		).toBeNull();
		expect(alphaOf([])).toBeNull();
	});

	it('is at most 1, and the same in whatever order learners and items come', () => {
		fc.assert(
			fc.property(anyRows(quarters), fc.infiniteStream(fc.nat()), (rows, stream) => {
				const pick = () => stream.next().value ?? 0;
				const shuffled = rows.map((row) => ({ row, key: pick() })).sort((a, b) => a.key - b.key);
				const keys = (rows[0] ?? []).map(pick);
				const order = keys.map((_, index) => index).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
				const moved = shuffled.map(({ row }) => order.map((item) => row[item] ?? 0));
				const alpha = alphaOf(rows);
				isClose(alphaOf(moved), alpha);
				expect(alpha ?? 1).toBeLessThanOrEqual(1 + 1e-9);
			}),
		);
	});
});

describe('the discrimination of an item', () => {
	it('is its correlation with the other items: those of the attitude survey (R, psych::alpha, r.drop)', () => {
		const published = [0.67, 0.74, 0.56, 0.71, 0.79, 0.27, 0.46];
		for (const [item, discrimination] of discriminationsOf(attitude).entries())
			expect(discrimination).toBeCloseTo(published[item] ?? NaN, 2);
	});

	it('leaves the item itself out of the total', () => {
		const [first] = discriminationsOf([
			[1, 0],
			[0, 1],
			[1, 0],
		]);
		expect(first).toBeCloseTo(-1, 12);
	});

	it('is unknown where everybody got the item right, or the rest doesn’t vary', () => {
		expect(
			discriminationsOf([
				[1, 1, 0],
				[1, 0, 0],
			]),
		).toEqual([null, null, null]);
	});

	it('stays unknown where only rounding makes totals differ', () => {
		const rows = [
			[1, 0.1, 0.2, 0.3],
			[0, 0.3, 0.2, 0.1],
		];
		expect(discriminationsOf(rows)[0]).toBeNull();
	});

	it('lies within −1…1', () => {
		fc.assert(
			fc.property(anyRows(fc.double({ min: 0, max: 1, noNaN: true })), (rows) => {
				for (const discrimination of discriminationsOf(rows))
					expect(Math.abs(discrimination ?? 0)).toBeLessThanOrEqual(1);
			}),
		);
	});
});

describe('a correlation', () => {
	it('is the textbook’s: Anscombe (1973), first set, .816', () => {
		const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
		const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
		expect(correlationOf(xs, ys)).toBeCloseTo(0.816, 3);
	});
});
