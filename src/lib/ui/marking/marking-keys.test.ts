import { describe, expect, it } from 'vitest';
import { range } from '../../engine/testing.ts';
import { moveFor, type Key } from './marking-keys.ts';
import { selectRange, startMarking, stepSentence, type MarkingField } from './marking-model.ts';

/** Three sentences of five words, the first two in one paragraph. */
const field: MarkingField = {
	cut: {
		words: [],
		sentences: [
			{ block: 'p1', from: 0, to: 5 },
			{ block: 'p1', from: 5, to: 10 },
			{ block: 'p2', from: 10, to: 15 },
		],
	},
	range: range(0, 15),
	fixed: [],
	limit: 3,
};

/** The second sentence is in view; no word is selected. */
const bare = stepSentence(startMarking([]), field, 1);

/** The third word of the second sentence is selected. */
const onWord = selectRange(startMarking([]), field, range(7, 8));

/** The third word of the first sentence is selected. */
const onFirst = selectRange(startMarking([]), field, range(2, 3));

const press = (name: string, change: Partial<Key> = {}, { isRightToLeft = false, state = onWord } = {}) =>
	moveFor({ key: name, shiftKey: false, isCommand: false, ...change }, isRightToLeft)?.(state, field);

const shift = { shiftKey: true };
const command = { isCommand: true };

describe('a key in the text', () => {
	it.each([
		['ArrowDown', 2],
		['ArrowUp', 0],
	])('%s goes to the sentence there, with no word selected', (key, sentence) => {
		expect(press(key)).toMatchObject({ sentence, selection: undefined });
		expect(press(key, {}, { isRightToLeft: true })).toMatchObject({ sentence, selection: undefined });
	});

	it.each([
		['goes on', 'ArrowRight', 'ArrowLeft', range(8, 9)],
		['goes back', 'ArrowLeft', 'ArrowRight', range(6, 7)],
	])('%s by a word: %s, in right-to-left text %s', (_, key, mirrored, selection) => {
		expect(press(key)?.selection).toEqual(selection);
		expect(press(mirrored, {}, { isRightToLeft: true })?.selection).toEqual(selection);
	});

	it.each([
		['on', 'ArrowRight', 'ArrowLeft', range(7, 9)],
		['back', 'ArrowLeft', 'ArrowRight', range(6, 8)],
	])('with Shift extends the selection %s: %s, in right-to-left text %s', (_, key, mirrored, selection) => {
		expect(press(key, shift)?.selection).toEqual(selection);
		expect(press(mirrored, shift, { isRightToLeft: true })?.selection).toEqual(selection);
	});

	it.each([
		['ArrowRight', false, range(5, 6)],
		['ArrowLeft', false, range(9, 10)],
		['ArrowRight', true, range(9, 10)],
		['ArrowLeft', true, range(5, 6)],
	])('enters a bare sentence from the right side: %s, right-to-left %s', (key, isRightToLeft, selection) => {
		expect(press(key, {}, { isRightToLeft, state: bare })?.selection).toEqual(selection);
	});

	it.each([
		['ArrowDown', range(7, 10), range(7, 10)],
		['ArrowUp', range(5, 8), range(0, 8)],
	])('with Shift extends to the edge of the sentence, then to the next one: %s', (key, once, twice) => {
		const first = press(key, shift);
		expect(first?.selection).toEqual(once);
		expect(first && press(key, shift, { state: first })?.selection).toEqual(twice);
	});

	it.each([
		['Home', onWord, range(5, 6), range(5, 8)],
		['End', onFirst, range(4, 5), range(2, 5)],
	])('%s goes to that end of the sentence in any direction of text, with Shift extends to it', (...row) => {
		const [key, state, to, over] = row;
		for (const isRightToLeft of [false, true]) {
			expect(press(key, {}, { isRightToLeft, state })?.selection).toEqual(to);
			const extended = press(key, shift, { isRightToLeft, state });
			expect(extended?.selection).toEqual(over);
			expect(extended && press(key, shift, { isRightToLeft, state: extended })?.selection).toEqual(over);
		}
	});

	it.each([
		['Home', 0],
		['End', 2],
	])('%s with Ctrl goes to that end of the field', (key, sentence) => {
		expect(press(key, command)).toMatchObject({ sentence, selection: undefined });
	});

	it('Escape clears the selection and stays in its sentence', () => {
		expect(press('Escape')).toMatchObject({ sentence: 1, selection: undefined });
	});

	it.each(['Tab', 'Enter', ' ', 'a', '1', 'Delete', 'PageDown', 'constructor'])(
		'“%s” moves nothing, and is left to others',
		(key) => {
			expect(moveFor({ key, shiftKey: false, isCommand: false }, false)).toBeUndefined();
		},
	);
});
