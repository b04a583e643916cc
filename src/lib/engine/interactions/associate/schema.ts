import type { RichText } from '../../../text/rich-text.ts';
import { id, spanRef } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId } from '../item-schema.ts';
import { clashTypes, relations } from './vocabulary.ts';

const relation = z.enum(relations);
const clashType = z.enum(clashTypes);

const candidate = z.strictObject({
	id,
	span: spanRef,
	feedback: feedbackText.describe('Why this is, or isn’t, an end of the pair.'),
	misconception: misconceptionId,
});

const side = z
	.array(candidate)
	.min(1)
	.max(5)
	.describe(
		'Spans of one account. With a single one on each side the pair is given and only the relation is asked.',
	);

export const associateItem = z
	.strictObject({
		...itemBase,
		type: z.literal('associate'),
		a: side,
		b: side,
		pair: z.tuple([id, id]).describe('The two candidates that belong together: one of a, one of b.'),
		sameMatter: z.boolean().describe('Are both about the same matter? Asked first.'),
		sameMatterFeedback: feedbackText.describe('Why they are, or are not.'),
		relation,
		relationFeedback: feedbackText.describe('Why this relation holds.'),
		clash: clashType.optional().describe('For “contradicts”: what the two clash in.'),
		clashFeedback: feedbackText.optional(),
		tempting: z
			.array(
				z.strictObject({
					relation: relation.optional(),
					clash: clashType.optional(),
					feedback: feedbackText,
					misconception: misconceptionId,
				}),
			)
			.min(2)
			.max(8)
			.describe('Wrong relations (or wrong kinds of clash) that tempt, each with what to say to it.'),
		quality: z
			.enum(['sound', 'weak'])
			.optional()
			.describe('sound: both accounts can stand; weak: at least one cannot, as told.'),
	})
	.describe('Link a passage of one account with one of another, and say how they relate.');

export type AuthoredAssociateItem = z.output<typeof associateItem>;

export type Candidate = z.output<typeof candidate> & { text: RichText };

export type AssociateItem = Omit<AuthoredAssociateItem, 'a' | 'b'> & { a: Candidate[]; b: Candidate[] };
