import type { ClashType, Relation } from '../../engine/interactions/associate/vocabulary.ts';

export const relationWords: Record<Relation, { name: string; gist: string }> = {
	same: { name: 'Same', gist: 'They say the same, in other words.' },
	compatible: { name: 'Compatible', gist: 'They differ, and both can be true.' },
	update: { name: 'Update', gist: 'The later one knows something newer.' },
	framing: { name: 'Framing', gist: 'One fact, told in words that lean.' },
	contradicts: { name: 'Contradicts', gist: 'Both can’t be true as told.' },
	'cant-tell': { name: 'Can’t tell', gist: 'Too vague to decide.' },
};

export const clashWords: Record<ClashType, string> = {
	number: 'A number',
	time: 'A time',
	who: 'Who did it',
	quotation: 'Who said it, or which words',
	word: 'A word or category',
	negation: 'One denies it',
};
