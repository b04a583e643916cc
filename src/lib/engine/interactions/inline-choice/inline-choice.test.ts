import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { gap, inlineChoiceItem, rich } from '../../testing.ts';
import { checkInlineChoice } from './check.ts';
import { cutGaps } from './gaps.ts';
import { inlineChoice } from './inline-choice.ts';
import type { InlineChoiceItem } from './schema.ts';

const right = { verb: 'o1', adverb: 'o2' };

describe('a text with gaps', () => {
	it.each([
		['no gap', 'He said so.', [{ text: 'He said so.' }]],
		['a gap within', 'He {verb} so.', [{ text: 'He ' }, { gap: 'verb' }, { text: ' so.' }]],
		[
			'a gap at each end',
			'{who} said {what-else}',
			[{ gap: 'who' }, { text: ' said ' }, { gap: 'what-else' }],
		],
		['two gaps side by side', '{a}{b}', [{ gap: 'a' }, { gap: 'b' }]],
		['braces that are no gap', 'a {Not a gap} b {}', [{ text: 'a {Not a gap} b {}' }]],
	])('is cut at its gaps: %s', (_, text, pieces) => {
		expect(cutGaps(rich(text))).toEqual(pieces);
	});

	it('keeps the styles of its words', () => {
		expect(cutGaps([{ text: 'He ' }, { text: 'did {verb} so', em: true }])).toEqual([
			{ text: 'He ' },
			{ text: 'did ', em: true },
			{ gap: 'verb' },
			{ text: ' so', em: true },
		]);
	});

	it('loses none of its text', () => {
		const anyText = fc.string({
			unit: fc.constantFrom('a', 'b', '-', '{', '}', ' ', '{verb}'),
			maxLength: 20,
		});
		fc.assert(
			fc.property(anyText, (text) => {
				const pieces = cutGaps(rich(text));
				expect(pieces.map((piece) => ('gap' in piece ? `{${piece.gap}}` : piece.text)).join('')).toBe(text);
			}),
		);
	});
});

describe('the score of chosen wordings', () => {
	it.each([
		['both right', right, 2],
		['one right', { ...right, adverb: 'o3' }, 1],
		['none right', { verb: 'o2', adverb: 'o1' }, 0],
	])('gives a point a gap: %s', (_, response, score) => {
		expect(inlineChoice.score(response, inlineChoiceItem())).toMatchObject({
			type: 'scored',
			score,
			maxScore: 2,
		});
	});

	it('waits until every gap is filled', () => {
		expect(inlineChoice.score({ verb: 'o1' }, inlineChoiceItem())).toEqual({
			type: 'invalid',
			code: 'incomplete',
		});
		expect(inlineChoice.score({}, inlineChoiceItem())).toEqual({ type: 'invalid', code: 'nothing-chosen' });
	});

	it('says for each gap what was chosen, in the order of the gaps', () => {
		expect(inlineChoice.score({ adverb: 'o3', verb: 'o1' }, inlineChoiceItem())).toMatchObject({
			findings: [
				{ kind: 'right', part: 'verb', answer: 'o1' },
				{ kind: 'wrong', part: 'adverb', answer: 'o3' },
			],
		});
	});

	it('is full for the correct response', () => {
		expect(inlineChoice.correctResponse(inlineChoiceItem())).toEqual(right);
	});
});

describe('chosen wordings that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a list', ['o1', 'o2']],
		['an unknown gap', { ...right, noun: 'o1' }],
		['an unknown option', { ...right, verb: 'o9' }],
		['an option of another gap', { ...right, verb: 'o3' }],
		['an option every object knows', { ...right, verb: 'constructor' }],
		['an option that is not a string', { ...right, verb: ['o1'] }],
		['__proto__ as a gap', JSON.parse('{"verb":"o1","adverb":"o2","__proto__":"o1"}')],
		['a gap every object knows', { ...right, constructor: 'o1' }],
	])('%s counts as nothing chosen', (_, response) => {
		expect(inlineChoice.score(response, inlineChoiceItem())).toEqual({
			type: 'invalid',
			code: 'nothing-chosen',
		});
		expect(inlineChoice.keepRight(response, inlineChoiceItem())).toBeUndefined();
	});
});

describe('the next try at wordings', () => {
	it('keeps exactly the right ones', () => {
		expect(inlineChoice.keepRight(right, inlineChoiceItem())).toEqual(right);
		expect(inlineChoice.keepRight({ verb: 'o2', adverb: 'o2' }, inlineChoiceItem())).toEqual({
			adverb: 'o2',
		});
	});
});

describe('feedback on a wording', () => {
	it('is that of the option, with its misconception where it has one', () => {
		expect(inlineChoice.feedback({ kind: 'right', part: 'verb', answer: 'o1' }, inlineChoiceItem())).toEqual({
			about: rich('Option 1 of verb'),
			text: rich('About option 1 of verb'),
		});
		expect(inlineChoice.feedback({ kind: 'wrong', part: 'verb', answer: 'o2' }, inlineChoiceItem())).toEqual({
			about: rich('Option 2 of verb'),
			text: rich('About option 2 of verb'),
			misconception: 'm',
		});
	});

	it('of another item is a programmer’s error', () => {
		expect(() =>
			inlineChoice.feedback({ kind: 'wrong', part: 'verb', answer: 'o9' }, inlineChoiceItem()),
		).toThrow(new TypeError('“o9” is not an option of the gap “verb” of “inline-choice”'));
	});
});

describe('an item with gaps', () => {
	const verb = gap('verb', [{ correct: true }, {}]);
	const alone = (change: Partial<InlineChoiceItem> = {}) =>
		inlineChoiceItem({ text: rich('He {verb} so.'), gaps: [verb], ...change });

	it('has no problems where it keeps the rules', () => {
		expect([inlineChoiceItem(), alone()].flatMap(checkInlineChoice)).toEqual([]);
	});

	const broken: [string, InlineChoiceItem, PropertyKey[], string][] = [
		[
			'a gap is not in the text',
			alone({ text: rich('He said so.') }),
			['gaps', 0, 'id'],
			'the gap “verb” stands 0 times in the text',
		],
		[
			'a gap is in the text twice',
			alone({ text: rich('{verb} and {verb}') }),
			['gaps', 0, 'id'],
			'the gap “verb” stands 2 times in the text',
		],
		[
			'no option is right',
			alone({ gaps: [gap('verb', [{}, {}])] }),
			['gaps', 0, 'options'],
			'0 options of this gap are right',
		],
		[
			'two options are right',
			alone({ gaps: [gap('verb', [{ correct: true }, { correct: true }])] }),
			['gaps', 0, 'options'],
			'2 options of this gap are right',
		],
		[
			'an option id is used twice',
			alone({ gaps: [gap('verb', [{ correct: true }, { id: 'o1' }])] }),
			['gaps', 0, 'options', 1, 'id'],
			'the id “o1” is used twice in this item',
		],
		[
			'a gap id is used twice',
			alone({ gaps: [verb, verb] }),
			['gaps', 1, 'id'],
			'the id “verb” is used twice in this item',
		],
		[
			'a gap of the text has no options',
			alone({ text: rich('He {verb} {noun}, {noun}.') }),
			['text'],
			'the text has a gap “noun” without options',
		],
	];

	it.each(broken)('is refused at its place where %s', (_, item, path, message) => {
		const [problem, ...others] = checkInlineChoice(item);
		expect(others).toEqual([]);
		expect(problem).toMatchObject({ path, message });
		expect(problem?.advice).not.toBe('');
	});
});
