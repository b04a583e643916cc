import type { Reading } from '../../text/reading.ts';
import { stretchOf, type WordRange } from '../../text/words.ts';

/** A word, or what stands between two words. `word` is its number in the reading. */
export type TextPiece = { text: string; isExact: boolean; word?: number };

/** The words of a sentence and what stands between, before and after them, so that nothing of the text is lost. */
export function piecesOf(reading: Reading, sentence: WordRange): TextPiece[] {
	const { words } = reading.cut;
	const exact = reading.styles.filter(({ kind }) => kind === 'exact');
	const isExact = (at: number): boolean => exact.some(({ start, end }) => at >= start && at < end);
	const block = reading.blocks.find(({ start, end }) => {
		const at = words[sentence.from]?.[0] ?? -1;
		return at >= start && at < end;
	});
	const isFirst = (words[sentence.from - 1]?.[1] ?? -1) < (block?.start ?? 0);
	const isLast = (words[sentence.to]?.[0] ?? Infinity) >= (block?.end ?? 0);
	const pieces: TextPiece[] = [];
	const add = (start: number, end: number, word?: number) => {
		if (start >= end) return;
		pieces.push({
			text: reading.text.slice(start, end),
			isExact: isExact(start),
			...(word !== undefined && { word }),
		});
	};
	let at = isFirst ? (block?.start ?? 0) : (words[sentence.from]?.[0] ?? 0);
	for (let word = sentence.from; word < sentence.to; word += 1) {
		const [start = 0, end = 0] = words[word] ?? [];
		add(at, start);
		add(start, end, word);
		at = end;
	}
	add(at, isLast ? (block?.end ?? at) : (words[sentence.to]?.[0] ?? at));
	return pieces;
}

/** The words of a range as they stand in the text. */
export function quoteOf(reading: Reading, range: WordRange): string {
	const { start, end } = stretchOf(reading.cut.words, range);
	return reading.text.slice(start, end);
}
