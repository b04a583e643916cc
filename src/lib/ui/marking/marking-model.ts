import type { Mark } from '../../engine/interactions/mark/mark.ts';
import { isInside, overlap, type Cut, type WordRange } from '../../text/words.ts';

/** Where marks are made. `fixed` marks are there from the start and stay. */
export type MarkingField = { cut: Cut; range: WordRange; fixed: readonly WordRange[]; limit: number };

export type Sentence = WordRange & { block: string };

/**
 * `sentence` is the one in view of the keyboard, counted within the field; `selection` the words chosen to be marked.
 * `anchor` is the end of the selection that stays when the other end moves; `isOpen` says that one word has been tapped and
 * the next tap gives the other end.
 */
export type Marking = {
	marks: Mark[];
	past: Mark[][];
	sentence: number;
	selection: WordRange | undefined;
	anchor: number;
	isOpen: boolean;
};

/** Why nothing was marked. */
export type Refusal = 'nothing-selected' | 'limit' | 'fixed';

export type Edge = 'start' | 'end';

export const startMarking = (marks: readonly Mark[]): Marking => ({
	marks: [...marks],
	past: [],
	sentence: 0,
	selection: undefined,
	anchor: 0,
	isOpen: false,
});

/** The sentences of the field, cut to it. */
export const sentencesOf = ({ cut, range }: MarkingField): Sentence[] =>
	cut.sentences
		.filter((sentence) => overlap(sentence, range) > 0)
		.map(({ block, from, to }) => ({ block, from: Math.max(from, range.from), to: Math.min(to, range.to) }));

const clamp = (value: number, { from, to }: WordRange): number => Math.min(Math.max(value, from), to - 1);

const sentenceAt = (field: MarkingField, word: number): number =>
	Math.max(
		0,
		sentencesOf(field).findIndex(({ from, to }) => word >= from && word < to),
	);

/** A mark stays inside one paragraph. */
function blockAround(field: MarkingField, word: number): WordRange {
	const sentences = sentencesOf(field);
	const { block } = sentences[sentenceAt(field, word)] ?? {};
	const inBlock = sentences.filter((sentence) => sentence.block === block);
	return { from: inBlock[0]?.from ?? field.range.from, to: inBlock.at(-1)?.to ?? field.range.to };
}

const between = (a: number, b: number): WordRange => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 });

/** The end of the selection that moves. */
const head = ({ selection, anchor }: Marking): number | undefined =>
	selection && (selection.from === anchor ? selection.to - 1 : selection.from);

const withSelection = (state: Marking, field: MarkingField, anchor: number, to: number): Marking => {
	const limits = blockAround(field, anchor);
	return {
		...state,
		sentence: sentenceAt(field, clamp(to, limits)),
		selection: between(anchor, clamp(to, limits)),
		anchor,
		isOpen: false,
	};
};

/** Tap or click: the first word, then the last. A tap on a mark of one's own selects that mark. */
export function tapWord(state: Marking, field: MarkingField, word: number): Marking {
	const limits = blockAround(field, state.anchor);
	if (state.isOpen && word >= limits.from && word < limits.to)
		return withSelection(state, field, state.anchor, word);
	const mark = markAt(state, word);
	if (mark) return { ...withSelection(state, field, mark.from, mark.to - 1) };
	return { ...withSelection(state, field, word, word), isOpen: true };
}

/** A stretch chosen by dragging, or from a list. */
export const selectRange = (state: Marking, field: MarkingField, { from, to }: WordRange): Marking =>
	withSelection(state, field, clamp(from, field.range), clamp(to - 1, field.range));

/** Moves one end of the selection by a word. */
export function moveEdge(state: Marking, field: MarkingField, edge: Edge, by: -1 | 1): Marking {
	if (!state.selection) return state;
	const { from, to } = state.selection;
	const limits = blockAround(field, from);
	const next =
		edge === 'start'
			? { from: Math.min(Math.max(from + by, limits.from), to - 1), to }
			: { from, to: Math.max(Math.min(to + by, limits.to), from + 1) };
	const moved = edge === 'start' ? next.from : next.to - 1;
	return {
		...state,
		selection: next,
		sentence: sentenceAt(field, moved),
		anchor: edge === 'start' ? next.to - 1 : next.from,
		isOpen: false,
	};
}

