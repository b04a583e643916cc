import { givenMarks, mergeMarks, type Mark } from '../engine/interactions/mark/mark.ts';
import type { MarkItem } from '../engine/interactions/mark/schema.ts';
import { isInside, overlap, type WordRange } from '../text/words.ts';

/** How much of a class marked a word: nobody, under a quarter, under a half, under three quarters, more. */
export const heatLevels = ['nobody', 'few', 'some', 'many', 'most'] as const;

export type HeatLevel = (typeof heatLevels)[number];

/**
 * A stretch of a text with what a class did there, against the key. `count` is how many learners marked some of it,
 * `labels` which labels they gave, the most frequent first; `key` is the key’s label. `levels` cut it by how many marked
 * each word.
 */
export type HeatStretch = WordRange & {
	count: number;
	labels: { label: string; count: number }[];
	key?: string;
	isArguable: boolean;
	isGiven: boolean;
	levels: (WordRange & { level: HeatLevel })[];
};

export function levelOf(count: number, of: number): HeatLevel {
	if (count === 0) return 'nobody';
	const share = count / of;
	if (share < 0.25) return 'few';
	if (share < 0.5) return 'some';
	return share < 0.75 ? 'many' : 'most';
}

/** Joins neighbouring words of one kind to ranges. */
function joinWords<T>(
	{ from, to }: WordRange,
	kindOf: (word: number) => T,
	isSame: (a: T, b: T) => boolean,
): (WordRange & { kind: T })[] {
	const ranges: (WordRange & { kind: T })[] = [];
	for (let word = from; word < to; word += 1) {
		const kind = kindOf(word);
		const before = ranges.at(-1);
		if (before && isSame(before.kind, kind)) before.to = word + 1;
		else ranges.push({ from: word, to: word + 1, kind });
	}
	return ranges;
}

type Place = { isMarked: boolean; key?: string; isArguable: boolean; isGiven: boolean };

function placeOf(word: number, item: MarkItem, isMarked: boolean): Place {
	const isHere = (range: WordRange) => isInside({ from: word, to: word + 1 }, range);
	const isGiven = givenMarks(item).some(({ core }) => isHere(core));
	const key = item.key.find(({ core }) => isHere(core))?.label;
	const isArguable = item.arguable.some(({ words }) => isHere(words));
	return { isMarked, ...(key !== undefined && { key }), isArguable, isGiven };
}

/** Inside the key it doesn’t matter whether anybody marked a word: the place is one. */
const isSamePlace = (a: Place, b: Place): boolean =>
	a.key === b.key &&
	a.isArguable === b.isArguable &&
	a.isGiven === b.isGiven &&
	(a.key !== undefined || a.isMarked === b.isMarked);

function labelsIn(range: WordRange, marksOfAll: readonly (readonly Mark[])[], item: MarkItem) {
	const uses = new Map<string, number>();
	for (const marks of marksOfAll)
		for (const label of new Set(marks.filter((mark) => overlap(mark, range) > 0).map(({ label }) => label)))
			uses.set(label, (uses.get(label) ?? 0) + 1);
	return item.labels
		.map(({ id }) => ({ label: id, count: uses.get(id) ?? 0 }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

/** Where a class marked a text, in order and without overlaps. Words that nobody marked and nobody should are left out. */
export function markHeatOf(item: MarkItem, responses: readonly (readonly Mark[])[]): HeatStretch[] {
	const marksOfAll = responses.map(mergeMarks);
	const counts = new Map<number, number>();
	for (const marks of marksOfAll) {
		const words = new Set<number>();
		for (const { from, to } of marks) for (let word = from; word < to; word += 1) words.add(word);
		for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const countAt = (word: number) => counts.get(word) ?? 0;
	const placeAt = (word: number) => placeOf(word, item, countAt(word) > 0);
	return joinWords(item.field, placeAt, isSamePlace)
		.filter(({ kind }) => kind.isMarked || kind.key !== undefined)
		.map(({ from, to, kind: { key, isArguable, isGiven } }) => ({
			from,
			to,
			...(key !== undefined && { key }),
			isArguable,
			isGiven,
			count: marksOfAll.filter((marks) => marks.some((mark) => overlap(mark, { from, to }) > 0)).length,
			labels: labelsIn({ from, to }, marksOfAll, item),
			levels: joinWords(
				{ from, to },
				(word) => levelOf(countAt(word), responses.length),
				(a, b) => a === b,
			).map(({ kind, ...range }) => ({ ...range, level: kind })),
		}));
}
