import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { made, range } from '../../engine/testing.ts';
import { isInside, overlap } from '../../text/words.ts';
import {
	clearSelection,
	extendToEdge,
	extendWord,
	markAt,
	markInView,
	markSelection,
	moveEdge,
	removeMark,
	selectRange,
	selectSentence,
	sentencesOf,
	startMarking,
	stepSentence,
	stepToEdge,
	stepWord,
	tapWord,
	undo,
	type Marking,
	type MarkingField,
} from './marking-model.ts';

const sentence = (block: string, from: number, to: number) => ({ block, from, to });

/** Three paragraphs: sentences of five words in the first two, one of ten in the third; the field leaves out two words at each end. */
const fieldOf = (change: Partial<MarkingField> = {}): MarkingField => ({
	cut: {
		words: [],
		sentences: [
			sentence('p1', 0, 5),
			sentence('p1', 5, 10),
			sentence('p2', 10, 15),
			sentence('p2', 15, 20),
			sentence('p3', 20, 30),
		],
	},
	range: range(2, 28),
	fixed: [],
	limit: 3,
	...change,
});
const field = fieldOf();
const start = startMarking([]);

/** Taps words, one after the other. */
const tap = (words: number[], state = start) =>
	words.reduce((before, word) => tapWord(before, field, word), state);

/** Words selected from the first to the last. */
const select = (from: number, to: number, state = start) => selectRange(state, field, range(from, to));

const marked = (from: number, to: number, label = 'x', state = start) =>
	markSelection(select(from, to, state), field, label).state;

describe('the sentences of a field', () => {
	it('are those of the text, cut to the field', () => {
		expect(sentencesOf(field).map(({ from, to }) => [from, to])).toEqual([
			[2, 5],
			[5, 10],
			[10, 15],
			[15, 20],
			[20, 28],
		]);
		expect(sentencesOf(fieldOf({ range: range(11, 14) }))).toEqual([sentence('p2', 11, 14)]);
	});
});

describe('a tap', () => {
	it('on a first word selects it, on a last word all between', () => {
		expect(tap([3]).selection).toEqual(range(3, 4));
		expect(tap([3, 7]).selection).toEqual(range(3, 8));
	});

	it('may come on the last word first, or twice on one', () => {
		expect(tap([7, 3]).selection).toEqual(range(3, 8));
		expect(tap([7, 7]).selection).toEqual(range(7, 8));
	});

	it('starts anew after two', () => {
		expect(tap([3, 7, 6]).selection).toEqual(range(6, 7));
		expect(tap([3, 7, 6, 8]).selection).toEqual(range(6, 9));
	});

	it('in another paragraph starts anew', () => {
		expect(tap([3, 12]).selection).toEqual(range(12, 13));
		expect(tap([3, 12, 14]).selection).toEqual(range(12, 15));
		expect(tap([12, 9]).selection).toEqual(range(9, 10));
	});

	it('brings its sentence into view', () => {
		expect(tap([3]).sentence).toBe(0);
		expect(tap([3, 7]).sentence).toBe(1);
		expect(tap([25]).sentence).toBe(4);
	});

	it('on a mark of one’s own selects that mark, and the next tap starts anew', () => {
		const state = marked(11, 14);
		expect(tap([12], state).selection).toEqual(range(11, 14));
		expect(tap([12, 17], state).selection).toEqual(range(17, 18));
	});

	it('on a mark is the last word where a first one is waiting', () => {
		expect(tap([16, 12], marked(11, 14)).selection).toEqual(range(12, 17));
	});

	it('after the selection was cleared is a first one again', () => {
		expect(tap([7], clearSelection(tap([3]))).selection).toEqual(range(7, 8));
		expect(clearSelection(tap([3])).selection).toBeUndefined();
	});
});

