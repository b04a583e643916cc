import type { Reading } from '../../text/reading.ts';
import { overlap, type WordRange } from '../../text/words.ts';
import { piecesOf, type TextPiece } from './text-pieces.ts';

/** A part of a sentence that looks one way; `stretch` is what it belongs to. */
export type TextRun<S> = { text: string; isExact: boolean; stretch: S | undefined };

/** What stretch a piece belongs to; what stands between two words of one stretch belongs to it as well. */
function stretchAt<S extends WordRange>(
	pieces: readonly TextPiece[],
	index: number,
	stretches: readonly S[],
): S | undefined {
	const at = (word: number | undefined) =>
		word === undefined
			? undefined
			: stretches.find((range) => overlap(range, { from: word, to: word + 1 }) > 0);
	const word = pieces[index]?.word;
	if (word !== undefined) return at(word);
	const before = at(pieces[index - 1]?.word);
	return before && before === at(pieces[index + 1]?.word) ? before : undefined;
}

/** A sentence cut at the edges of stretches. Pieces that look alike are joined: a gap that stands alone in an element is lost to screen readers. */
export function runsOf<S extends WordRange>(
	reading: Reading,
	sentence: WordRange,
	stretches: readonly S[],
): TextRun<S>[] {
	const pieces = piecesOf(reading, sentence);
	const runs: TextRun<S>[] = [];
	for (const [index, { text, isExact }] of pieces.entries()) {
		const stretch = stretchAt(pieces, index, stretches);
		const before = runs.at(-1);
		if (before && before.stretch === stretch && (stretch || before.isExact === isExact)) before.text += text;
		else runs.push({ text, isExact, stretch });
	}
	return runs;
}
