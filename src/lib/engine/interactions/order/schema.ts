import { id, richText } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId } from '../item-schema.ts';

export const orderItem = z
	.strictObject({
		...itemBase,
		type: z.literal('order'),
		first: z.string().max(40).describe('What stands at the top, such as “earliest” or “where it starts”.'),
		last: z.string().max(40).describe('What stands at the bottom, such as “latest” or “what you read”.'),
		links: z
			.array(
				z.strictObject({
					id,
					text: richText(240),
					feedback: feedbackText.describe('Why it stands where it stands.'),
					misconception: misconceptionId,
				}),
			)
			.min(3)
			.max(8)
			.describe('In the right order. Learners get them shuffled, never in the right order.'),
	})
	.describe('Put steps in order: a chain from origin to account, or a timeline.');

export type OrderItem = z.output<typeof orderItem>;