describe('a stretch that is dragged over', () => {
	it.each([
		['is selected', range(5, 9), range(5, 9)],
		['ends with the paragraph in which it began', range(7, 14), range(7, 10)],
		['ends with the field', range(22, 40), range(22, 28)],
		['begins with the field', range(0, 4), range(2, 4)],
	])('%s', (_, dragged, expected) => {
		expect(select(dragged.from, dragged.to).selection).toEqual(expected);
	});
});

describe('the edges of a selection', () => {
	it.each([
		['start', -1, range(5, 8), range(4, 8)],
		['start', 1, range(5, 8), range(6, 8)],
		['end', -1, range(5, 8), range(5, 7)],
		['end', 1, range(5, 8), range(5, 9)],
	] as const)('move by a word: the %s by %i', (edge, by, before, after) => {
		expect(moveEdge(select(before.from, before.to), field, edge, by).selection).toEqual(after);
	});

	it.each([
		['the start of the paragraph', 'start', -1, range(10, 12)],
		['the end of the paragraph', 'end', 1, range(18, 20)],
		['the start of the field', 'start', -1, range(2, 4)],
		['the end of the field', 'end', 1, range(26, 28)],
		['a single word from its start', 'start', 1, range(6, 7)],
		['a single word from its end', 'end', -1, range(6, 7)],
	] as const)('stop at %s', (_, edge, by, selected) => {
		expect(moveEdge(select(selected.from, selected.to), field, edge, by).selection).toEqual(selected);
	});

	it('don’t move where nothing is selected', () => {
		expect(moveEdge(start, field, 'end', 1)).toEqual(start);
	});

	it('go on from the keyboard where they were moved', () => {
		expect(extendWord(moveEdge(select(5, 8), field, 'start', -1), field, -1).selection).toEqual(range(3, 8));
		expect(extendWord(moveEdge(select(5, 8), field, 'end', 1), field, 1).selection).toEqual(range(5, 10));
	});

	it('end the wait for a last word', () => {
		expect(tap([8], moveEdge(tap([5]), field, 'end', 1)).selection).toEqual(range(8, 9));
	});
});

describe('moving by keyboard', () => {
	it('goes from sentence to sentence without selecting, and stays within the field', () => {
		const second = stepSentence(tap([3]), field, 1);
		expect(second).toMatchObject({ sentence: 1, selection: undefined });
		expect(stepSentence(start, field, -1).sentence).toBe(0);
		expect(stepSentence(start, field, 99).sentence).toBe(4);
	});

	it('enters a bare sentence by its first word, or backwards by its last', () => {
		const second = stepSentence(start, field, 1);
		expect(stepWord(second, field, 1).selection).toEqual(range(5, 6));
		expect(stepWord(second, field, -1).selection).toEqual(range(9, 10));
	});

	it('goes from word to word, on into the next sentence and paragraph', () => {
		const last = stepToEdge(stepSentence(start, field, 1), field, 'end');
		expect(last.selection).toEqual(range(9, 10));
		expect(stepWord(last, field, 1)).toMatchObject({ selection: range(10, 11), sentence: 2 });
		expect(stepWord(stepWord(last, field, 1), field, -1)).toMatchObject({
			selection: range(9, 10),
			sentence: 1,
		});
	});

	it('goes on from the end that moved last', () => {
		expect(stepWord(extendWord(tap([6]), field, 1), field, 1).selection).toEqual(range(8, 9));
		expect(stepWord(extendWord(tap([6]), field, -1), field, 1).selection).toEqual(range(6, 7));
	});

	it('stops at the ends of the field', () => {
		expect(stepWord(tap([2]), field, -1).selection).toEqual(range(2, 3));
		expect(stepWord(tap([27]), field, 1).selection).toEqual(range(27, 28));
	});

	it('jumps to the first and the last word of the sentence in view', () => {
		expect(stepToEdge(tap([7]), field, 'start').selection).toEqual(range(5, 6));
		expect(stepToEdge(tap([7]), field, 'end').selection).toEqual(range(9, 10));
	});
});

