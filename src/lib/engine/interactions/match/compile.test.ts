import { expect, it } from 'vitest';
import { plainText } from '../../../text/rich-text.ts';
import { matchItem, readingOf, ref, rich } from '../../testing.ts';
import { compileMatch } from './compile.ts';
import type { AuthoredMatchItem } from './schema.ts';

const account = readingOf('Two planes land', ['The ministry said so.'], { who: 'The ministry' });

const authored = (...snippets: AuthoredMatchItem['snippets']): AuthoredMatchItem => ({
	...matchItem(),
	snippets,
});

const wordsOf = (...snippets: AuthoredMatchItem['snippets']) =>
	compileMatch(authored(...snippets), new Map([['account', account]])).snippets.map(({ text }) =>
		plainText(text),
	);

const shared = { category: 'x', feedback: rich('Because'), tempting: [] };

it('a snippet that names a place of an account has its words; one with its own words keeps them', () => {
	expect(
		wordsOf({ ...shared, id: 's1', span: ref('who') }, { ...shared, id: 's2', text: rich('Own words') }),
	).toEqual(['The ministry', 'Own words']);
});

it('a place that isn’t there leaves a snippet without words, for the check of the content to report', () => {
	expect(
		wordsOf(
			{ ...shared, id: 's1', span: ref('gone') },
			{ ...shared, id: 's2', span: { reading: 'gone', span: 'who' } },
		),
	).toEqual(['', '']);
});
