import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countJudgements, discernmentOf, type Discernment, type JudgementCounts } from './discernment.ts';

const of = (caught: number, weak: number, doubted: number, sound: number): JudgementCounts => ({
	caught,
	weak,
	doubted,
	sound,
});

function discern(counts: JudgementCounts): Discernment {
	const discernment = discernmentOf(counts);
	if (!discernment) throw new Error('too few passages');
	return discernment;
}

const isIn = (value: number, { low, high }: { low: number; high: number }) => low <= value && value <= high;

it('judgements are counted by what the passage deserves and what it got', () => {
	const judgements = [
		{ isSound: true, calledSound: true },
		{ isSound: true, calledSound: false },
		{ isSound: false, calledSound: false },
		{ isSound: false, calledSound: false },
		{ isSound: false, calledSound: true },
	];
	expect(countJudgements(judgements)).toEqual(of(2, 3, 1, 2));
});

describe('d′ and c', () => {
	// Log-linear correction, Hautus 1995; vectors of the project’s design, checked with R’s qnorm.
	it.each([
		[8, 10, 2, 10, 1.496, 0],
		[10, 10, 10, 10, 0, -1.691],
		[0, 10, 0, 10, 0, 1.691],
		[10, 10, 0, 10, 3.381, 0],
		[15, 20, 9, 30, 1.143, -0.066],
	])('of %i caught in %i and %i doubted in %i are %d and %d', (caught, weak, doubted, sound, d, c) => {
		const { sensitivity, criterion } = discern(of(caught, weak, doubted, sound));
		expect(sensitivity).toBeCloseTo(d, 3);
		expect(criterion).toBeCloseTo(c, 3);
	});

	it('have intervals by the delta method', () => {
		// Gourevitch & Galanter 1967 with the corrected rates 8.5/11 and 2.5/11: var z = p(1 − p) / (10 φ(z)²) = 0.19304 each.
		const { sensitivity, sensitivityInterval, criterionInterval } = discern(of(8, 10, 2, 10));
		expect(sensitivityInterval.high - sensitivity).toBeCloseTo(1.96 * 0.62135, 3);
		expect(criterionInterval.high).toBeCloseTo((1.96 * 0.62135) / 2, 3);
	});

	it('are not given for fewer than five passages of a kind', () => {
		expect(discernmentOf(of(4, 4, 1, 20))).toBeUndefined();
		expect(discernmentOf(of(4, 20, 1, 4))).toBeUndefined();
		expect(discernmentOf(of(4, 5, 1, 5))).toBeDefined();
	});

	it('catching more never lowers d′, doubting more never raises it, and both lean to suspicion', () => {
		const counts = fc
			.record({ weak: fc.integer({ min: 5, max: 60 }), sound: fc.integer({ min: 5, max: 60 }) })
			.chain(({ weak, sound }) =>
				fc.record({
					weak: fc.constant(weak),
					sound: fc.constant(sound),
					caught: fc.nat(weak - 1),
					doubted: fc.nat(sound - 1),
				}),
			);
		fc.assert(
			fc.property(counts, (before) => {
				const [first, caught, doubted] = [
					discern(before),
					discern({ ...before, caught: before.caught + 1 }),
					discern({ ...before, doubted: before.doubted + 1 }),
				];
				expect(caught.sensitivity).toBeGreaterThan(first.sensitivity);
				expect(doubted.sensitivity).toBeLessThan(first.sensitivity);
				expect(caught.criterion).toBeLessThan(first.criterion);
				expect(doubted.criterion).toBeLessThan(first.criterion);
			}),
		);
	});
});

describe('a leaning', () => {
	it('is named where the whole interval lies on one side', () => {
		expect(discern(of(10, 10, 10, 10)).leaning).toBe('too-suspicious');
		expect(discern(of(0, 10, 0, 10)).leaning).toBe('too-trusting');
	});

	it('is not named where chance could explain it', () => {
		expect(discern(of(8, 10, 2, 10)).leaning).toBe('neither');
		expect(discern(of(4, 5, 3, 5)).leaning).toBe('neither');
	});
});

describe('the intervals', () => {
	const binomial = (n: number, p: number): number[] => {
		const masses = [(1 - p) ** n];
		for (let k = 1; k <= n; k += 1) masses.push(((masses[k - 1] ?? 0) * (n - k + 1) * p) / (k * (1 - p)));
		return masses;
	};
	// Shares of a normal model, from R’s pnorm: d′, c, hit rate, false alarm rate.
	it.each([
		[0, 0, 0.5, 0.5],
		[1, 0, 0.691462, 0.308538],
		[2, 0, 0.841345, 0.158655],
		[1, -1, 0.933193, 0.691462],
		[0, -0.8, 0.788145, 0.788145],
	])(
		'hold d′ = %d and c = %d at least 94 times in 100, for few passages and for many',
		(d, c, hit, alarm) => {
			for (const [weak, sound] of [
				[5, 5],
				[7, 9],
				[15, 20],
				[71, 98],
			] as const) {
				const [caughts, doubteds] = [binomial(weak, hit), binomial(sound, alarm)];
				let [coversD, coversC] = [0, 0];
				for (const [caught, p] of caughts.entries())
					for (const [doubted, q] of doubteds.entries()) {
						const found = discern(of(caught, weak, doubted, sound));
						if (isIn(d, found.sensitivityInterval)) coversD += p * q;
						if (isIn(c, found.criterionInterval)) coversC += p * q;
					}
				expect(coversD).toBeGreaterThan(0.94);
				expect(coversC).toBeGreaterThan(0.94);
			}
		},
	);
});
