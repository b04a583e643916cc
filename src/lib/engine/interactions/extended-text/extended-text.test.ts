import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { extendedTextItem } from '../../testing.ts';
import { checkExtendedText } from './check.ts';
import { extendedText, maxTextLength } from './extended-text.ts';

describe('own words', () => {
	it.each([
		[
			'enough words',
			'The ministry says planes landed.',
			{ type: 'scored', score: 0, maxScore: 0, findings: [] },
		],
		['a word too few', 'The ministry says so.', { type: 'invalid', code: 'too-short' }],
		['only points and hyphens', ' … - .', { type: 'invalid', code: 'nothing-written' }],
		['only spaces', ' \n ', { type: 'invalid', code: 'nothing-written' }],
		['nothing', '', { type: 'invalid', code: 'nothing-written' }],
	])('count as done, with nothing to score: %s', (_, response, outcome) => {
		expect(extendedText.score(response, extendedTextItem())).toEqual(outcome);
	});

	it('are never scored, whatever they say', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { maxLength: 20 }), (words) => {
				const outcome = extendedText.score(words.join(' '), extendedTextItem());
				if (outcome.type === 'scored') expect(outcome).toMatchObject({ score: 0, maxScore: 0, findings: [] });
				else expect(['too-short', 'nothing-written']).toContain(outcome.code);
			}),
		);
	});

	it.each([
		['a text that is too long', 'word '.repeat(maxTextLength / 5 + 1)],
		['a list of words', ['one', 'two', 'three', 'four', 'five']],
		['a number', 12_345],
		['no text', undefined],
	])('are not read from %s', (_, response) => {
		expect(extendedText.score(response, extendedTextItem())).toEqual({
			type: 'invalid',
			code: 'nothing-chosen',
		});
		expect(extendedText.keepRight(response, extendedTextItem())).toBeUndefined();
	});

	it('may be as long as the limit', () => {
		expect(extendedText.score('word '.repeat(maxTextLength / 5), extendedTextItem()).type).toBe('scored');
	});

	it('stay for the next try', () => {
		expect(extendedText.keepRight('The ministry', extendedTextItem())).toBe('The ministry');
	});

	it('are laid beside the model answer, in its paragraphs', () => {
		expect(extendedText.correctResponse(extendedTextItem())).toBe(
			'Planes landed, the ministry says.\n\nSo far.',
		);
	});

	it('get no feedback by machine: to ask for it is a programmer’s error', () => {
		expect(() => extendedText.feedback({ kind: 'right', part: 'source' }, extendedTextItem())).toThrow(
			new TypeError('“extended-text” has no finding “source”: own words are not judged'),
		);
	});

	it('have a rubric whose ids are used once', () => {
		const item = extendedTextItem();
		expect(checkExtendedText(item)).toEqual([]);
		expect(checkExtendedText({ ...item, rubric: [...item.rubric, ...item.rubric] })).toMatchObject([
			{ path: ['rubric', 2, 'id'], message: 'the id “source” is used twice in this item' },
			{ path: ['rubric', 3, 'id'] },
		]);
	});
});