/** Selects the whole sentence in view, or that of the selection. */
export function selectSentence(state: Marking, field: MarkingField): Marking {
	const index = state.selection ? sentenceAt(field, state.selection.from) : state.sentence;
	const sentence = sentencesOf(field)[index];
	return sentence
		? withSelection({ ...state, sentence: index }, field, sentence.from, sentence.to - 1)
		: state;
}

/** Up and down: to another sentence, with no word selected yet. */
export const stepSentence = (state: Marking, field: MarkingField, to: number): Marking => ({
	...state,
	sentence: Math.min(Math.max(to, 0), sentencesOf(field).length - 1),
	selection: undefined,
	isOpen: false,
});

/** Left and right: to the next word; from a bare sentence to its first (or last) word. */
export function stepWord(state: Marking, field: MarkingField, by: -1 | 1): Marking {
	const at = head(state);
	const sentence = sentencesOf(field)[state.sentence];
	if (!sentence) return state;
	const entry = by > 0 ? sentence.from : sentence.to - 1;
	const word = at === undefined ? entry : clamp(at + by, field.range);
	return { ...withSelection(state, field, word, word) };
}

/** Home and End: to an end of the sentence in view. */
export function stepToEdge(state: Marking, field: MarkingField, edge: Edge): Marking {
	const sentence = sentencesOf(field)[state.sentence];
	if (!sentence) return state;
	const word = edge === 'start' ? sentence.from : sentence.to - 1;
	return withSelection(state, field, word, word);
}

/** Shift with an arrow: the selection grows or shrinks by a word, within its paragraph. */
export function extendWord(state: Marking, field: MarkingField, by: -1 | 1): Marking {
	const at = head(state);
	if (at === undefined) return stepWord(state, field, by);
	return withSelection(state, field, state.anchor, at + by);
}

/**
 * Shift with Home or End: the selection reaches to that edge of the sentence in view. With Up or Down (`isStep`) it goes on
 * to the next sentence from there.
 */
export function extendToEdge(state: Marking, field: MarkingField, edge: Edge, isStep: boolean): Marking {
	const sentences = sentencesOf(field);
	const here = sentences[state.sentence];
	if (!here) return state;
	const edgeOf = (sentence: Sentence) => (edge === 'end' ? sentence.to - 1 : sentence.from);
	const neighbour = sentences[state.sentence + (edge === 'end' ? 1 : -1)];
	const target = isStep && neighbour && head(state) === edgeOf(here) ? neighbour : here;
	const anchor = state.selection ? state.anchor : edge === 'end' ? here.from : here.to - 1;
	return withSelection(state, field, anchor, edgeOf(target));
}

export const clearSelection = (state: Marking): Marking => ({
	...state,
	selection: undefined,
	isOpen: false,
});

export const markAt = (state: Marking, word: number): Mark | undefined =>
	state.marks.find(({ from, to }) => word >= from && word < to);

const changeMarks = (state: Marking, marks: readonly Mark[]): Marking => ({
	...state,
	marks: [...marks].sort((a, b) => a.from - b.from),
	past: [...state.past, state.marks],
	selection: undefined,
	isOpen: false,
});

/** Gives the selected words a label; without a selection, the sentence in view. Marks in the way are replaced. */
export function markSelection(
	state: Marking,
	field: MarkingField,
	label: string,
): { state: Marking; refusal?: Refusal } {
	const chosen = state.selection ?? selectSentence(state, field).selection;
	if (!chosen || !isInside(chosen, field.range)) return { state, refusal: 'nothing-selected' };
	if (field.fixed.some((range) => overlap(range, chosen) > 0)) return { state, refusal: 'fixed' };
	const kept = state.marks.filter((mark) => overlap(mark, chosen) === 0);
	if (kept.length >= field.limit) return { state, refusal: 'limit' };
	return { state: changeMarks(state, [...kept, { ...chosen, label }]) };
}

export const removeMark = (state: Marking, mark: WordRange): Marking =>
	changeMarks(
		state,
		state.marks.filter(({ from, to }) => from !== mark.from || to !== mark.to),
	);

/** The mark that Delete is about: under the selection, else the first one in the sentence in view. */
export function markInView(state: Marking, field: MarkingField): Mark | undefined {
	const { selection } = state;
	const place = selection ?? sentencesOf(field)[state.sentence];
	return place && state.marks.find((mark) => overlap(mark, place) > 0);
}

export function undo(state: Marking): Marking {
	const before = state.past.at(-1);
	return before ? { ...clearSelection(state), marks: before, past: state.past.slice(0, -1) } : state;
}
