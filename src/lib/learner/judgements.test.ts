import { describe, expect, it } from 'vitest';
import type { Item } from '../engine/interactions/schemas.ts';
import {
	associateItem,
	category,
	choiceItem,
	markItem,
	matchItem,
	option,
	snippet,
} from '../engine/testing.ts';
import { judgementsOf } from './judgements.ts';

const trusted = { isSound: true, calledSound: true };
const doubted = { isSound: true, calledSound: false };
const caught = { isSound: false, calledSound: false };
const believed = { isSound: false, calledSound: true };

const options = [
	option('a', true, { verdict: 'doubt' }),
	option('b', false, { verdict: 'trust' }),
	option('c', false, { verdict: 'doubt' }),
	option('d'),
];

describe('a choice about one passage', () => {
	it.each([
		['weak', 'a', [caught]],
		['weak', 'b', [believed]],
		['weak', 'c', [caught]],
		['weak', 'd', []],
		['sound', 'a', [doubted]],
		['sound', 'b', [trusted]],
	] as const)(
		'a %s one answered with “%s” says %j, whether the reason is right or not',
		(quality, id, said) => {
			expect(judgementsOf(choiceItem({ quality, options }), [id])).toEqual(said);
		},
	);

	it('judges nothing where the passage has no quality', () => {
		expect(judgementsOf(choiceItem({ options }), ['a'])).toEqual([]);
	});

	it('judges nothing where several answers say different things', () => {
		const item = choiceItem({ select: 'many', quality: 'weak', options });
		expect(judgementsOf(item, ['a', 'b'])).toEqual([]);
		expect(judgementsOf(item, ['a', 'c'])).toEqual([caught]);
	});
});

describe('sorting passages', () => {
	const item = matchItem({
		categories: [
			{ ...category('clear'), verdict: 'trust' },
			category('role'),
			{ ...category('vague'), verdict: 'doubt' },
		],
		snippets: [
			snippet('s1', 'clear', { quality: 'sound' }),
			snippet('s2', 'vague', { quality: 'weak' }),
			snippet('s3', 'role'),
		],
	});

	it('judges each passage that has a quality', () => {
		expect(judgementsOf(item, { s1: 'vague', s2: 'clear', s3: 'vague' })).toEqual([doubted, believed]);
	});

	it('leaves out a passage that went where nothing is judged', () => {
		expect(judgementsOf(item, { s1: 'role', s2: 'vague', s3: 'clear' })).toEqual([caught]);
	});
});

describe('linking two accounts', () => {
	it.each([
		['contradicts', [doubted]],
		['compatible', [trusted]],
		['same', [trusted]],
		['framing', [trusted]],
		['update', [trusted]],
		['cant-tell', []],
	])('“%s” about passages that can both stand says %j', (relation, said) => {
		expect(judgementsOf(associateItem({ quality: 'sound' }), { same: true, relation })).toEqual(said);
	});

	it('a clash that was seen is caught', () => {
		const item = associateItem({ quality: 'weak' });
		expect(judgementsOf(item, { same: true, relation: 'contradicts', clash: 'time' })).toEqual([caught]);
	});
});

it.each<[string, Item, unknown]>([
	['marks', markItem(), [{ from: 130, to: 140, label: 'x' }]],
	['an unreadable choice', choiceItem({ quality: 'weak', options }), null],
	['an unreadable sorting', matchItem(), 'nonsense'],
	['an unreadable link', associateItem({ quality: 'weak' }), [1]],
])('%s judge nothing', (_, item, response) => {
	expect(judgementsOf(item, response)).toEqual([]);
});
