import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { headlineOf, richTextOf, spanOf, type Reading, type Style } from './reading.ts';
import { plainText } from './rich-text.ts';

const reading = (change: Partial<Reading> = {}): Reading => ({
	slug: 'account',
	title: 'An account',
	gist: 'What it says',
	text: 'EU frowns Planes landed on Sunday.',
	blocks: [
		{ id: 'p1', part: 'paragraph', start: 10, end: 34 },
		{ id: 'head', part: 'headline', start: 0, end: 9 },
	],
	styles: [],
	cut: { words: [], sentences: [] },
	spans: [{ id: 'planes', labels: [], start: 10, end: 16 }],
	...change,
});

describe('the words of a stretch of a reading', () => {
	const styles: Style[] = [
		{ kind: 'exact', start: 10, end: 23 },
		{ kind: 'em', start: 17, end: 23 },
		{ kind: 'term', id: 'byline', start: 0, end: 2 },
	];

	it('carry their styles; exact words name their account', () => {
		expect(richTextOf(reading({ styles }), { start: 8, end: 26 })).toEqual([
			{ text: 's ' },
			{ text: 'Planes ', exact: 'account' },
			{ text: 'landed', em: true, exact: 'account' },
			{ text: ' on' },
		]);
	});

	it('carry no links to the glossary', () => {
		expect(richTextOf(reading({ styles }), { start: 0, end: 2 })).toEqual([{ text: 'EU' }]);
	});

	it('are styled also where the style goes on outside', () => {
		expect(richTextOf(reading({ styles }), { start: 18, end: 20 })).toEqual([
			{ text: 'an', em: true, exact: 'account' },
		]);
	});

	const anyRange = fc.tuple(fc.nat(34), fc.nat(34)).map(([a, b]) => ({
		start: Math.min(a, b),
		end: Math.max(a, b),
	}));
	const anyStyles = fc.array(
		fc
			.tuple(anyRange, fc.constantFrom('exact' as const, 'em' as const))
			.map(([range, kind]): Style => ({ kind, ...range })),
		{ maxLength: 5 },
	);

	it('are all there, whatever the styles', () => {
		fc.assert(
			fc.property(anyStyles, anyRange, (some, range) => {
				const account = reading({ styles: some });
				expect(plainText(richTextOf(account, range))).toBe(account.text.slice(range.start, range.end));
			}),
		);
	});
});

describe('looking things up in a reading', () => {
	it('finds a span by its id', () => {
		expect(spanOf(reading(), 'planes')).toMatchObject({ start: 10, end: 16 });
		expect(spanOf(reading(), 'nobody')).toBeUndefined();
	});

	it('finds the words of its headline', () => {
		expect(headlineOf(reading())).toBe('EU frowns');
		expect(headlineOf(reading({ blocks: [] }))).toBe('');
	});
});
