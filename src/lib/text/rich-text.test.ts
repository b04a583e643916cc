import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { countWords, cutAtEdges, plainText, type Range } from './rich-text.ts';

const anyRange = (max: number): fc.Arbitrary<Range> =>
	fc.tuple(fc.nat(max), fc.nat(max)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const anyCut = fc.tuple(anyRange(40), fc.array(anyRange(50), { maxLength: 6 }));

const covers = ({ start, end }: Range, offset: number) => start <= offset && offset < end;

describe('cutting a text at the edges of ranges', () => {
	it('cuts nested and overlapping ranges into pieces with what covers them', () => {
		const [outer, inner, across] = [
			{ start: 0, end: 8 },
			{ start: 2, end: 4 },
			{ start: 6, end: 12 },
		];
		expect(cutAtEdges({ start: 0, end: 10 }, [outer, inner, across])).toEqual([
			{ start: 0, end: 2, covers: [outer] },
			{ start: 2, end: 4, covers: [outer, inner] },
			{ start: 4, end: 6, covers: [outer] },
			{ start: 6, end: 8, covers: [outer, across] },
			{ start: 8, end: 10, covers: [across] },
		]);
	});

	it('leaves a text without ranges in one piece', () => {
		expect(cutAtEdges({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, covers: [] }]);
	});

	it('does not cut at ranges that only touch', () => {
		const touching = [
			{ start: 0, end: 3 },
			{ start: 9, end: 12 },
		];
		expect(cutAtEdges({ start: 3, end: 9 }, touching)).toEqual([{ start: 3, end: 9, covers: [] }]);
	});

	it('gives pieces that join to the whole, in order and none of them empty', () => {
		fc.assert(
			fc.property(anyCut, ([within, ranges]) => {
				const pieces = cutAtEdges(within, ranges);
				let end = within.start;
				for (const piece of pieces) {
					expect(piece.start).toBe(end);
					expect(piece.end).toBeGreaterThan(piece.start);
					end = piece.end;
				}
				expect(end).toBe(within.end);
			}),
		);
	});

	it('names for every place exactly the ranges that cover it', () => {
		fc.assert(
			fc.property(anyCut, ([within, ranges]) => {
				for (const piece of cutAtEdges(within, ranges))
					for (let offset = piece.start; offset < piece.end; offset += 1)
						expect(piece.covers).toEqual(ranges.filter((range) => covers(range, offset)));
			}),
		);
	});

	it('does not care in which order the ranges stand', () => {
		fc.assert(
			fc.property(anyCut, ([within, ranges]) => {
				const edges = (of: Range[]) => cutAtEdges(within, of).map(({ start, end }) => [start, end]);
				expect(edges(ranges.toReversed())).toEqual(edges(ranges));
			}),
		);
	});
});

describe('counting words', () => {
	it.each([
		['', 0],
		['   ', 0],
		['—', 0],
		['one', 1],
		['Two words.', 2],
		['The U.S. and R-TX count once each', 7],
		["It’s Russia's move", 3],
		['a dash — between – words', 4],
		['“quoted words”', 2],
		['Guaidó, Maduro: señores', 3],
		['100 troops and 2.5 tons', 5],
		['line\nbreaks\tand tabs', 4],
	])('of “%s” gives %i', (text, words) => {
		expect(countWords(text)).toBe(words);
	});

	it('gives the same for words however they are spaced', () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		const space = fc.constantFrom(' ', '\n', '  ', ', ', ' — ', '\u00A0');
		fc.assert(
			fc.property(fc.array(fc.tuple(word, space)), (parts) => {
				expect(countWords(parts.flat().join(''))).toBe(parts.length);
			}),
		);
	});
});

describe('plain text', () => {
	it('is the words without their styles', () => {
		expect(plainText([{ text: 'who ' }, { text: 'says', em: true }, { text: ' so', exact: 'a' }])).toBe(
			'who says so',
		);
		expect(plainText([])).toBe('');
	});
});
