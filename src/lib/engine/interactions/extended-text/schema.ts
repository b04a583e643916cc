import { id, richText } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { itemBase } from '../item-schema.ts';

export const extendedTextItem = z
	.strictObject({
		...itemBase,
		type: z.literal('extended-text'),
		atLeast: z.int().min(3).max(60).default(8).describe('Words that it takes before comparing makes sense.'),
		model: z.array(richText(700)).min(1).max(3).describe('A model answer, in paragraphs.'),
		rubric: z
			.array(
				z.strictObject({
					id,
					text: richText(200).describe('Something the learner can see in their own text.'),
				}),
			)
			.min(2)
			.max(6),
	})
	.describe('Write two or three sentences, then compare with a model. Never scored by machine.');

export type ExtendedTextItem = z.output<typeof extendedTextItem>;
