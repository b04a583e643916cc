import { isInside, overlap, wordCount, type WordRange } from '../../../text/words.ts';
import { defineInteraction, type Finding } from '../interaction.ts';
import type { KeyMark, MarkItem } from './schema.ts';

/** A mark: words of the reading by number, `to` exclusive, and a label of the item. */
export type Mark = WordRange & { label: string };

export type MarkResponse = Mark[];

/** From this share on, a mark or a key mark counts as whole: what is missing is an edge, not a misreading. */
const nearlyWhole = 0.8;

const maxMarks = 40;

const isMark = (data: unknown): data is Mark =>
	typeof data === 'object' &&
	data !== null &&
	'from' in data &&
	Number.isSafeInteger(data.from) &&
	'to' in data &&
	Number.isSafeInteger(data.to) &&
	'label' in data &&
	typeof data.label === 'string';

const byPlace = (a: Mark, b: Mark): number =>
	a.from - b.from || a.to - b.to || (a.label < b.label ? -1 : Number(a.label > b.label));

/** Joins marks of one label that come within `reach` words of each other. */
function joinMarks(marks: readonly Mark[], reach: 0 | 1): Mark[] {
	const joined: Mark[] = [];
	for (const { from, to, label } of [...marks].sort(byPlace)) {
		const before = joined.findLast((mark) => mark.label === label);
		if (before && from < before.to + reach) before.to = Math.max(before.to, to);
		else joined.push({ from, to, label });
	}
	return joined.sort(byPlace);
}

/** Joins overlapping marks of one label: without it, a word marked twice would count twice. */
export const mergeMarks = (marks: readonly Mark[]): Mark[] => joinMarks(marks, 0);

/** Gives every word one label at most: where marks of two labels overlap, the earlier one keeps it. */
function untangle(merged: readonly Mark[]): Mark[] {
	const clear: Mark[] = [];
	for (const { from, to, label } of merged) {
		const start = Math.max(from, clear.at(-1)?.to ?? from);
		if (start < to) clear.push({ from: start, to, label });
	}
	return clear;
}

/** The marks that are there from the start and can be changed. */
export const marksToFix = (item: MarkItem): Mark[] =>
	item.start === 'to-fix'
		? [
				...item.key.filter(({ given }) => given).map(({ core, label }) => ({ ...core, label })),
				...item.wrong.map(({ words, label }) => ({ ...words, label })),
			].sort(byPlace)
		: [];

/** The marks that are there from the start, explained, and don't count. */
export const givenMarks = (item: MarkItem): KeyMark[] =>
	item.start === 'half-marked' ? item.key.filter(({ given }) => given) : [];

/** The marks that have to be made. */
export const countedKey = (item: MarkItem): KeyMark[] =>
	item.start === 'half-marked' ? item.key.filter(({ given }) => !given) : item.key;

/** Words that neither count nor cost: edges, given marks, and places where readers reasonably differ. */
const freeWords = (item: MarkItem): Set<number> => {
	const free = new Set<number>();
	const add = ({ from, to }: WordRange) => {
		for (let word = from; word < to; word += 1) free.add(word);
	};
	for (const { loose } of item.key) loose.forEach(add);
	for (const { words } of item.arguable) add(words);
	for (const { core } of givenMarks(item)) add(core);
	for (const { core } of countedKey(item))
		for (let word = core.from; word < core.to; word += 1) free.delete(word);
	return free;
};

const whole = (share: number): number => (share >= nearlyWhole ? 1 : share);

/** The share of a mark's counting words that belong to key marks of its label; undefined where no word counts. */
function precisionOf(mark: Mark, key: readonly KeyMark[], free: ReadonlySet<number>): number | undefined {
	let counting = 0;
	for (let word = mark.from; word < mark.to; word += 1) if (!free.has(word)) counting += 1;
	if (counting === 0) return undefined;
	const right = key
		.filter(({ label }) => label === mark.label)
		.reduce((sum, { core }) => sum + overlap(core, mark), 0);
	return Math.min(1, right / counting);
}

/** The share of a key mark's core that is marked with its label. */
const recallOf = ({ core, label }: KeyMark, merged: readonly Mark[]): number =>
	merged.filter((mark) => mark.label === label).reduce((sum, mark) => sum + overlap(core, mark), 0) /
	Math.max(1, wordCount(core));

const mean = (numbers: readonly number[]): number =>
	numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Precision, recall and F1 of marks, each 0…1; every mark and every key mark weighs the same, however long. */
export function agreementOf(
	marks: readonly Mark[],
	item: MarkItem,
): { precision: number; recall: number; f1: number } {
	// Touching marks count as one, so that pieces of everything earn no more than everything.
	const merged = joinMarks(marks, 1);
	const key = countedKey(item);
	const free = freeWords(item);
	const shares = merged.flatMap((mark) => precisionOf(mark, key, free) ?? []);
	const precision = mean(shares.map(whole));
	const recall = mean(key.map((mark) => whole(recallOf(mark, merged))));
	const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
	return { precision, recall, f1 };
}

/** What can be had without reading: marking everything with the best single label, or leaving wrong marks as they are. */
export const effortlessF1 = (item: MarkItem): number =>
	Math.max(
		...item.labels.map(({ id }) => agreementOf([{ ...item.field, label: id }], item).f1),
		agreementOf(marksToFix(item), item).f1,
	);

const remembered = new WeakMap<MarkItem, number>();

