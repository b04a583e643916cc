import type { RichText, Run } from '../../../text/rich-text.ts';

const gap = /\{([a-z0-9-]+)\}/g;

/** A text with gaps, in pieces: runs of text, and the ids of the gaps between them. */
export const cutGaps = (text: RichText): (Run | { gap: string })[] =>
	text.flatMap((run) => {
		const pieces: (Run | { gap: string })[] = [];
		let end = 0;
		for (const match of run.text.matchAll(gap)) {
			if (match.index > end) pieces.push({ ...run, text: run.text.slice(end, match.index) });
			pieces.push({ gap: match[1] ?? '' });
			end = match.index + match[0].length;
		}
		if (end < run.text.length) pieces.push({ ...run, text: run.text.slice(end) });
		return pieces;
	});
