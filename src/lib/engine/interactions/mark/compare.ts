import { overlap, type WordRange } from '../../../text/words.ts';
import { givenMarks, type Mark } from './mark.ts';
import type { MarkItem } from './schema.ts';

/** How a stretch of text looks when marks are laid beside the key. */
export type ComparedKind = 'hit' | 'missed' | 'extra' | 'mislabelled' | 'arguable' | 'given';

/** `label` is what the key says, `own` what the learner said. */
export type Compared = WordRange & { kind: ComparedKind; label?: string; own?: string };

type Layers = { key?: string; given?: string; own?: string; isArguable: boolean; isLoose: boolean };

function compareWord({
	key,
	given,
	own,
	isArguable,
	isLoose,
}: Layers): Omit<Compared, 'from' | 'to'> | undefined {
	if (given) return { kind: 'given', label: given };
	if (key) {
		if (own === undefined) return { kind: 'missed', label: key };
		return own === key ? { kind: 'hit', label: key, own } : { kind: 'mislabelled', label: key, own };
	}
	if (own === undefined) return isArguable ? { kind: 'arguable' } : undefined;
	if (isArguable) return { kind: 'arguable', own };
	return isLoose ? { kind: 'hit', label: own, own } : { kind: 'extra', own };
}

/**
 * The learner's marks beside the key, word by word, joined to stretches; in order, without overlaps. Unmarked clean text
 * is left out. Edges that may be marked look like part of the hit.
 */
export function compareMarks(marks: readonly Mark[], item: MarkItem): Compared[] {
	const given = givenMarks(item);
	const isIn = (word: number) => (range: WordRange) => overlap(range, { from: word, to: word + 1 }) > 0;
	const compared: Compared[] = [];
	for (let word = item.field.from; word < item.field.to; word += 1) {
		const here = isIn(word);
		const key = item.key.find((mark) => !given.includes(mark) && here(mark.core))?.label;
		const given_ = given.find(({ core }) => here(core))?.label;
		const own = marks.find(here)?.label;
		const found = compareWord({
			...(key !== undefined && { key }),
			...(given_ !== undefined && { given: given_ }),
			...(own !== undefined && { own }),
			isArguable: item.arguable.some(({ words }) => here(words)),
			isLoose: item.key.some(({ loose, label }) => label === own && loose.some(here)),
		});
		if (!found) continue;
		const before = compared.at(-1);
		const goesOn =
			before?.to === word &&
			before.kind === found.kind &&
			before.label === found.label &&
			before.own === found.own;
		if (goesOn) before.to = word + 1;
		else compared.push({ from: word, to: word + 1, ...found });
	}
	return compared;
}