/** It depends on the item alone, and whoever judges a class asks a thousand times. */
function rememberedEffortlessF1(item: MarkItem): number {
	const known = remembered.get(item) ?? effortlessF1(item);
	remembered.set(item, known);
	return known;
}

const zoneOf = <Z extends { words: WordRange }>(zones: readonly Z[], mark: WordRange): Z | undefined =>
	zones.find(({ words }) => overlap(words, mark) > 0);

function findKey(key: KeyMark, merged: readonly Mark[], item: MarkItem, free: ReadonlySet<number>): Finding {
	const part = key.span.span;
	const touching = merged.filter((mark) => overlap(key.core, mark) > 0);
	const own = touching.filter(({ label }) => label === key.label);
	if (own.length > 0) {
		if (recallOf(key, merged) < nearlyWhole) return { kind: 'partly', part, answer: 'short' };
		const isTight = own.every((mark) => (precisionOf(mark, countedKey(item), free) ?? 1) >= nearlyWhole);
		return isTight ? { kind: 'right', part } : { kind: 'partly', part, answer: 'long' };
	}
	const other = touching.find((mark) => overlap(key.core, mark) / wordCount(key.core) >= 0.5);
	return other ? { kind: 'mislabelled', part, answer: other.label } : { kind: 'missed', part };
}

function findMark(mark: Mark, item: MarkItem, key: readonly KeyMark[], free: ReadonlySet<number>): Finding[] {
	const part = `${mark.from}-${mark.to}`;
	if (key.some(({ core }) => overlap(core, mark) > 0)) return [];
	const arguable = zoneOf(item.arguable, mark);
	if (precisionOf(mark, key, free) === undefined)
		return arguable ? [{ kind: 'arguable', part, answer: arguable.span.span }] : [];
	return [{ kind: 'wrong', part, answer: zoneOf(item.clean, mark)?.span.span ?? '' }];
}

/** The words that a finding about a mark of the learner's is about. */
export function wordsOfFinding(finding: Finding, item: MarkItem): WordRange | undefined {
	const key = item.key.find(({ span }) => span.span === finding.part);
	if (key) return key.core;
	const [from = NaN, to = NaN] = finding.part.split('-').map(Number);
	return Number.isInteger(from) && Number.isInteger(to) ? { from, to } : undefined;
}

export const mark = defineInteraction<MarkItem, MarkResponse>('mark', {
	parse(data, item) {
		if (!Array.isArray(data) || data.length > maxMarks || !data.every(isMark)) return undefined;
		const labels = new Set(item.labels.map(({ id }) => id));
		const isFine = (made: Mark) =>
			made.from < made.to && isInside(made, item.field) && labels.has(made.label);
		if (!data.every(isFine)) return undefined;
		const marks = untangle(mergeMarks(data));
		return marks.length > item.limit ? undefined : marks;
	},

	/**
	 * Span-level precision and recall with partial overlap (SemEval-2020 task 11, Da San Martino et al.): each mark counts
	 * by the share of its words that belong, each key mark by the share of it that is marked; F1 of the two means. Edges,
	 * given marks and arguable places are left out. What marking everything would get is taken off, and the rest scaled
	 * back to 0…1 (as chance is in Cohen's κ): (F1 − effortless) / (1 − effortless), at least 0.
	 */
	score(response, item) {
		if (response.length === 0) return { type: 'invalid', code: 'nothing-chosen' };
		const merged = joinMarks(response, 1);
		const free = freeWords(item);
		const key = countedKey(item);
		const effortless = rememberedEffortlessF1(item);
		const { f1 } = agreementOf(merged, item);
		const findings = [
			...key.map((mark) => findKey(mark, merged, item, free)),
			...merged.flatMap((mark) => findMark(mark, item, key, free)),
		];
		const score = effortless < 1 ? Math.max(0, (f1 - effortless) / (1 - effortless)) : 0;
		return { type: 'scored', score, maxScore: 1, findings };
	},

	feedback({ kind, part, answer }, item) {
		const key = item.key.find(({ span }) => span.span === part);
		if (!key) {
			const arguable = item.arguable.find(({ span }) => span.span === answer);
			if (kind === 'arguable') return { about: [], text: arguable?.note ?? [] };
			const clean = item.clean.find(({ span }) => span.span === answer);
			return {
				about: [],
				text: clean?.feedback ?? item.otherwise,
				...(clean?.misconception && { misconception: clean.misconception }),
			};
		}
		const about = [{ text: item.labels.find(({ id }) => id === key.label)?.text ?? '' }];
		switch (kind) {
			case 'right':
				return { about, text: key.feedback };
			case 'mislabelled':
				return { about, text: item.labels.find(({ id }) => id === answer)?.sign ?? [], reason: key.feedback };
			case 'missed':
				return {
					about,
					reason: key.missed ?? key.feedback,
					...(key.misconception && { misconception: key.misconception }),
				};
			default:
				return { about, reason: key.feedback };
		}
	},

	correctResponse: (item) =>
		countedKey(item)
			.map(({ core, label }) => ({ ...core, label }))
			.sort(byPlace),

	keepRight(response, item) {
		const free = freeWords(item);
		const key = countedKey(item);
		const isRight = (made: Mark) => (precisionOf(made, key, free) ?? 1) >= nearlyWhole;
		// A mark is also right as a piece of a stretch that is: so it was judged.
		const stretches = joinMarks(response, 1).filter(isRight);
		const isPiece = (made: Mark) =>
			stretches.some((stretch) => stretch.label === made.label && isInside(made, stretch));
		return mergeMarks(response).filter((made) => isRight(made) || isPiece(made));
	},
});
