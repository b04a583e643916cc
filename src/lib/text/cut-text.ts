import type { Block } from './reading.ts';
import type { Cut } from './words.ts';

/** Abbreviations after which the segmenter would end a sentence, as in “U.S. Secretary”. */
const abbreviated = /(?:\b(?:U\.S|Mr|Mrs|Dr|St|Gen|Sen|No)\.)\s*$/;

/** What joins two words of the segmenter to one of ours. */
const joints = /^[-‑–./’']$/;

/**
 * Cuts a reading into sentences and words, by the rules of its language (UAX #29). A word keeps its inner hyphens and
 * points: “military-technical” and “U.S.” are one each. For marks at build time only, since browsers segment differently.
 */
export function cutText(text: string, blocks: readonly Block[], language = 'en'): Cut {
	const bySentence = new Intl.Segmenter(language, { granularity: 'sentence' });
	const byWord = new Intl.Segmenter(language, { granularity: 'word' });
	const cut: Cut = { words: [], sentences: [] };
	for (const block of blocks) {
		const inBlock = text.slice(block.start, block.end);
		let open = '';
		let openAt = 0;
		for (const { segment, index } of bySentence.segment(inBlock)) {
			if (!open) openAt = index;
			open += segment;
			if (abbreviated.test(open) && openAt + open.length < inBlock.length) continue;
			const from = cut.words.length;
			for (const { segment: word, index: at, isWordLike } of byWord.segment(open)) {
				if (!isWordLike) continue;
				const start = block.start + openAt + at;
				const end = start + word.length;
				const previous = cut.words.length > from ? cut.words.at(-1) : undefined;
				if (previous && joints.test(text.slice(previous[1], start)))
					cut.words[cut.words.length - 1] = [previous[0], end];
				else cut.words.push([start, end]);
			}
			if (cut.words.length > from) cut.sentences.push({ block: block.id, from, to: cut.words.length });
			open = '';
		}
	}
	return cut;
}
