import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Run } from '../text/rich-text.ts';
import { plainText } from '../text/rich-text.ts';
import { inQuotationMarks } from './quotation-marks.ts';

const exact = (text: string, more: Partial<Run> = {}): Run => ({ text, exact: 'account', ...more });
const shown = (...runs: Run[]) => plainText(inQuotationMarks(runs));

describe('exact words of an account', () => {
	it('get quotation marks', () => {
		expect(shown({ text: 'The headline says ' }, exact('EU frowns'), { text: '.' })).toBe(
			'The headline says “EU frowns”.',
		);
		expect(shown(exact('EU frowns'))).toBe('“EU frowns”');
	});

	it.each([
		['“', '”'],
		['‘', '’'],
		['"', '"'],
		['«', '»'],
		['(', ')'],
	])('get none within the author’s own %s…%s', (open, close) => {
		expect(shown({ text: `so ${open}` }, exact('EU frowns'), { text: `${close} there` })).toBe(
			`so ${open}EU frowns${close} there`,
		);
	});

	it('get none where they are a quotation themselves', () => {
		expect(shown({ text: 'says ' }, exact('“EU frowns”'))).toBe('says “EU frowns”');
	});

	it('get one pair where a style changes within them', () => {
		expect(shown(exact('EU '), exact('frowns', { em: true }), exact(' again'))).toBe('“EU frowns again”');
	});

	it('get a pair each where other words stand between', () => {
		expect(shown(exact('EU'), { text: ' and ' }, exact('frowns'))).toBe('“EU” and “frowns”');
	});

	it('get none within the author’s own marks where a style changes within them', () => {
		expect(shown({ text: 'so “' }, exact('EU '), exact('frowns', { em: true }), { text: '” there' })).toBe(
			'so “EU frowns” there',
		);
	});

	it('keep their styles and their account', () => {
		expect(inQuotationMarks([exact('EU', { em: true, term: 'eu' })])).toEqual([
			{ text: '“EU”', exact: 'account', em: true, term: 'eu' },
		]);
	});
});

describe('other words', () => {
	const plain = fc.array(
		fc.record({ text: fc.string(), em: fc.constant(true as const) }, { requiredKeys: ['text'] }),
	);

	it('stay as they are', () => {
		fc.assert(
			fc.property(plain, (runs) => {
				expect(inQuotationMarks(runs)).toEqual(runs);
			}),
		);
	});

	it('with exact ones among them get as many opening as closing marks, and lose nothing', () => {
		const anyRun = fc.record(
			{
				text: fc.stringMatching(/^[a-z ]{1,6}$/),
				exact: fc.constant('account'),
				em: fc.constant(true as const),
			},
			{ requiredKeys: ['text'] },
		);
		fc.assert(
			fc.property(fc.array(anyRun), (runs) => {
				const text = shown(...runs);
				expect(text.replace(/[“”]/g, '')).toBe(plainText(runs));
				expect([...text].filter((sign) => sign === '“')).toHaveLength(
					[...text].filter((sign) => sign === '”').length,
				);
			}),
		);
	});
});
