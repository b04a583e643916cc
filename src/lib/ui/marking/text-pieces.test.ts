import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readingOf } from '../../engine/testing.ts';
import { piecesOf, quoteOf } from './text-pieces.ts';

const reading = {
	...readingOf('EU frowns', ['“Planes landed,” he said. (Two of them.)', 'He gave no name.']),
	styles: [{ kind: 'exact' as const, start: 12, end: 25 }],
};

const textsOf = (sentence: number) => {
	const range = reading.cut.sentences[sentence] ?? { from: 0, to: 0 };
	return piecesOf(reading, range).map(({ text }) => text);
};

describe('the pieces of a sentence', () => {
	it('are its words and what stands between, before and after them', () => {
		expect(textsOf(0)).toEqual(['EU', ' ', 'frowns']);
		expect(textsOf(1)).toEqual(['“', 'Planes', ' ', 'landed', ',” ', 'he', ' ', 'said', '. (']);
		expect(textsOf(2)).toEqual(['Two', ' ', 'of', ' ', 'them', '.)']);
		expect(textsOf(3)).toEqual(['He', ' ', 'gave', ' ', 'no', ' ', 'name', '.']);
	});

	it('say which are words, by number, and which are exact words', () => {
		const pieces = piecesOf(reading, { from: 2, to: 5 });
		expect(pieces.filter(({ word }) => word !== undefined)).toEqual([
			{ text: 'Planes', isExact: true, word: 2 },
			{ text: 'landed', isExact: true, word: 3 },
			{ text: 'he', isExact: false, word: 4 },
		]);
	});

	it('begin at the first word where the field begins within a sentence, and end before the next word', () => {
		expect(piecesOf(reading, { from: 3, to: 5 }).map(({ text }) => text)).toEqual([
			'landed',
			',” ',
			'he',
			' ',
		]);
	});

	it('are together the whole text of each paragraph, with each word once', () => {
		const anyPiece = fc.constantFrom('Planes', 'U.S.', 'a-b', '. ', '.', ' ', '? ', '“', '”', ', ', '(');
		const anyParagraph = fc.array(anyPiece, { maxLength: 20 }).map((pieces) => `${pieces.join('')}word`);
		fc.assert(
			fc.property(fc.array(anyParagraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
				const any = readingOf(
					'Head',
					paragraphs.map((text, at) => (at % 2 ? `“${text}.”` : text)),
				);
				const all = any.cut.sentences.map((sentence) => ({
					block: sentence.block,
					pieces: piecesOf(any, sentence),
				}));
				for (const { id, start, end } of any.blocks) {
					const inBlock = all.flatMap(({ block, pieces }) => (block === id ? pieces : []));
					expect(inBlock.map(({ text }) => text).join('')).toBe(any.text.slice(start, end));
				}
				expect(all.flatMap(({ pieces }) => pieces.flatMap(({ word }) => word ?? []))).toEqual([
					...any.cut.words.keys(),
				]);
			}),
		);
	});
});

describe('a quotation of words', () => {
	it('stands as in the text, from the first word to the last', () => {
		expect(quoteOf(reading, { from: 2, to: 5 })).toBe('Planes landed,” he');
	});

	it('is empty for no words', () => {
		expect(quoteOf(reading, { from: 0, to: 0 })).toBe('');
	});
});
