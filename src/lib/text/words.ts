/** One word of a text: UTF-16 offsets, end exclusive. */
export type Word = readonly [start: number, end: number];

/** Words of a text by number, `to` exclusive. */
export type WordRange = { from: number; to: number };

/**
 * Where the words and sentences of a text are. Cut at build time, so that every browser counts the same; sentences hold
 * words, and none of them overlap.
 */
export type Cut = { words: Word[]; sentences: (WordRange & { block: string })[] };

export const isInside = (inner: WordRange, outer: WordRange): boolean =>
	inner.from >= outer.from && inner.to <= outer.to;

/** How many words two ranges share. */
export const overlap = (a: WordRange, b: WordRange): number =>
	Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

export const wordCount = ({ from, to }: WordRange): number => to - from;

/** The words that a stretch of the text touches; undefined where it touches none. */
export function wordsIn(
	words: readonly Word[],
	{ start, end }: { start: number; end: number },
): WordRange | undefined {
	const from = words.findIndex(([, wordEnd]) => wordEnd > start);
	if (from < 0) return undefined;
	const after = words.findIndex(([wordStart]) => wordStart >= end);
	const to = after < 0 ? words.length : after;
	return from < to ? { from, to } : undefined;
}

/** The stretch of the text from the first word to the last. */
export const stretchOf = (
	words: readonly Word[],
	{ from, to }: WordRange,
): { start: number; end: number } => ({
	start: words[from]?.[0] ?? 0,
	end: words[to - 1]?.[1] ?? 0,
});