describe('extending by keyboard', () => {
	const extend = (state: Marking, ...steps: (1 | -1)[]) =>
		steps.reduce((before, by) => extendWord(before, field, by), state);

	it('grows and shrinks by a word, and turns over the word where it began', () => {
		expect(extend(tap([6]), 1, 1).selection).toEqual(range(6, 9));
		expect(extend(tap([6]), 1, 1, -1).selection).toEqual(range(6, 8));
		expect(extend(tap([6]), 1, -1, -1).selection).toEqual(range(5, 7));
	});

	it('goes across sentences, and stops at the end of the paragraph', () => {
		expect(extend(tap([8]), -1, -1, -1, -1)).toMatchObject({ selection: range(4, 9), sentence: 0 });
		expect(extend(tap([8]), 1, 1, 1).selection).toEqual(range(8, 10));
		expect(extend(tap([11]), -1, -1).selection).toEqual(range(10, 12));
	});

	it('begins at the first word where nothing is selected', () => {
		expect(extend(stepSentence(start, field, 2), 1).selection).toEqual(range(10, 11));
	});

	it('reaches to an edge of the sentence in view', () => {
		expect(extendToEdge(tap([7]), field, 'end', false).selection).toEqual(range(7, 10));
		expect(extendToEdge(tap([7]), field, 'start', false).selection).toEqual(range(5, 8));
	});

	it('takes the whole sentence where no word is selected', () => {
		const second = stepSentence(start, field, 1);
		expect(extendToEdge(second, field, 'end', true).selection).toEqual(range(5, 10));
		expect(extendToEdge(second, field, 'start', true).selection).toEqual(range(5, 10));
	});

	it('goes on to the next sentence with each further step, within the paragraph', () => {
		const down = (state: Marking) => extendToEdge(state, field, 'end', true);
		const first = down(stepSentence(start, field, 0));
		expect(first).toMatchObject({ selection: range(2, 5), sentence: 0 });
		expect(down(first)).toMatchObject({ selection: range(2, 10), sentence: 1 });
		expect(down(down(first)).selection).toEqual(range(2, 10));
		const up = extendToEdge(
			extendToEdge(stepSentence(start, field, 3), field, 'start', true),
			field,
			'start',
			true,
		);
		expect(up).toMatchObject({ selection: range(10, 20), sentence: 2 });
	});

	it('stays at the edge of the sentence with Home and End', () => {
		const whole = extendToEdge(stepSentence(start, field, 0), field, 'end', false);
		expect(extendToEdge(whole, field, 'end', false).selection).toEqual(range(2, 5));
	});
});

describe('the whole sentence', () => {
	it('is that of the selection, else that in view', () => {
		expect(selectSentence(tap([7]), field).selection).toEqual(range(5, 10));
		expect(selectSentence(stepSentence(start, field, 3), field).selection).toEqual(range(15, 20));
	});
});

