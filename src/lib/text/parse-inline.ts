import type { PhrasingContent, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range, RichText, Run } from './rich-text.ts';

/** Where in the parsed source something stands, both counted from 1. */
export type Place = { line: number; column: number };

export type Annotation = Range & {
	kind: 'em' | 'exact' | 'term' | 'span';
	attributes: Record<string, string>;
	place: Place;
};

export type InlineText = { text: string; annotations: Annotation[]; place: Place };

export type InlineProblem = Place & { message: string; advice: string };

const processor = unified().use(remarkParse).use(remarkDirective);

const directives = new Set(['exact', 'term', 'span']);

const nodeNames: Record<string, string> = {
	heading: 'a heading',
	list: 'a list',
	link: 'a link',
	image: 'an image',
	html: 'HTML',
	strong: 'bold text',
	code: 'a code block',
	inlineCode: 'code',
	blockquote: 'a quotation block',
	thematicBreak: 'a rule',
	leafDirective: 'a block directive',
	containerDirective: 'a block directive',
	definition: 'a link definition',
	break: 'a hard line break',
};

const placeOf = (node: { position?: { start: Place } | undefined }): Place => ({
	line: node.position?.start.line ?? 1,
	column: node.position?.start.column ?? 1,
});

const unsupported = (node: PhrasingContent | RootContent): InlineProblem => ({
	...placeOf(node),
	message: `${nodeNames[node.type] ?? `“${node.type}”`} is not part of the format`,
	advice: 'use plain text, *emphasis*, :exact[…], :term[…]{#id} and, in readings, :span[…]{#id .label}',
});

/**
 * Parses Markdown paragraphs with `:exact[…]`, `:term[…]{#id}` and `:span[…]{#id .label}` to flat text with annotations.
 * Problems are collected, not thrown; what could be understood is still returned.
 */
export function parseParagraphs(source: string): { paragraphs: InlineText[]; problems: InlineProblem[] } {
	const problems: InlineProblem[] = [];
	const paragraphs: InlineText[] = [];

	const flatten = (nodes: PhrasingContent[], into: InlineText): void => {
		for (const node of nodes) {
			const start = into.text.length;
			if (node.type === 'text') {
				into.text += node.value.replace(/\s+/g, ' ');
			} else if (node.type === 'emphasis') {
				flatten(node.children, into);
				into.annotations.push({
					kind: 'em',
					attributes: {},
					start,
					end: into.text.length,
					place: placeOf(node),
				});
			} else if (node.type === 'textDirective') {
				flattenDirective(node, into, start);
			} else {
				problems.push(unsupported(node));
			}
		}
	};

	const flattenDirective = (node: TextDirective, into: InlineText, start: number): void => {
		if (!directives.has(node.name)) {
			problems.push({
				...placeOf(node),
				message: `“:${node.name}” is not a directive of this format`,
				advice: 'use :exact, :term or :span; write a plain colon before a letter as “\\:”',
			});
		}
		if (node.children.length === 0) {
			problems.push({
				...placeOf(node),
				message: `“:${node.name}” has no words`,
				advice: 'put its words in square brackets right after the name',
			});
		}
		flatten(node.children, into);
		if (!directives.has(node.name)) return;
		into.annotations.push({
			kind: node.name as Annotation['kind'],
			attributes: Object.fromEntries(
				Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']),
			),
			start,
			end: into.text.length,
			place: placeOf(node),
		});
	};

	for (const node of processor.parse(source).children) {
		if (node.type !== 'paragraph') {
			problems.push(unsupported(node));
			continue;
		}
		const paragraph: InlineText = { text: '', annotations: [], place: placeOf(node) };
		flatten(node.children, paragraph);
		paragraphs.push(paragraph);
	}
	return { paragraphs, problems };
}

/** Nothing in it that Markdown or a directive could mean: most texts are plain, and the parser is slow. */
const plain = /^(?!\d+[.)])[\p{L}\p{N}“‘«(](?:[^*_`[\]<>\\&~|{\n:]|:(?![a-z]))*$/iu;

/** Parses one paragraph of authored text, as it stands in lessons. */
export function parseRichText(source: string): { rich: RichText; problems: InlineProblem[] } {
	if (plain.test(source)) return { rich: [{ text: source.replace(/\s+/g, ' ') }], problems: [] };
	const { paragraphs, problems } = parseParagraphs(source);
	const [paragraph] = paragraphs;
	if (!paragraph || paragraphs.length > 1) {
		problems.push({
			line: 1,
			column: 1,
			message: paragraph ? 'this text has more than one paragraph' : 'this text is empty',
			advice: 'write exactly one paragraph',
		});
	}
	if (!paragraph) return { rich: [], problems };
	for (const { kind, place, attributes } of paragraph.annotations) {
		if (kind === 'span')
			problems.push({
				...place,
				message: ':span stands outside a reading',
				advice: 'use :exact[…] for words of an account',
			});
		if (kind === 'term' && !attributes['id'])
			problems.push({
				...place,
				message: ':term has no id',
				advice: 'add the glossary id, as in :term[byline]{#byline}',
			});
	}
	return { rich: toRuns(paragraph), problems };
}

function toRuns({ text, annotations }: InlineText): RichText {
	const edges = new Set([0, text.length]);
	for (const { start, end } of annotations) edges.add(start).add(end);
	const sorted = [...edges].sort((a, b) => a - b);
	return sorted.slice(1).map((end, index) => {
		const start = sorted[index] ?? 0;
		const run: Run = { text: text.slice(start, end) };
		for (const annotation of annotations) {
			if (annotation.start > start || annotation.end < end) continue;
			if (annotation.kind === 'em') run.em = true;
			if (annotation.kind === 'exact') run.exact = annotation.attributes['from'] ?? '';
			if (annotation.kind === 'term') run.term = annotation.attributes['id'] ?? '';
		}
		return run;
	});
}
