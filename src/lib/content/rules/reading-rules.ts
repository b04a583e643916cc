import { countWords } from '../../text/rich-text.ts';
import type { ContentSource, ModuleSource } from '../parse-content.ts';
import type { ReadingSource } from '../parse-reading.ts';
import type { Place, Problem } from '../problem.ts';
import { allLabels, exclusiveGroups, labelGroups } from '../labels.ts';

export const readingLength = { min: 280, max: 420 };

export const maxExactWords = 20;

const fileStart: Place = { line: 1, column: 1 };

export function checkReadings({ glossary, modules }: ContentSource): Problem[] {
	const terms = new Set(glossary.data.terms.map(({ id }) => id));
	return modules.flatMap((module) =>
		[...module.readings].flatMap(([name, source]) => [
			...checkHead(name, source),
			...checkSpans(source, module),
			...checkStyles(source, terms),
		]),
	);
}

function checkHead(name: string, { file, head, reading, places }: ReadingSource): Problem[] {
	const problems: Problem[] = [];
	const report = (place: Place, message: string, advice: string) =>
		problems.push({ file, ...place, message, advice });
	if (head.slug !== name)
		report(
			places.head(['slug']),
			`the slug “${head.slug}” is not the file’s name`,
			`write “slug: ${name}”, or rename the file`,
		);
	const words = reading.blocks
		.filter(({ part }) => part === 'paragraph')
		.reduce((sum, { start, end }) => sum + countWords(reading.text.slice(start, end)), 0);
	if (words < readingLength.min || words > readingLength.max)
		report(
			places.blocks[reading.blocks.findIndex(({ part }) => part === 'paragraph')] ?? fileStart,
			`the retelling has ${words} words`,
			`keep it between ${readingLength.min} and ${readingLength.max}`,
		);
	return problems;
}

function checkSpans({ file, reading, places }: ReadingSource, { module }: ModuleSource): Problem[] {
	const problems: Problem[] = [];
	const claims = new Set(module.data.claims.map(({ id }) => id));
	const sources = new Set(
		reading.spans.filter(({ labels }) => labels.includes('source')).map(({ id }) => id),
	);
	for (const { id, labels, by, claim } of reading.spans) {
		const report = (message: string, advice: string) =>
			problems.push({ file, ...(places.spans.get(id) ?? fileStart), message, advice });
		if (labels.length === 0)
			report(`the span “${id}” has no label`, 'add one of the labels of lessons/README.md');
		for (const label of labels)
			if (!allLabels.includes(label))
				report(`“${label}” is not a label`, 'use a label of lessons/README.md, or correct its spelling');
		for (const group of exclusiveGroups) {
			const given = labels.filter((label) => (labelGroups[group] as readonly string[]).includes(label));
			if (given.length > 1)
				report(
					`the span “${id}” has ${given.length} labels of one kind: ${given.join(', ')}`,
					'keep one of them',
				);
		}
		if (by && !sources.has(by))
			report(
				`by=${by} does not name a source span of this reading`,
				'give the id of a span with the label .source',
			);
		if (claim && !claims.has(claim))
			report(
				`“${claim}” is not a claim of the module`,
				'use an id of the claims in module.yaml, or add it there',
			);
	}
	return problems;
}

function checkStyles({ file, reading, places }: ReadingSource, terms: Set<string>): Problem[] {
	const problems: Problem[] = [];
	for (const [index, { kind, id, start, end }] of reading.styles.entries()) {
		const words = reading.text.slice(start, end);
		const report = (message: string, advice: string) =>
			problems.push({ file, ...(places.styles[index] ?? fileStart), message, advice });
		if (kind === 'term' && !(id && terms.has(id)))
			report(`:term[${words}] is not in the glossary`, 'give it the id of a term in glossary.yaml');
		if (kind === 'exact' && countWords(words) > maxExactWords)
			report(
				`these exact words are ${countWords(words)} words long: “${words.slice(0, 40)}…”`,
				`quote at most ${maxExactWords} words at a time`,
			);
	}
	return problems;
}
