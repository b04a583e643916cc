import { id, richText, skillId, spanRef } from '../../text/schema.ts';
import { z } from '../../text/zod.ts';

/**
 * Whether a judged passage deserves trust: `sound` is well sourced, neutral or compatible; `weak` is not.
 * Together with an answer's verdict it says how a learner discerns.
 */
export const quality = z.enum(['sound', 'weak']);

/** What an answer says about the passage it judges. */
export const verdict = z.enum(['trust', 'doubt']);

/** What every item has, whatever its interaction. */
export const itemBase = {
	id,
	skill: skillId,
	reading: id.optional().describe('The reading shown beside the item.'),
	passages: z
		.array(spanRef)
		.max(3)
		.default([])
		.describe('Spans shown above the question, each as reading#span.'),
	prompt: richText(400).describe('The question. It must be answerable without having seen another item.'),
	evidence: z.array(spanRef).min(1).max(6).describe('Spans lit up in the reading with the feedback.'),
	explanation: richText(800).describe(
		'Why the right answer is right. Shown to everybody, also after a right answer.',
	),
	next: richText(300).optional().describe('The next move: what to look for from now on.'),
	hints: z.array(richText(300)).max(3).default([]).describe('From a nudge to nearly the answer.'),
	confidence: z.boolean().default(false).describe('Ask “how sure are you?” before checking.'),
};

/** What a wrong answer teaches: why it is tempting and why it is wrong. */
export const feedbackText = richText(500);

export const misconceptionId = id.optional().describe('The wrong idea behind this answer.');
