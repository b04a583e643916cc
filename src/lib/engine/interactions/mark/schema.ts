import type { WordRange } from '../../../text/words.ts';
import { id, line, richText, spanRef } from '../../../text/schema.ts';
import { z } from '../../../text/zod.ts';
import { feedbackText, itemBase, misconceptionId } from '../item-schema.ts';

export const markItem = z
	.strictObject({
		...itemBase,
		reading: id.describe('The reading in which marks are made.'),
		type: z.literal('mark'),
		within: spanRef
			.optional()
			.describe('Mark only inside this span; else in “paragraphs”, else in the whole text.'),
		paragraphs: z
			.tuple([z.int().min(1).max(60), z.int().min(1).max(60)])
			.optional()
			.describe('Mark only from this paragraph to that one, both counted from 1.'),
		start: z
			.enum(['bare', 'half-marked', 'to-fix'])
			.default('bare')
			.describe(
				'bare: nothing is marked; half-marked: some marks are given and explained; to-fix: some marks are given, and some of them are wrong.',
			),
		labels: z
			.array(
				z.strictObject({
					id,
					text: line(24).describe('One or two words: it stands beside every mark.'),
					sign: richText(200).describe('How one recognises it. Shown with a mark that has the wrong label.'),
				}),
			)
			.min(1)
			.max(5),
		key: z
			.array(
				z.strictObject({
					span: spanRef,
					label: id,
					core: spanRef
						.optional()
						.describe(
							'A span inside that must be marked; the rest of the span may be. Without it all of it must.',
						),
					given: z
						.boolean()
						.default(false)
						.describe('half-marked: this mark is there from the start and does not count.'),
					feedback: feedbackText.describe('Why this is marked. Shown to everybody.'),
					missed: feedbackText
						.optional()
						.describe('What to say to somebody who missed it, if more than “feedback”.'),
					misconception: misconceptionId,
				}),
			)
			.min(1)
			.max(16),
		arguable: z
			.array(z.strictObject({ span: spanRef, note: richText(300) }))
			.max(8)
			.default([])
			.describe('Readers reasonably differ here: a mark neither counts nor costs, and the note says why.'),
		clean: z
			.array(z.strictObject({ span: spanRef, feedback: feedbackText, misconception: misconceptionId }))
			.max(10)
			.default([])
			.describe('Places where a mark tempts but is wrong, each with what to say to it.'),
		otherwise: feedbackText.describe('What to say to a wrong mark anywhere else.'),
		wrong: z
			.array(z.strictObject({ span: spanRef, label: id }))
			.max(6)
			.default([])
			.describe(
				'to-fix: the marks that are there from the start and are wrong. Those of the key with “given” are right.',
			),
	})
	.describe('Mark words in the text and give each mark a label.');

export type AuthoredMarkItem = z.output<typeof markItem>;

/** A mark of the key in words of the reading. `core` must be marked, `loose` may be. */
export type KeyMark = Omit<AuthoredMarkItem['key'][number], 'core'> & { core: WordRange; loose: WordRange[] };

/** A mark item as pages get it: every place in words of the reading, `to` exclusive. */
export type MarkItem = Omit<
	AuthoredMarkItem,
	'within' | 'paragraphs' | 'key' | 'arguable' | 'clean' | 'wrong'
> & {
	/** Where marks can be made. */
	field: WordRange;
	key: KeyMark[];
	arguable: (AuthoredMarkItem['arguable'][number] & { words: WordRange })[];
	clean: (AuthoredMarkItem['clean'][number] & { words: WordRange })[];
	wrong: (AuthoredMarkItem['wrong'][number] & { words: WordRange })[];
	/** How many marks can be made at most. */
	limit: number;
};
