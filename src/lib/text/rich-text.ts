/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type Range = { start: number; end: number };

/** A stretch of authored text with one style. `exact` holds the slug of the account whose words these are, `term` a glossary id. */
export type Run = { text: string; em?: true; exact?: string; term?: string };

/** One paragraph of authored text. */
export type RichText = Run[];

/** The words of a rich text without their styles. */
export const plainText = (rich: RichText): string => rich.map((run) => run.text).join('');

/** Cuts `within` at the edges of `ranges`. Returns the pieces in order, each with the ranges that cover it. */
export function cutAtEdges<T extends Range>(
	within: Range,
	ranges: readonly T[],
): (Range & { covers: T[] })[] {
	const inside = ranges.filter((range) => range.start < within.end && range.end > within.start);
	const edges = new Set([within.start, within.end]);
	for (const range of inside) {
		edges.add(Math.max(range.start, within.start));
		edges.add(Math.min(range.end, within.end));
	}
	const sorted = [...edges].sort((a, b) => a - b);
	return sorted.slice(1).map((end, index) => {
		const start = sorted[index] ?? within.start;
		return { start, end, covers: inside.filter((range) => range.start <= start && range.end >= end) };
	});
}

/** How many words a text has, for reading time and limits. “U.S.” and “R-TX” are one word each. */
export const countWords = (text: string): number =>
	text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.\-‑]*/gu)?.length ?? 0;
