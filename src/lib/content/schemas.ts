import { id, line, richText, skillId, spanRef } from '../text/schema.ts';
import { z } from '../text/zod.ts';
import { itemSchemas, type AuthoredItem } from '../engine/interactions/schemas.ts';

export const lenses = ['sourcing', 'framing', 'contradictions'] as const;

export const skillsFile = z.strictObject({
	skills: z
		.array(z.strictObject({ id: skillId, title: line(60), gist: line(200) }))
		.min(1)
		.max(60),
});

export const misconceptionsFile = z.strictObject({
	misconceptions: z
		.array(z.strictObject({ id, name: line(80), gist: line(240) }))
		.min(1)
		.max(60),
});

export const glossaryFile = z.strictObject({
	terms: z
		.array(z.strictObject({ id, term: line(40), meaning: line(200) }))
		.min(1)
		.max(200),
});

export const moduleFile = z.strictObject({
	id,
	title: line(80),
	gist: line(400),
	readings: z.array(id).min(1).max(20).describe('Slugs, in the order of time.'),
	lessons: z.array(id).min(1).max(60).describe('Ids, in the order of learning.'),
	claims: z
		.array(z.strictObject({ id, question: line(100) }))
		.max(60)
		.describe('Questions that more than one account answers.'),
	goals: z
		.strictObject({
			items: z.int().min(1),
			itemsPerSkill: z.int().min(1),
			itemsPerMisconception: z.int().min(1),
			lessonsPerReading: z.int().min(1),
			interactions: z.int().min(1),
		})
		.optional()
		.describe('What the module promises to cover at least; the check holds it to that.'),
});

export const readingHead = z.strictObject({
	slug: id,
	original: line(120).describe('The file name of the article that this retells.'),
	title: line(40).describe('A short handle for menus.'),
	gist: line(200).describe('One line that says what this account is.'),
	page: z
		.strictObject({
			headline: line(1000),
			byline: line(1000),
			date: line(1000),
			outlet: line(1000),
			picture: line(1000),
		})
		.describe('What the page itself shows, or “Not shown.”'),
});

const explanationStep = z
	.strictObject({
		type: z.literal('explanation'),
		id,
		title: line(80),
		text: z.array(richText(900)).min(1).max(8).describe('Paragraphs.'),
		reading: id.optional(),
		annotations: z
			.array(z.strictObject({ span: spanRef, note: richText(300) }))
			.max(10)
			.default([])
			.describe('A worked example: spans shown in the reading, each with a note.'),
	})
	.describe('Something to read: a worked example, or the principle after a comparison.');

export const lessonFile = z.strictObject({
	id,
	title: line(60),
	lens: z.enum([...lenses, 'all']),
	kind: z.enum(['lesson', 'close-reading', 'check']).default('lesson'),
	mode: z.enum(['practice', 'check']).default('practice'),
	parallelTo: id
		.optional()
		.describe('A lesson that asks the same skills by the same interactions, item by item.'),
	tries: z.int().min(1).max(3).default(2),
	hintCost: z
		.number()
		.min(0)
		.max(1)
		.default(0)
		.describe('The share of an item’s score that each hint takes.'),
	aim: line(200).describe('What a learner can do afterwards, in one sentence.'),
	minutes: z.int().min(3).max(30),
	readings: z.array(id).min(1).max(5),
	takeaways: z.array(richText(240)).min(1).max(5).describe('What to keep, shown with the result.'),
	teacher: z.strictObject({
		discussion: z.array(line(300)).length(3),
		pitfalls: z.array(line(300)).min(1).max(6).describe('What tends to go wrong.'),
		sensitive: line(500).describe('How to keep a polarised class on the text.'),
		standards: z
			.array(z.strictObject({ code: line(40), gist: line(200) }))
			.min(1)
			.max(12),
	}),
	steps: z
		.array(z.discriminatedUnion('type', [explanationStep, ...itemSchemas]))
		.min(1)
		.max(40),
});

export type SkillsFile = z.output<typeof skillsFile>;
export type MisconceptionsFile = z.output<typeof misconceptionsFile>;
export type GlossaryFile = z.output<typeof glossaryFile>;
export type ModuleFile = z.output<typeof moduleFile>;
export type LessonFile = z.output<typeof lessonFile>;
export type Step = LessonFile['steps'][number];
export type Explanation = z.output<typeof explanationStep>;

/** Whether an authored step is answered, not only read. */
export const isAuthoredItem = (step: Step): step is AuthoredItem => step.type !== 'explanation';
