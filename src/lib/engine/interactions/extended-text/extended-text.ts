import { countWords } from '../../../text/rich-text.ts';
import { defineInteraction } from '../interaction.ts';
import type { ExtendedTextItem } from './schema.ts';

/** What the learner wrote. */
export type ExtendedTextResponse = string;

export const maxTextLength = 1_500;

export const extendedText = defineInteraction<ExtendedTextItem, ExtendedTextResponse>('extended-text', {
	parse: (data) => (typeof data === 'string' && data.length <= maxTextLength ? data : undefined),

	/** Own words are not judged by machine: done counts, with nothing to score (0 of 0). */
	score(response, item) {
		const words = countWords(response);
		if (words === 0) return { type: 'invalid', code: 'nothing-written' };
		if (words < item.atLeast) return { type: 'invalid', code: 'too-short' };
		return { type: 'scored', score: 0, maxScore: 0, findings: [] };
	},

	feedback({ part }, item) {
		throw new TypeError(`“${item.id}” has no finding “${part}”: own words are not judged`);
	},

	correctResponse: (item) =>
		item.model.map((paragraph) => paragraph.map(({ text }) => text).join('')).join('\n\n'),

	keepRight: (response) => response,
});
