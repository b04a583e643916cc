import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { shuffledApart } from './shuffled-apart.ts';

const anyShuffled = fc
	.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 })
	.chain((right) =>
		fc.shuffledSubarray(right, { minLength: right.length }).map((shuffled) => ({ right, shuffled })),
	);

describe('shuffled parts', () => {
	it('never start in the right order, and are still all there', () => {
		fc.assert(
			fc.property(anyShuffled, ({ right, shuffled }) => {
				for (const start of [shuffled, right]) {
					const apart = shuffledApart(start, right);
					expect(apart).not.toEqual(right);
					expect([...apart].sort()).toEqual([...right].sort());
				}
			}),
		);
	});

	it('stay as they were shuffled where that is not the right order', () => {
		expect(shuffledApart(['a', 'c', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'c', 'b']);
		expect(shuffledApart(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual(['b', 'c', 'a']);
	});

	it('can be none or one', () => {
		expect(shuffledApart([], [])).toEqual([]);
		expect(shuffledApart(['a'], ['a'])).toEqual(['a']);
	});
});
