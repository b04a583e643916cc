import { id, line, richText } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId } from '../item-schema.ts';

export const inlineChoiceItem = z
	.strictObject({
		...itemBase,
		type: z.literal('inline-choice'),
		text: richText(700).describe(
			'One or more sentences; {gap-id} in braces stands where a wording is chosen.',
		),
		gaps: z
			.array(
				z.strictObject({
					id,
					name: line(40).describe('What is chosen here, such as “verb of saying”. Read out with the gap.'),
					options: z
						.array(
							z.strictObject({
								id,
								text: line(60),
								correct: z.boolean().default(false),
								feedback: feedbackText,
								misconception: misconceptionId,
							}),
						)
						.min(2)
						.max(6),
				}),
			)
			.min(1)
			.max(6),
	})
	.describe('Choose the wording of a sentence.');

export type InlineChoiceItem = z.output<typeof inlineChoiceItem>;
