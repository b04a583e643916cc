import {
	clearSelection,
	extendToEdge,
	extendWord,
	sentencesOf,
	stepSentence,
	stepToEdge,
	stepWord,
	type Marking,
	type MarkingField,
} from './marking-model.ts';

export type Key = { key: string; shiftKey: boolean; isCommand: boolean };

type Move = (state: Marking, field: MarkingField) => Marking;

const lastSentence = (field: MarkingField): number => sentencesOf(field).length - 1;

/** What a key does to the selection; undefined where it means nothing here. In right-to-left text left goes on. */
export function moveFor({ key, shiftKey, isCommand }: Key, isRightToLeft: boolean): Move | undefined {
	const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
	const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
	switch (key) {
		case 'ArrowDown':
			return shiftKey
				? (state, field) => extendToEdge(state, field, 'end', true)
				: (state, field) => stepSentence(state, field, state.sentence + 1);
		case 'ArrowUp':
			return shiftKey
				? (state, field) => extendToEdge(state, field, 'start', true)
				: (state, field) => stepSentence(state, field, state.sentence - 1);
		case forward:
			return (state, field) => (shiftKey ? extendWord(state, field, 1) : stepWord(state, field, 1));
		case backward:
			return (state, field) => (shiftKey ? extendWord(state, field, -1) : stepWord(state, field, -1));
		case 'Home':
			if (isCommand) return (state, field) => stepSentence(state, field, 0);
			return (state, field) =>
				shiftKey ? extendToEdge(state, field, 'start', false) : stepToEdge(state, field, 'start');
		case 'End':
			if (isCommand) return (state, field) => stepSentence(state, field, lastSentence(field));
			return (state, field) =>
				shiftKey ? extendToEdge(state, field, 'end', false) : stepToEdge(state, field, 'end');
		case 'Escape':
			return clearSelection;
		default:
			return undefined;
	}
}
