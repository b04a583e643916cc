import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cutText } from './cut-text.ts';
import type { Block } from './reading.ts';
import { stretchOf } from './words.ts';

/** A text of paragraphs, two line breaks between them. */
function textOf(paragraphs: readonly string[]): { text: string; blocks: Block[] } {
	const blocks = paragraphs.reduce<Block[]>((before, paragraph, index) => {
		const start = index === 0 ? 0 : (before.at(-1)?.end ?? 0) + 2;
		return [...before, { id: `p${index + 1}`, part: 'paragraph', start, end: start + paragraph.length }];
	}, []);
	return { text: paragraphs.join('\n\n'), blocks };
}

/** The words of each sentence, as they stand in the text. */
function cut(paragraphs: readonly string[], language?: string): string[][] {
	const { text, blocks } = textOf(paragraphs);
	const { words, sentences } = cutText(text, blocks, language);
	return sentences.map(({ from, to }) => words.slice(from, to).map(([start, end]) => text.slice(start, end)));
}

/** The sentences, from the first letter of each to its last. */
function sentencesOf(paragraph: string): string[] {
	const { text, blocks } = textOf([paragraph]);
	const { words, sentences } = cutText(text, blocks);
	return sentences.map((sentence) => {
		const { start, end } = stretchOf(words, sentence);
		return text.slice(start, end);
	});
}

const anyPiece = fc.constantFrom(
	...[
		'Planes',
		'landed',
		'on',
		'Sunday',
		'U.S.',
		'military-technical',
		'Mr. Smith',
		'3,000',
		'don’t',
		'é',
		'الأحد',
	],
	...['.', '. ', '! ', '? ', ', ', ' ', ' ', ' ', ' – ', '-', '“', '”', '…', '(', ') ', '/', "'"],
);
const anyParagraph = fc.array(anyPiece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
const anyText = fc.array(anyParagraph, { minLength: 1, maxLength: 4 }).map(textOf);

describe('the sentences of a text', () => {
	it.each([
		['two sentences', 'Planes landed. He said so.', ['Planes landed', 'He said so']],
		['a question and an answer', 'Who says so? Nobody!', ['Who says so', 'Nobody']],
		['a title before a name', 'The U.S. Secretary spoke. He left.', ['The U.S. Secretary spoke', 'He left']],
		[
			'Mr., Gen. and Sen.',
			'Mr. Smith met Gen. Jones and Sen. Lee.',
			['Mr. Smith met Gen. Jones and Sen. Lee'],
		],
		['an abbreviation at the very end', 'He went to the U.S.', ['He went to the U.S']],
		['a number with a point', 'It rose by 3.5 points.', ['It rose by 3.5 points']],
	])('are cut as a reader would: %s', (_, paragraph, sentences) => {
		expect(sentencesOf(paragraph)).toEqual(sentences);
	});

	it('end with the paragraph, even without a point or after an abbreviation', () => {
		expect(cut(['EU frowns', 'Planes for the U.S.', 'He left'])).toEqual([
			['EU', 'frowns'],
			['Planes', 'for', 'the', 'U.S'],
			['He', 'left'],
		]);
	});

	it('name their paragraph', () => {
		const { text, blocks } = textOf(['One. Two.', '…', 'Three.']);
		expect(cutText(text, blocks).sentences).toEqual([
			{ block: 'p1', from: 0, to: 1 },
			{ block: 'p1', from: 1, to: 2 },
			{ block: 'p3', from: 2, to: 3 },
		]);
	});
});

describe('the words of a text', () => {
	it.each([
		['a hyphen', 'a military-technical need', ['a', 'military-technical', 'need']],
		['a hyphen that does not break', 'a military‑technical need', ['a', 'military‑technical', 'need']],
		['inner points', 'the U.S. side', ['the', 'U.S', 'side']],
		['an apostrophe', 'it isn’t so', ['it', 'isn’t', 'so']],
		['years', 'in 2018–2019 only', ['in', '2018–2019', 'only']],
		['a slash', 'he/she said', ['he/she', 'said']],
		['a dash with spaces, which parts', 'planes – two', ['planes', 'two']],
		['quotation marks, which don’t belong', '“as long as needed”', ['as', 'long', 'as', 'needed']],
	])('keep together what is one word: %s', (_, paragraph, words) => {
		expect(cut([paragraph])).toEqual([words]);
	});

	it('don’t reach from one sentence to the next', () => {
		expect(cut(['It was 2018.Nobody asked.'])).toEqual([
			['It', 'was', '2018'],
			['Nobody', 'asked'],
		]);
	});

	it('are found in Arabic too', () => {
		expect(cut(['هبطت الطائرات يوم الأحد. من قال ذلك؟ لا أحد.'], 'ar')).toEqual([
			['هبطت', 'الطائرات', 'يوم', 'الأحد'],
			['من', 'قال', 'ذلك'],
			['لا', 'أحد'],
		]);
	});
});

describe('any text', () => {
	it('has its words in order, without overlap, each inside one paragraph and holding a letter or digit', () => {
		fc.assert(
			fc.property(anyText, ({ text, blocks }) => {
				let before = 0;
				for (const [start, end] of cutText(text, blocks).words) {
					expect(start).toBeGreaterThanOrEqual(before);
					expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
					expect(blocks.some((block) => start >= block.start && end <= block.end)).toBe(true);
					before = end;
				}
			}),
		);
	});

	it('has every letter and digit in a word', () => {
		fc.assert(
			fc.property(anyText, ({ text, blocks }) => {
				const { words } = cutText(text, blocks);
				const outside = [...text.matchAll(/[\p{L}\p{N}]/gu)].filter(
					({ index }) => !words.some(([start, end]) => index >= start && index < end),
				);
				expect(outside).toEqual([]);
			}),
		);
	});

	it('has every word in exactly one sentence, in order, each of one paragraph', () => {
		fc.assert(
			fc.property(anyText, ({ text, blocks }) => {
				const { words, sentences } = cutText(text, blocks);
				let next = 0;
				for (const { block, from, to } of sentences) {
					expect(from).toBe(next);
					expect(to).toBeGreaterThan(from);
					const { start, end } = stretchOf(words, { from, to });
					const home = blocks.find(({ id }) => id === block);
					expect(home && start >= home.start && end <= home.end).toBe(true);
					next = to;
				}
				expect(next).toBe(words.length);
			}),
		);
	});
});
