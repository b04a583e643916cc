import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { anyChoice, category, choiceItem, manyItem, matchItem, option, rich, snippet } from '../testing.ts';
import { checkChoice } from './choice/check.ts';
import { checkMatch } from './match/check.ts';

type Checked = Parameters<typeof checkChoice>[0] | Parameters<typeof checkMatch>[0];

const checkItem = (item: Checked) => (item.type === 'choice' ? checkChoice(item) : checkMatch(item));

const tempted = (id: string, to: string, wrong: string, more = {}) =>
	snippet(id, to, { tempting: [{ category: wrong, feedback: rich('Why it tempts') }], ...more });

const twoSnippets = (...snippets: ReturnType<typeof snippet>[]) =>
	matchItem({ snippets: [...snippets, tempted('s2', 'x', 'y')] });

describe('an item of the format', () => {
	it('has no problems where it keeps the rules', () => {
		const match = matchItem({ snippets: [tempted('s1', 'x', 'y'), tempted('s2', 'y', 'z')] });
		expect([choiceItem(), manyItem(), match].flatMap((item) => checkItem(item))).toEqual([]);
		fc.assert(
			fc.property(anyChoice, (item) => {
				expect(checkItem(item)).toEqual([]);
			}),
		);
	});

	const broken: [string, Checked, PropertyKey[]][] = [
		['no option is right', choiceItem({ options: [option('a'), option('b')] }), ['options']],
		['two are right but one can be chosen', manyItem({ select: 'one' }), ['options']],
		['every option is right', manyItem({ options: [option('a', true), option('b', true)] }), ['options']],
		[
			'an option id is used twice',
			choiceItem({ options: [option('a', true), option('b'), option('b')] }),
			['options', 2, 'id'],
		],
		[
			'a right option has a misconception',
			choiceItem({ options: [option('a', true, { misconception: 'm' }), option('b')] }),
			['options', 0, 'misconception'],
		],
		['a passage is judged but no option has a verdict', choiceItem({ quality: 'weak' }), ['quality']],
		[
			'a snippet has neither span nor text',
			twoSnippets(tempted('s1', 'x', 'y', { text: undefined })),
			['snippets', 0],
		],
		[
			'a snippet has both a span and a text',
			twoSnippets(tempted('s1', 'x', 'y', { span: { reading: 'r', span: 's' } })),
			['snippets', 0, 'text'],
		],
		['a snippet’s category is unknown', twoSnippets(tempted('s1', 'q', 'y')), ['snippets', 0, 'category']],
		['no wrong category tempts', twoSnippets(snippet('s1', 'x')), ['snippets', 0, 'tempting']],
		[
			'the right category tempts',
			twoSnippets(tempted('s1', 'x', 'x')),
			['snippets', 0, 'tempting', 0, 'category'],
		],
		[
			'an unknown category tempts',
			twoSnippets(tempted('s1', 'x', 'q')),
			['snippets', 0, 'tempting', 0, 'category'],
		],
		['a snippet id is used twice', twoSnippets(tempted('s2', 'x', 'y')), ['snippets', 1, 'id']],
		[
			'a category id is used twice',
			{ ...twoSnippets(tempted('s1', 'x', 'y')), categories: [category('x'), category('y'), category('y')] },
			['categories', 2, 'id'],
		],
	];

	it.each(broken)('is refused at its place where %s', (_, item, path) => {
		const [problem, ...others] = checkItem(item);
		expect(others).toEqual([]);
		expect(problem?.path).toEqual(path);
		expect(problem?.message).not.toBe('');
		expect(problem?.advice).not.toBe('');
	});

	it('takes a judged passage where an option has a verdict', () => {
		const options = [option('a', true, { verdict: 'doubt' }), option('b')];
		expect(checkItem(choiceItem({ quality: 'weak', options }))).toEqual([]);
	});
});
