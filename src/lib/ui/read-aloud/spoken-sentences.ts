import { cutText } from '../../text/cut-text.ts';
import type { Reading } from '../../text/reading.ts';
import type { Range } from '../../text/rich-text.ts';
import { partNames } from '../part-names.ts';

/** A sentence of a reading: where it stands, and the words to be spoken. */
export type SpokenSentence = Range & { words: string };

const nameOf = (part: string): string | undefined =>
	Object.entries(partNames).find(([name]) => name === part)?.[1];

/**
 * The sentences of a reading in order, with their punctuation. Together they leave out nothing but white space. Cut anew
 * by the browser: pages hold a cut only where marks are made, and here it needn’t be the same everywhere.
 */
export function spokenSentences(
	{ text, blocks }: Pick<Reading, 'text' | 'blocks'>,
	language: string,
): SpokenSentence[] {
	const cut = cutText(text, blocks, language);
	return blocks.flatMap((block) => {
		const inBlock = cut.sentences.filter((sentence) => sentence.block === block.id);
		// What stands between two sentences belongs to the first one up to its last white space.
		const starts = inBlock.map(({ from }, index) => {
			if (index === 0) return block.start;
			const first = cut.words[from]?.[0] ?? block.start;
			const between = text.slice(cut.words[from - 1]?.[1] ?? first, first);
			return first - (/\S*$/.exec(between)?.[0].length ?? 0);
		});
		return starts.map((start, index) => {
			const end = starts[index + 1] ?? block.end;
			const words = text.slice(start, end).trim();
			const name = index === 0 ? nameOf(block.part) : undefined;
			return {
				start,
				end: start + text.slice(start, end).trimEnd().length,
				words: name ? `${name}: ${words}` : words,
			};
		});
	});
}