describe('a mark', () => {
	it('takes the selected words and its label, and clears the selection', () => {
		expect(marked(5, 8)).toMatchObject({ marks: [made(5, 8)], selection: undefined });
	});

	it('takes the sentence in view where nothing is selected', () => {
		expect(markSelection(stepSentence(start, field, 1), field, 'y').state.marks).toEqual([made(5, 10, 'y')]);
	});

	it('replaces the marks that it overlaps, and no other', () => {
		const state = marked(10, 12, 'x', marked(7, 9, 'x', marked(3, 6)));
		expect(marked(5, 8, 'y', state).marks).toEqual([made(5, 8, 'y'), made(10, 12)]);
	});

	it('stands in the order of the text, whenever it was made', () => {
		expect(marked(3, 5, 'x', marked(12, 14)).marks).toEqual([made(3, 5), made(12, 14)]);
	});

	it('is refused where all marks are used, unless it replaces one', () => {
		const full = marked(20, 22, 'x', marked(10, 12, 'x', marked(3, 6)));
		const refused = markSelection(select(25, 27, full), field, 'x');
		expect(refused.refusal).toBe('limit');
		expect(refused.state.marks).toEqual(full.marks);
		expect(markSelection(select(21, 24, full), field, 'y').state.marks).toContainEqual(made(21, 24, 'y'));
	});

	it('is refused on a mark that is fixed, and the selection stays', () => {
		const fixed = fieldOf({ fixed: [range(6, 8)] });
		const refused = markSelection(select(7, 9), fixed, 'x');
		expect(refused).toMatchObject({ refusal: 'fixed', state: { marks: [], selection: range(7, 9) } });
		expect(markSelection(select(8, 9), fixed, 'x').refusal).toBeUndefined();
	});

	it('is refused where there is nothing to select', () => {
		const empty = fieldOf({ cut: { words: [], sentences: [] } });
		expect(markSelection(start, empty, 'x')).toEqual({ state: start, refusal: 'nothing-selected' });
	});

	it('is found at each of its words, and at no other', () => {
		const state = marked(5, 8);
		expect([4, 5, 7, 8].map((word) => markAt(state, word))).toEqual([
			undefined,
			made(5, 8),
			made(5, 8),
			undefined,
		]);
	});

	it('can be removed, and only that one', () => {
		const state = marked(10, 12, 'x', marked(3, 6));
		expect(removeMark(state, range(3, 6)).marks).toEqual([made(10, 12)]);
	});

	it('is in view where the selection touches it, else where the sentence does', () => {
		const state = marked(8, 9, 'y', marked(5, 7));
		expect(markInView(select(8, 10, state), field)).toEqual(made(8, 9, 'y'));
		expect(markInView(stepSentence(state, field, 1), field)).toEqual(made(5, 7));
		expect(markInView(select(7, 8, state), field)).toBeUndefined();
		expect(markInView(stepSentence(state, field, 0), field)).toBeUndefined();
	});
});

describe('undo', () => {
	it('brings back what a mark had replaced, step by step', () => {
		const first = marked(3, 6);
		const second = marked(5, 8, 'y', first);
		expect(undo(second).marks).toEqual([made(3, 6)]);
		expect(undo(undo(second)).marks).toEqual([]);
	});

	it('brings back a removed mark', () => {
		expect(undo(removeMark(marked(3, 6), range(3, 6))).marks).toEqual([made(3, 6)]);
	});

	it('does nothing where nothing was done', () => {
		expect(undo(tap([3]))).toEqual(tap([3]));
	});
});

type Step = (state: Marking, field: MarkingField) => Marking;

/** A step with something chosen at random. */
const stepWith = <T>(
	weight: number,
	chosen: fc.Arbitrary<T>,
	to: (state: Marking, field: MarkingField, chosen: T) => Marking,
) => ({
	weight,
	arbitrary: chosen.map(
		(value): Step =>
			(state, place) =>
				to(state, place, value),
	),
});

/** Every way to change a selection or the marks, at words and sentences of the field. */
const anyStep = ({ range: { from, to } }: MarkingField): fc.Arbitrary<Step> => {
	const word = fc.integer({ min: from, max: to - 1 });
	const by = fc.constantFrom(1 as const, -1 as const);
	const edge = fc.constantFrom('start' as const, 'end' as const);
	return fc.oneof(
		stepWith(3, word, tapWord),
		stepWith(1, fc.tuple(word, word), (state, place, [a, b]) =>
			selectRange(state, place, range(Math.min(a, b), Math.max(a, b) + 1)),
		),
		stepWith(2, fc.tuple(edge, by), (state, place, [end, step]) => moveEdge(state, place, end, step)),
		stepWith(1, fc.integer({ min: -2, max: 12 }), stepSentence),
		stepWith(1, by, stepWord),
		stepWith(1, edge, stepToEdge),
		stepWith(2, by, extendWord),
		stepWith(2, fc.tuple(edge, fc.boolean()), (state, place, [end, isStep]) =>
			extendToEdge(state, place, end, isStep),
		),
		stepWith(4, fc.constantFrom('x', 'y'), (state, place, id) => markSelection(state, place, id).state),
		stepWith(1, fc.nat(), (state, _, pick) => {
			const mark = state.marks[pick % Math.max(1, state.marks.length)];
			return mark ? removeMark(state, mark) : state;
		}),
		fc.constantFrom<Step[]>(selectSentence, clearSelection, undo),
	);
};

