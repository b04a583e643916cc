import { parseRichText } from './parse-inline.ts';
import { z } from './zod.ts';

// An issue's message carries its advice after a bar: “what is wrong|what to do”.
const empty = { error: 'this text is empty|write it, or remove the key' };

const pattern = (regex: RegExp, complaint: string) =>
	z
		.string()
		.max(125)
		.regex(regex, { error: (issue) => `“${String(issue.input)}” ${complaint}` });

/** A stable id: lower-case words joined by hyphens. */
export const id = pattern(
	/^[a-z0-9]+(-[a-z0-9]+)*$/,
	'is not an id|use lower-case letters, digits and single hyphens',
);

/** A skill's id: `lens/skill`. */
export const skillId = pattern(
	/^(sourcing|framing|contradictions)\/[a-z-]+$/,
	'is not a skill id|write lens/skill, as in sourcing/attribution',
);

/** A span of a reading, authored as `slug#span`. */
export const spanRef = pattern(
	/^[a-z0-9-]+#[a-z0-9-]+$/,
	'does not name a span|write reading#span, as in eu-frowns#headline',
).transform((ref) => {
	const [reading = '', span = ''] = ref.split('#');
	return { reading, span };
});

export type SpanRef = z.output<typeof spanRef>;

/** Text without any markup. `max` is in characters. */
export const line = (max: number) => z.string().trim().min(1, empty).max(max);

/** One paragraph of authored text with inline markup. `max` is in characters, markup included. */
export const richText = (max: number) =>
	z
		.string()
		.trim()
		.min(1, empty)
		.max(max)
		.transform((source, context) => {
			const { rich, problems } = parseRichText(source);
			for (const { message, advice } of problems)
				context.addIssue({ code: 'custom', message: `${message}|${advice}` });
			return rich;
		});
