import type { Range, RichText } from './rich-text.ts';
import type { Cut } from './words.ts';
import { cutAtEdges } from './rich-text.ts';

/** What the page of an account shows of itself, in the order of display, then its paragraphs. */
export const pageParts = ['headline', 'byline', 'date', 'outlet', 'picture'] as const;

export type PagePart = (typeof pageParts)[number];

export type Block = Range & { id: string; part: PagePart | 'paragraph' };

/** A named stretch of a reading. `by` is the id of its source's span, `claim` that of a claim of the module. */
export type Span = Range & { id: string; labels: string[]; by?: string; claim?: string };

export type Style = Range & { kind: 'exact' | 'em' | 'term'; id?: string };

/** One account, retold. All offsets are into `text`; blocks don't overlap, spans and styles may nest. */
export type Reading = {
	slug: string;
	title: string;
	gist: string;
	text: string;
	blocks: Block[];
	styles: Style[];
	spans: Span[];
	cut: Cut;
};

/** The words of a stretch of a reading with their styles. */
export const richTextOf = (reading: Reading, range: Range): RichText =>
	cutAtEdges(range, reading.styles).map(({ start, end, covers }) => ({
		text: reading.text.slice(start, end),
		...(covers.some(({ kind }) => kind === 'em') && { em: true as const }),
		...(covers.some(({ kind }) => kind === 'exact') && { exact: reading.slug }),
	}));

export const spanOf = (reading: Reading, id: string): Span | undefined =>
	reading.spans.find((span) => span.id === id);

export function headlineOf({ text, blocks }: Reading): string {
	const block = blocks.find(({ part }) => part === 'headline');
	return block ? text.slice(block.start, block.end) : '';
}
