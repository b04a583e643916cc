import { describe, expect, it } from 'vitest';
import { matchItem, rich, snippet } from '../../testing.ts';
import { match } from './match.ts';

const right = { s1: 'x', s2: 'x', s3: 'y' };
const nothingChosen = { type: 'invalid', code: 'nothing-chosen' };
const incomplete = { type: 'invalid', code: 'incomplete' };

describe('the score of a match', () => {
	it.each([
		{ response: right, points: 3, what: 'all pairs right' },
		{ response: { ...right, s3: 'z' }, points: 2, what: 'one pair wrong' },
		{ response: { s1: 'x', s2: 'y', s3: 'z' }, points: 1, what: 'one pair right' },
		{ response: { s1: 'z', s2: 'z', s3: 'z' }, points: 0, what: 'no pair right' },
		{ response: { s1: 'x', s2: 'x', s3: 'x' }, points: 2, what: 'everything in one category' },
	])('is the share of right pairs: $what gives $points of 3', ({ response, points }) => {
		expect(match.score(response, matchItem())).toMatchObject({
			type: 'scored',
			score: points,
			maxScore: 3,
		});
	});

	it('waits for all snippets', () => {
		expect(match.score({ s1: 'x', s2: 'x' }, matchItem())).toEqual(incomplete);
		expect(match.score({}, matchItem())).toEqual(nothingChosen);
	});

	it('says for each snippet what was given, in the order of the snippets', () => {
		expect(match.score({ s3: 'x', s1: 'x', s2: 'z' }, matchItem())).toMatchObject({
			findings: [
				{ kind: 'right', part: 's1', answer: 'x' },
				{ kind: 'wrong', part: 's2', answer: 'z' },
				{ kind: 'wrong', part: 's3', answer: 'x' },
			],
		});
	});
});

describe('a response to a match that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a list', ['x', 'x', 'y']],
		['a list of pairs', Object.entries(right)],
		['an unknown snippet', { ...right, nobody: 'x' }],
		['an unknown snippet in the place of a known one', { s1: 'x', s2: 'x', nobody: 'y' }],
		['an unknown category', { ...right, s3: 'nowhere' }],
		['a category every object knows', { ...right, s3: 'constructor' }],
		['a category that is not a string', { ...right, s3: ['y'] }],
		['__proto__ as a key of its own', JSON.parse('{"s1":"x","s2":"x","s3":"y","__proto__":"x"}')],
		['__proto__ in the place of a snippet', JSON.parse('{"s1":"x","s2":"x","__proto__":"y"}')],
	])('%s counts as nothing chosen', (_, response) => {
		expect(match.score(response, matchItem())).toEqual(nothingChosen);
	});

	it('keeps nothing in place', () => {
		expect(match.keepRight({ s1: 'nowhere' }, matchItem())).toBeUndefined();
	});
});

describe('the next try at a match', () => {
	it('keeps exactly the right pairs', () => {
		expect(match.keepRight({ s1: 'x', s2: 'y', s3: 'y' }, matchItem())).toEqual({ s1: 'x', s3: 'y' });
	});

	it('keeps nothing where nothing was right', () => {
		expect(match.keepRight({ s1: 'y', s2: 'y', s3: 'x' }, matchItem())).toEqual({});
	});
});

describe('feedback on a snippet', () => {
	const item = matchItem({
		snippets: [
			snippet('s1', 'x', {
				tempting: [
					{ category: 'y', feedback: rich('Why y tempts'), misconception: 'loud-is-false' },
					{ category: 'z', feedback: rich('Why z tempts') },
				],
			}),
			snippet('s2', 'x'),
		],
	});

	it('a right one is explained at once', () => {
		expect(match.feedback({ kind: 'right', part: 's1', answer: 'x' }, item)).toEqual({
			about: rich('Snippet s1'),
			text: rich('Why s1 belongs there'),
		});
	});

	it('a tempting category has words of its own; the reason waits, as it gives the answer away', () => {
		expect(match.feedback({ kind: 'wrong', part: 's1', answer: 'y' }, item)).toEqual({
			about: rich('Snippet s1'),
			text: rich('Why y tempts'),
			reason: rich('Why s1 belongs there'),
			misconception: 'loud-is-false',
		});
		expect(match.feedback({ kind: 'wrong', part: 's1', answer: 'z' }, item)).not.toHaveProperty(
			'misconception',
		);
	});

	it('any other category is told apart by its sign', () => {
		expect(match.feedback({ kind: 'wrong', part: 's2', answer: 'z' }, item)).toEqual({
			about: rich('Snippet s2'),
			text: rich('The sign of z'),
			reason: rich('Why s2 belongs there'),
		});
	});

	it('a snippet of another item is a programmer’s error', () => {
		expect(() => match.feedback({ kind: 'wrong', part: 's9', answer: 'x' }, item)).toThrow(
			new TypeError('“s9” is not a snippet of “match”'),
		);
	});
});
