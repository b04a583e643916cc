import type { RichText } from '../../../text/rich-text.ts';
import { id, line, richText, spanRef } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId, quality, verdict } from '../item-schema.ts';

export const matchItem = z
	.strictObject({
		...itemBase,
		type: z.literal('match'),
		categories: z
			.array(
				z.strictObject({
					id,
					text: line(60),
					sign: richText(200).describe('How one recognises this category. Shown with a wrong answer.'),
					verdict: verdict.optional(),
				}),
			)
			.min(2)
			.max(6),
		snippets: z
			.array(
				z.strictObject({
					id,
					span: spanRef.optional().describe('The snippet as a span of a reading; or write its text.'),
					text: richText(300).optional(),
					category: id,
					quality: quality.optional(),
					feedback: feedbackText.describe('Why the snippet belongs where it belongs.'),
					tempting: z
						.array(z.strictObject({ category: id, feedback: feedbackText, misconception: misconceptionId }))
						.max(5)
						.default([])
						.describe('Wrong categories that tempt, each with what to say to it.'),
				}),
			)
			.min(2)
			.max(10),
	})
	.describe('Sort snippets into categories.');

export type AuthoredMatchItem = z.output<typeof matchItem>;

/** A match item as pages get it: every snippet has its words. */
export type MatchItem = Omit<AuthoredMatchItem, 'snippets'> & {
	snippets: (AuthoredMatchItem['snippets'][number] & { text: RichText })[];
};
