import { id, richText } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId, quality, verdict } from '../item-schema.ts';

export const choiceItem = z
	.strictObject({
		...itemBase,
		type: z.literal('choice'),
		select: z.enum(['one', 'many']).default('one').describe('One right option, or any number of them.'),
		order: z
			.enum(['seeded', 'authored'])
			.default('seeded')
			.describe('Keep “authored” for options with an order of their own, such as a scale.'),
		quality: quality.optional().describe('For an item that judges one passage: is it sound or weak?'),
		options: z
			.array(
				z.strictObject({
					id,
					text: richText(300),
					correct: z.boolean().default(false),
					feedback: feedbackText,
					misconception: misconceptionId,
					verdict: verdict.optional(),
				}),
			)
			.min(2)
			.max(8),
	})
	.describe('Choose one option or several.');

export type ChoiceItem = z.output<typeof choiceItem>;
