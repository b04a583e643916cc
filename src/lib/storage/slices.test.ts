import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slicesOf } from './slices.ts';

it('cuts a list of any length into lists of 1 to 1,000, and loses nothing', () => {
	fc.assert(
		fc.property(fc.oneof(fc.nat(3_500), fc.constantFrom(0, 1_000, 1_001, 2_000)), (length) => {
			const all = Array.from({ length }, (_, index) => index);
			const slices = slicesOf(all);
			expect(slices.flat()).toEqual(all);
			for (const slice of slices) {
				expect(slice.length).toBeGreaterThan(0);
				expect(slice.length).toBeLessThanOrEqual(1_000);
			}
		}),
	);
});
