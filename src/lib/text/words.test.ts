import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isInside, overlap, stretchOf, wordCount, wordsIn, type Word } from './words.ts';

/** “Planes landed on Sunday.” */
const words: Word[] = [
	[0, 6],
	[7, 13],
	[14, 16],
	[17, 23],
];

/** Words of a text in order, with at least one sign between two of them. */
const anyWords: fc.Arbitrary<Word[]> = fc
	.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 })), {
		minLength: 1,
		maxLength: 12,
	})
	.map((parts) =>
		parts.reduce<Word[]>((before, [space, length]) => {
			const start = (before.at(-1)?.[1] ?? 0) + space;
			return [...before, [start, start + length]];
		}, []),
	);

const anyRange = fc
	.tuple(fc.nat(30), fc.nat(30))
	.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const numbersIn = ({ from, to }: { from: number; to: number }) =>
	Array.from({ length: to - from }, (_, index) => from + index);

describe('the words of a stretch', () => {
	it.each([
		['whole words', { start: 7, end: 16 }, { from: 1, to: 3 }],
		['a word that it only touches', { start: 5, end: 8 }, { from: 0, to: 2 }],
		['one word from its first letter to its last', { start: 14, end: 16 }, { from: 2, to: 3 }],
		['all from the start to far behind the end', { start: 0, end: 99 }, { from: 0, to: 4 }],
	])('are %s', (_, stretch, expected) => {
		expect(wordsIn(words, stretch)).toEqual(expected);
	});

	it.each([
		['between two words', { start: 6, end: 7 }],
		['behind the last', { start: 23, end: 24 }],
	])('are none %s', (_, stretch) => {
		expect(wordsIn(words, stretch)).toBeUndefined();
		expect(wordsIn([], stretch)).toBeUndefined();
	});

	it('are the words that the stretch was made from', () => {
		fc.assert(
			fc.property(anyWords, fc.nat(), fc.nat(), (all, a, b) => {
				const from = a % all.length;
				const to = from + 1 + (b % (all.length - from));
				expect(wordsIn(all, stretchOf(all, { from, to }))).toEqual({ from, to });
			}),
		);
	});

	it('are exactly those that it shares a letter with', () => {
		fc.assert(
			fc.property(anyWords, fc.nat(60), fc.integer({ min: 1, max: 60 }), (all, start, length) => {
				const end = start + length;
				const touched = all.flatMap(([first, last], at) => (first < end && last > start ? [at] : []));
				const found = wordsIn(all, { start, end });
				expect(found ? numbersIn(found) : []).toEqual(touched);
			}),
		);
	});
});

describe('the stretch of some words', () => {
	it('goes from the first letter of the first to the last letter of the last', () => {
		expect(stretchOf(words, { from: 1, to: 3 })).toEqual({ start: 7, end: 16 });
	});
});

describe('two ranges of words', () => {
	it('share as many words as stand in both', () => {
		fc.assert(
			fc.property(anyRange, anyRange, (a, b) => {
				const inBoth = numbersIn(a).filter((word) => numbersIn(b).includes(word));
				expect(overlap(a, b)).toBe(inBoth.length);
				expect(overlap(b, a)).toBe(inBoth.length);
			}),
		);
	});

	it('lie one inside the other where all words of the one stand in the other', () => {
		fc.assert(
			fc.property(anyRange, anyRange, (a, b) => {
				fc.pre(wordCount(a) > 0);
				expect(isInside(a, b)).toBe(overlap(a, b) === numbersIn(a).length);
			}),
		);
	});
});
