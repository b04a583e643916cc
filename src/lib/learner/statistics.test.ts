import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantile, wilson } from './statistics.ts';

describe('the normal quantile', () => {
	// R 4: qnorm(c(.5, .6, .8, .975, .999, 1e-6, 1e-12), log.p = FALSE)
	it.each([
		[0.5, 0],
		[0.6, 0.2533471],
		[0.8, 0.8416212],
		[0.975, 1.959964],
		[0.999, 3.0902323],
		[1e-6, -4.7534243],
		[1e-12, -7.0344838],
	])('of %d is %d', (share, z) => {
		expect(normalQuantile(share)).toBeCloseTo(z, 6);
	});

	it('is the same on both sides', () => {
		for (let share = 0.01; share < 0.5; share += 0.01)
			expect(normalQuantile(1 - share)).toBeCloseTo(-normalQuantile(share), 9);
	});

	it.each([0, 1, -0.1, NaN])('of %d does not exist', (share) => {
		expect(() => normalQuantile(share)).toThrow(RangeError);
	});

	it('undoes the density’s sum', () => {
		const step = 0.001;
		let below = 0.5;
		for (let x = step / 2; x < 1.5; x += step) below += normalDensity(x) * step;
		expect(normalQuantile(below)).toBeCloseTo(1.5, 3);
	});
});

describe('the interval of a share', () => {
	// Newcombe 1998, Statistics in Medicine 17, table I, method 3.
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])('of %i in %i is %d to %d', (count, of, low, high) => {
		const interval = wilson(count, of);
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});

	it('of nothing is everything', () => {
		expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
	});

	it('ends at 1 where all cases count', () => {
		expect(wilson(10, 10).high).toBeCloseTo(1, 12);
	});
});
