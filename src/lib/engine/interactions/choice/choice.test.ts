import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { anyChoice, choiceItem, manyItem, option, rich } from '../../testing.ts';
import { choice } from './choice.ts';

const scored = (score: number, maxScore: number) => ({ type: 'scored', score, maxScore });
const nothingChosen = { type: 'invalid', code: 'nothing-chosen' };

describe('choice of one', () => {
	it.each([
		{ response: ['a'], points: 1, what: 'the right option' },
		{ response: ['b'], points: 0, what: 'a wrong option' },
		{ response: ['a', 'a'], points: 1, what: 'the right option twice' },
	])('$what scores $points of 1', ({ response, points }) => {
		expect(choice.score(response, choiceItem())).toMatchObject(scored(points, 1));
	});

	it('does not name the right option among the findings of a wrong answer', () => {
		expect(choice.score(['b'], choiceItem())).toMatchObject({ findings: [{ kind: 'wrong', part: 'b' }] });
	});

	it('is not answered by two options', () => {
		expect(choice.score(['a', 'b'], choiceItem())).toEqual(nothingChosen);
	});

	it('keeps nothing in place for another try', () => {
		expect(choice.keepRight(['b'], choiceItem())).toEqual([]);
	});
});

describe('choice of many', () => {
	it.each([
		{ response: ['a', 'b', 'c'], points: 3, what: 'all right options' },
		{ response: ['a', 'b'], points: 2, what: 'two of three right options' },
		{ response: ['a', 'b', 'd'], points: 1, what: 'two right and one wrong' },
		{ response: ['a', 'd'], points: 0, what: 'one right and one wrong' },
		{ response: ['d', 'e'], points: 0, what: 'only wrong options' },
		{ response: ['a', 'd', 'e'], points: 0, what: 'more wrong than right options' },
		{ response: ['a', 'b', 'c', 'd', 'e'], points: 1, what: 'everything' },
		{ response: ['a', 'a', 'b'], points: 2, what: 'an option given twice, counted once,' },
	])('$what scores $points of 3', ({ response, points }) => {
		expect(choice.score(response, manyItem())).toMatchObject(scored(points, 3));
	});

	it('says for each option whether it was right, wrong or missed, in the order of the options', () => {
		expect(choice.score(['d', 'c', 'a'], manyItem())).toMatchObject({
			findings: [
				{ kind: 'right', part: 'a' },
				{ kind: 'missed', part: 'b' },
				{ kind: 'right', part: 'c' },
				{ kind: 'wrong', part: 'd' },
			],
		});
	});

	it('keeps exactly the right options for another try', () => {
		expect(choice.keepRight(['d', 'c', 'a'], manyItem())).toEqual(['c', 'a']);
	});

	it('choosing everything never scores as much as the key', () => {
		fc.assert(
			fc.property(
				anyChoice.filter(({ select }) => select === 'many'),
				(item) => {
					const everything = item.options.map(({ id }) => id);
					const outcome = choice.score(everything, item);
					const key = choice.score(choice.correctResponse(item), item);
					if (outcome.type === 'invalid' || key.type === 'invalid') throw new Error('not scored');
					expect(outcome.score).toBeLessThan(key.score);
				},
			),
		);
	});

	it('each wrong option takes one point, down to nothing', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(4), fc.nat(4), (right, given, wrong) => {
				const hits = Math.min(given, right);
				const item = manyItem({
					options: [
						...Array.from({ length: right }, (_, index) => option(`right-${index}`, true)),
						...Array.from({ length: 4 }, (_, index) => option(`wrong-${index}`)),
					],
				});
				const response = [...item.options.slice(0, hits), ...item.options.slice(right, right + wrong)].map(
					({ id }) => id,
				);
				fc.pre(response.length > 0);
				expect(choice.score(response, item)).toMatchObject(scored(Math.max(0, hits - wrong), right));
			}),
		);
	});
});

describe('a response to a choice that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['an empty list', []],
		['an unknown option', ['nobody']],
		['an unknown option beside a known one', ['a', 'nobody']],
		['a word every object knows', ['constructor']],
		['__proto__', ['__proto__']],
		['a plain string', 'a'],
		['an object that looks like a list', { 0: 'a', length: 1 }],
		['numbers', [0]],
		['a list in a list', [['a']]],
		['an object with __proto__ as its own key', JSON.parse('{"__proto__":["a"]}')],
	])('%s counts as nothing chosen', (_, response) => {
		expect(choice.score(response, manyItem())).toEqual(nothingChosen);
	});

	it('keeps nothing in place', () => {
		expect(choice.keepRight(['a', 'nobody'], manyItem())).toBeUndefined();
	});
});

describe('feedback on an option', () => {
	const item = manyItem({
		options: [
			option('a', true),
			option('b', true),
			option('c', false, { misconception: 'named-means-true' }),
			option('d'),
		],
	});

	it('a right one is explained at once', () => {
		expect(choice.feedback({ kind: 'right', part: 'a' }, item)).toEqual({
			about: rich('Option a'),
			text: rich('About option a'),
		});
	});

	it('a wrong one is explained at once, with the wrong idea behind it', () => {
		expect(choice.feedback({ kind: 'wrong', part: 'c' }, item)).toEqual({
			about: rich('Option c'),
			text: rich('About option c'),
			misconception: 'named-means-true',
		});
	});

	it('a missed one waits until the item is closed, as it gives the answer away', () => {
		expect(choice.feedback({ kind: 'missed', part: 'b' }, item)).toEqual({
			about: rich('Option b'),
			reason: rich('About option b'),
		});
	});

	it('an option of another item is a programmer’s error', () => {
		expect(() => choice.feedback({ kind: 'wrong', part: 'z' }, item)).toThrow(
			new TypeError('“z” is not an option of “many”'),
		);
	});
});
