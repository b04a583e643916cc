import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Run } from '../text/rich-text.ts';
import { tieTails } from './term-tails.ts';

const cue = { text: 'cue', term: 'cue' };

it('a term keeps the punctuation behind it', () => {
	expect(tieTails([{ text: 'the ' }, cue, { text: ', each' }])).toEqual([
		{ text: 'the ', tail: '' },
		{ ...cue, tail: ',' },
		{ text: ' each', tail: '' },
	]);
});

it('punctuation in the words of an account, or behind a space, stays where it is', () => {
	for (const after of [{ text: '.', exact: 'slug' }, { text: ' – and' }, { text: ', so', em: true as const }])
		expect(tieTails([cue, after]).map(({ text, tail }) => text + tail)).toEqual(['cue', after.text]);
});

it('no letter is lost, doubled or moved', () => {
	const run: fc.Arbitrary<Run> = fc.oneof(
		fc.record({ text: fc.stringMatching(/^[ab,.”) ]{0,4}$/) }),
		fc.record({ text: fc.constant('term'), term: fc.constant('t') }),
		fc.record({ text: fc.stringMatching(/^[ab,.]{0,3}$/), exact: fc.constant('slug') }),
	);
	fc.assert(
		fc.property(fc.array(run), (runs) => {
			expect(
				tieTails(runs)
					.map(({ text, tail }) => text + tail)
					.join(''),
			).toBe(runs.map(({ text }) => text).join(''));
		}),
	);
});
