import { describe, expect, it } from 'vitest';
import { longReading, readingOf } from '../testing/readings.ts';
import { spokenSentences } from './spoken-sentences.ts';

const wordsOf = (paragraphs: string[]) =>
	spokenSentences(readingOf(paragraphs), 'en').map(({ words }) => words);

describe('the sentences to be spoken', () => {
	it('keep their punctuation and their quotation marks', () => {
		expect(wordsOf(['He said: “It is war.” “No,” she said (later). Why?'])).toEqual([
			'He said: “It is war.”',
			'“No,” she said (later).',
			'Why?',
		]);
	});

	it('end with their paragraph', () => {
		expect(wordsOf(['A first one. A second', 'And a third.'])).toEqual([
			'A first one.',
			'A second',
			'And a third.',
		]);
	});

	it('say what a part of the page is', () => {
		const reading = readingOf(['Not shown. Nowhere.', 'A sentence.']);
		const [first, ...rest] = reading.blocks;
		if (!first) throw new Error('no block');
		const dated = { ...reading, blocks: [{ ...first, part: 'date' as const }, ...rest] };
		expect(spokenSentences(dated, 'en').map(({ words }) => words)).toEqual([
			'Date: Not shown.',
			'Nowhere.',
			'A sentence.',
		]);
	});

	it('stand where they say, in order, and leave out nothing but white space', () => {
		const reading = longReading(30);
		const sentences = spokenSentences(reading, 'en');
		expect(sentences).toHaveLength(30);
		expect(sentences.map(({ start, end }) => reading.text.slice(start, end))).toEqual(
			sentences.map(({ words }) => words),
		);
		expect(
			sentences
				.map(({ words }) => words)
				.join('')
				.replace(/\s/g, ''),
		).toBe(reading.text.replace(/\s/g, ''));
	});
});