/** A text of random paragraphs and sentences, a field in it, and what somebody does there. */
const anyCourse = fc
	.record({
		lengths: fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.boolean()), { minLength: 1, maxLength: 8 }),
		from: fc.nat(),
		length: fc.nat(),
		fixed: fc.option(fc.nat(), { nil: undefined }),
		limit: fc.integer({ min: 1, max: 4 }),
	})
	.chain(({ lengths, from, length, fixed, limit }) => {
		const sentences = lengths.reduce<MarkingField['cut']['sentences']>((before, [words, isNew]) => {
			const last = before.at(-1);
			const block = Number(last?.block ?? 0) + (isNew ? 1 : 0);
			const first = last?.to ?? 0;
			return [...before, sentence(String(block), first, first + words)];
		}, []);
		const all = sentences.at(-1)?.to ?? 1;
		const first = from % all;
		const within = range(first, first + 1 + (length % (all - first)));
		const place: MarkingField = {
			cut: { words: [], sentences },
			range: within,
			fixed: fixed === undefined ? [] : [range(fixed % all, (fixed % all) + 1)],
			limit,
		};
		return fc
			.array(anyStep(place), { minLength: 1, maxLength: 40, size: 'max' })
			.map((steps) => ({ place, steps }));
	});

function expectSound(state: Marking, { cut, range: within, fixed, limit }: MarkingField) {
	let end = within.from;
	for (const mark of state.marks) {
		expect(mark.from).toBeGreaterThanOrEqual(end);
		expect(mark.to).toBeGreaterThan(mark.from);
		expect(fixed.some((other) => overlap(other, mark) > 0)).toBe(false);
		end = mark.to;
	}
	expect(end).toBeLessThanOrEqual(within.to);
	expect(state.marks.length).toBeLessThanOrEqual(limit);
	const { selection } = state;
	for (const words of [...state.marks, ...(selection ? [selection] : [])]) {
		expect(isInside(words, within)).toBe(true);
		const touched = cut.sentences.filter((part) => overlap(part, words) > 0).map(({ block }) => block);
		expect(new Set(touched).size).toBe(1);
	}
}

describe('whatever somebody does', () => {
	it('marks stay in order, apart, in the field, off fixed marks, within the limit; a selection in one paragraph', () => {
		fc.assert(
			fc.property(anyCourse, ({ place, steps }) => {
				let state = start;
				for (const step of steps) {
					state = step(state, place);
					expectSound(state, place);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('undo gives back exactly the marks before, down to the first', () => {
		fc.assert(
			fc.property(anyCourse, fc.constantFrom('x', 'y'), ({ place, steps }, id) => {
				const state = steps.reduce((before, step) => step(before, place), start);
				const { state: next, refusal } = markSelection(state, place, id);
				expect((refusal ? next : undo(next)).marks).toEqual(state.marks);
				expect(state.past.reduce(undo, state)).toMatchObject({ marks: [], past: [] });
			}),
		);
	});

	it('the sentence in view is one of the field', () => {
		fc.assert(
			fc.property(anyCourse, ({ place, steps }) => {
				const state = steps.reduce((before, step) => step(before, place), start);
				expect(sentencesOf(place)[state.sentence]).toBeDefined();
			}),
		);
	});
});
