import { describe, expect, it } from 'vitest';
import { authoredKey, authoredMarkItem, readingOf, ref } from '../../testing.ts';
import type { WordRange } from '../../../text/words.ts';
import { compileMark } from './compile.ts';
import type { AuthoredMarkItem } from './schema.ts';

const reading = readingOf(
	'Planes land',
	['The planes landed. A senior official said so.', 'He gave no name to the paper.', 'It ends here.'],
	{
		planes: 'The planes',
		official: 'A senior official said',
		core: 'senior official',
		bare: 'senior official said so',
		article: 'A',
		paper: 'paper',
		second: 'He gave no name',
		headline: 'Planes land',
	},
);
const readings = new Map([['account', reading]]);

const compile = (change: Partial<AuthoredMarkItem> = {}) => compileMark(authoredMarkItem(change), readings);

const wordsAt = ({ from, to }: WordRange) =>
	reading.cut.words
		.slice(from, to)
		.map(([start, end]) => reading.text.slice(start, end))
		.join(' ');

/** The words that must be marked, and those that may be, of one key mark. */
function edgesOf(span: string, core?: string) {
	const key = [authoredKey(span, 'x', core === undefined ? {} : { core: ref(core) })];
	const [first] = compile({ key }).key;
	return { core: first && wordsAt(first.core), loose: first?.loose.map(wordsAt) };
}

describe('the words of a key mark', () => {
	it.each([
		['without its article', 'planes', undefined, 'planes', ['The']],
		[
			'with the article that stands before the span as an edge',
			'bare',
			undefined,
			'senior official said so',
			['A'],
		],
		['with the article before a single word as an edge', 'paper', undefined, 'paper', ['the']],
		['only of the core where there is one', 'official', 'core', 'senior official', ['A', 'said']],
		['even where that is an article alone', 'article', undefined, 'A', []],
		['all of the span where no article is near', 'second', undefined, 'He gave no name', []],
	])('have to be marked %s', (_, span, core, words, loose) => {
		expect(edgesOf(span, core)).toEqual({ core: words, loose });
	});

	it('don’t share a word between what must and what may be marked', () => {
		for (const { core, loose } of compile({ key: [authoredKey('official', 'x', { core: ref('core') })] }).key)
			for (const { from, to } of loose) expect(to <= core.from || from >= core.to).toBe(true);
	});
});

describe('the field in which marks are made', () => {
	it.each([
		['the paragraphs of the whole text, without the headline', {}, 'The planes … It ends here'],
		['the paragraphs from one to another', { paragraphs: [2, 3] as [number, number] }, 'He gave … ends here'],
		['a single paragraph', { paragraphs: [3, 3] as [number, number] }, 'It ends … ends here'],
		['a span', { within: ref('second') }, 'He gave … no name'],
	])('is %s', (_, change, expected) => {
		const [start = '', end = ''] = expected.split(' … ');
		const field = wordsAt(compile(change).field);
		expect(field.startsWith(start)).toBe(true);
		expect(field.endsWith(end)).toBe(true);
		expect(field).not.toContain('Planes land ');
	});

	it.each([
		['a span that the reading does not have', { within: ref('gone') }],
		['a span of another reading', { within: { reading: 'other', span: 'second' } }],
		['paragraphs beyond the last', { paragraphs: [8, 9] as [number, number] }],
		['a reading that there is not', { reading: 'gone' }],
	])('is empty for %s', (_, change) => {
		const { field } = compile(change);
		expect(field.to - field.from).toBe(0);
	});
});

describe('the places of an item', () => {
	const zones = (span: string) => ({
		arguable: [{ span: ref(span), note: [] }],
		clean: [{ span: ref(span), feedback: [], misconception: undefined }],
		wrong: [{ span: ref(span), label: 'x' }],
	});

	it('are the words of their spans, with all that the author says of them', () => {
		const { arguable, clean, wrong } = compile(zones('second'));
		for (const [place] of [arguable, clean, wrong])
			expect(place && wordsAt(place.words)).toBe('He gave no name');
		expect(wrong[0]?.label).toBe('x');
	});

	it('are empty where the reading has no such span', () => {
		const { arguable, clean, wrong, key } = compile({ ...zones('gone'), key: [authoredKey('gone', 'x')] });
		for (const [place] of [arguable, clean, wrong]) expect(place?.words).toEqual({ from: 0, to: 0 });
		expect(key[0]).toMatchObject({ core: { from: 0, to: 0 }, loose: [] });
	});

	it('leave room for three marks more than needed', () => {
		const key = [authoredKey('planes', 'x'), authoredKey('second', 'x')];
		expect(compile({ key }).limit).toBe(5);
		expect(compile({ key, wrong: zones('paper').wrong }).limit).toBe(6);
	});
});
