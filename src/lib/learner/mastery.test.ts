import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answers.ts';
import { day } from './counted.ts';
import { masteryOf, type Mastery } from './mastery.ts';
import { answer, answers, anyAnswer } from './testing.ts';

function master(all: readonly Answer[], now = 0): Mastery {
	const mastery = masteryOf(all, now);
	if (!mastery) throw new Error('too few answers');
	return mastery;
}

const same = (count: number, change: Partial<Answer> = {}): Answer[] =>
	Array.from({ length: count }, (_, index) => answer({ item: `item-${index}`, ...change }));

describe('mastery', () => {
	it('is not given for fewer than three fresh answers', () => {
		expect(masteryOf(same(2), 0)).toBeUndefined();
		expect(masteryOf(same(3), 0)).toBeDefined();
		expect(masteryOf(same(5), 30 * day)).toBeUndefined();
	});

	// With no chance of guessing, n right answers make (0.9 θ)ⁿ: a Beta(n + 1, 1), mean (n + 1)/(n + 2), quantiles q^(1/(n + 1)).
	it.each([3, 5, 10, 20])('after %i right answers without a chance to guess is a Beta distribution', (n) => {
		const { mean, low, high, evidence } = master(same(n));
		expect(mean).toBeCloseTo((n + 1) / (n + 2), 2);
		expect(low).toBeCloseTo(0.1 ** (1 / (n + 1)), 2);
		expect(high).toBeCloseTo(0.9 ** (1 / (n + 1)), 2);
		expect(evidence).toBe(n);
	});

	it('weighs a right answer by what guessing would have earned', () => {
		// ∫θ(c + (0.9 − c)θ)³ / ∫(c + (0.9 − c)θ)³ over 0…1, with c = 1/2: sums of powers.
		const c = 0.5;
		const slope = 0.4;
		const integral = (n: number) =>
			c ** 3 / (n + 1) +
			(3 * c ** 2 * slope) / (n + 2) +
			(3 * c * slope ** 2) / (n + 3) +
			slope ** 3 / (n + 4);
		expect(master(same(3, { chance: c })).mean).toBeCloseTo(integral(1) / integral(0), 3);
	});

	it('after hints counts a right answer for less', () => {
		expect(master(same(4, { hints: 1 })).mean).toBeLessThan(master(same(4)).mean);
		expect(master(same(4, { hints: 3 })).mean).toBeLessThan(master(same(4, { hints: 1 })).mean);
	});

	it('is near the bottom for somebody who guesses, with some luck', () => {
		const guessed = answers(
			...Array.from({ length: 16 }, (_, n) => ({ chance: 0.25, share: n % 4 ? 0 : 1 })),
		);
		const { low, high } = master(guessed);
		expect(low).toBeLessThan(0.05);
		expect(high).toBeLessThan(0.4);
	});

	it('forgives a slip', () => {
		const { high } = master([...same(9), answer({ item: 'slip', share: 0 })]);
		expect(high).toBeGreaterThan(0.95);
	});

	it('follows what is recent, and grows uncertain when nothing is', () => {
		const before = same(8, { share: 0 });
		const after = same(8, { at: 60 * day });
		const then = master([...before, ...after], 60 * day);
		expect(then.mean).toBeGreaterThan(0.6);
		const later = master([...before, ...after], 90 * day);
		expect(later.high - later.low).toBeGreaterThan(then.high - then.low);
	});
});

describe('one more answer', () => {
	const some = fc.array(anyAnswer, { minLength: 6, maxLength: 20 });
	const now = 100 * day;
	const fresh = answer({ item: 'new', at: now });

	it('that is right never lowers mastery, and a wrong one never raises it', () => {
		fc.assert(
			fc.property(some, fc.constantFrom(0, 0.25, 0.5), fc.nat(3), (before, chance, hints) => {
				const recent = before.map((old) => ({ ...old, at: old.at / 50 + 98 * day }));
				const { mean } = master(recent, now);
				const right = master([...recent, { ...fresh, chance, hints }], now);
				const wrong = master([...recent, { ...fresh, chance, hints, share: 0 }], now);
				expect(right.mean).toBeGreaterThanOrEqual(mean - 1e-9);
				expect(wrong.mean).toBeLessThanOrEqual(mean + 1e-9);
			}),
		);
	});

	it('with a larger share gives at least as much', () => {
		fc.assert(
			fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (before, share) => {
				const recent = before.map((old) => ({ ...old, at: now }));
				const part = master([...recent, { ...fresh, share }], now);
				const whole = master([...recent, fresh], now);
				expect(whole.mean).toBeGreaterThanOrEqual(part.mean - 1e-9);
				expect(part.low).toBeLessThanOrEqual(part.mean);
				expect(part.mean).toBeLessThanOrEqual(part.high);
			}),
		);
	});
});
