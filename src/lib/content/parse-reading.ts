import { pageParts, type Block, type Reading, type Span, type Style } from '../text/reading.ts';
import { cutText } from '../text/cut-text.ts';
import { parseParagraphs, type Annotation, type InlineText } from '../text/parse-inline.ts';
import type { Place, Problem } from './problem.ts';
import { readingHead } from './schemas.ts';
import { parseYaml, type Path } from './yaml-source.ts';
import type { z } from '../text/zod.ts';

const spanAttributes = new Set(['id', 'class', 'by', 'claim']);

/**
 * Where the parts of a reading stand in its file: keys of the head by path, spans by id, blocks and styles in the order
 * that the reading has them in.
 */
type Places = { head(path: Path): Place; spans: Map<string, Place>; blocks: Place[]; styles: Place[] };

/** A parsed reading. */
export type ReadingSource = {
	file: string;
	head: z.output<typeof readingHead>;
	reading: Reading;
	places: Places;
};

const gap = '\n\n';

function toSpan({ attributes, start, end }: Annotation, offset: number): Span {
	const { id = '', class: labels = '', by, claim } = attributes;
	return {
		id,
		labels: labels.split(' ').filter(Boolean),
		...(by && { by }),
		...(claim && { claim }),
		start: start + offset,
		end: end + offset,
	};
}

function toStyle({ kind, attributes, start, end }: Annotation, offset: number): Style | undefined {
	if (kind === 'span') return undefined;
	return {
		kind,
		...(attributes['id'] && { id: attributes['id'] }),
		start: start + offset,
		end: end + offset,
	};
}

/** Parses one account: YAML front matter with the page's own facts, then Markdown paragraphs with spans. */
export function parseReading(
	file: string,
	text: string,
): { source: ReadingSource | undefined; problems: Problem[] } {
	const problems: Problem[] = [];
	const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
	if (!parts) {
		const problem = {
			file,
			line: 1,
			column: 1,
			message: 'no front matter',
			advice: 'start the file with --- lines around slug, original, title, gist and page',
		};
		return { source: undefined, problems: [problem] };
	}
	const [, front = '', body = ''] = parts;
	const parsed = parseYaml(file, front, readingHead, 1);
	problems.push(...parsed.problems);
	if (!parsed.source) return { source: undefined, problems };
	const { data: head, locate } = parsed.source;
	const { slug, title, gist } = head;
	const reading: Reading = {
		slug,
		title,
		gist,
		text: '',
		blocks: [],
		styles: [],
		spans: [],
		cut: { words: [], sentences: [] },
	};
	const places: Places = { head: locate, spans: new Map(), blocks: [], styles: [] };

	const addBlock = (
		block: Pick<Block, 'id' | 'part'>,
		inline: InlineText,
		placeOf: (part: { place: Place }) => Place,
	) => {
		const offset = reading.text.length + (reading.text ? gap.length : 0);
		reading.text += (reading.text ? gap : '') + inline.text;
		reading.blocks.push({ ...block, start: offset, end: reading.text.length });
		places.blocks.push(placeOf(inline));
		for (const annotation of inline.annotations) {
			const place = placeOf(annotation);
			const style = toStyle(annotation, offset);
			if (style) {
				reading.styles.push(style);
				places.styles.push(place);
				continue;
			}
			const span = toSpan(annotation, offset);
			const report = (message: string, advice: string) => problems.push({ file, ...place, message, advice });
			for (const attribute of Object.keys(annotation.attributes))
				if (!spanAttributes.has(attribute))
					report(`a span has no attribute “${attribute}”`, 'use #id, .labels, by= and claim=');
			if (!span.id) report('this span has no id', 'add one, as in :span[…]{#id .label}');
			else if (places.spans.has(span.id))
				report(`the span id “${span.id}” is used twice`, 'give each span of a reading its own id');
			else places.spans.set(span.id, place);
			reading.spans.push(span);
		}
	};

	for (const part of pageParts) {
		const place = locate(['page', part]);
		const { paragraphs, problems: found } = parseParagraphs(head.page[part]);
		problems.push(...found.map(({ message, advice }) => ({ file, ...place, message, advice })));
		const [paragraph] = paragraphs;
		if (paragraph) addBlock({ id: part, part }, paragraph, () => place);
	}
	const bodyStart = front.split('\n').length + 2;
	const { paragraphs, problems: found } = parseParagraphs(body);
	const shift = <P extends { line: number; column: number }>(place: P): P => ({
		...place,
		line: place.line + bodyStart,
	});
	problems.push(...found.map((problem) => ({ file, ...shift(problem) })));
	if (paragraphs.length === 0)
		problems.push({
			file,
			line: bodyStart + 1,
			column: 1,
			message: 'this reading has no paragraphs',
			advice: 'retell the account below the front matter',
		});
	for (const [index, paragraph] of paragraphs.entries()) {
		addBlock({ id: `p${index + 1}`, part: 'paragraph' }, paragraph, ({ place: { line, column } }) =>
			shift({ line, column }),
		);
	}
	reading.cut = cutText(reading.text, reading.blocks);
	return { source: { file, head, reading, places }, problems };
}
