import { spanOf, type Reading } from '../../../text/reading.ts';
import type { SpanRef } from '../../../text/schema.ts';
import { wordCount, wordsIn, type WordRange } from '../../../text/words.ts';
import type { AuthoredMarkItem, KeyMark, MarkItem } from './schema.ts';

const articles = new Set(['a', 'an', 'the']);

/** So many marks more than needed can be made, so that the limit gives nothing away and marking everything is no way. */
const spare = 3;

const noWords: WordRange = { from: 0, to: 0 };

/** Puts the places of an authored item into words of its reading. Places that don't exist are empty. */
export function compileMark(item: AuthoredMarkItem, readings: ReadonlyMap<string, Reading>): MarkItem {
	const { within, paragraphs, key, arguable, clean, wrong, ...rest } = item;
	const reading = readings.get(item.reading);

	const wordsOf = (ref: SpanRef): WordRange => {
		const span = reading && ref.reading === reading.slug ? spanOf(reading, ref.span) : undefined;
		return (reading && span && wordsIn(reading.cut.words, span)) ?? noWords;
	};
	const isArticle = (word: number): boolean => {
		const [start, end] = reading?.cut.words[word] ?? [0, 0];
		return articles.has(reading?.text.slice(start, end).toLowerCase() ?? '');
	};

	const toKeyMark = (mark: AuthoredMarkItem['key'][number]): KeyMark => {
		const outer = wordsOf(mark.span);
		const core = { ...(mark.core ? wordsOf(mark.core) : outer) };
		if (wordCount(core) === 0) return { ...mark, core, loose: [] };
		while (core.to - core.from > 1 && isArticle(core.from)) core.from += 1;
		const first = isArticle(outer.from - 1) ? outer.from - 1 : outer.from;
		const loose = [
			{ from: first, to: core.from },
			{ from: core.to, to: outer.to },
		].filter(({ from, to }) => from < to);
		return { ...mark, core, loose };
	};

	const fieldOf = (): WordRange => {
		if (within) return wordsOf(within);
		const blocks = reading?.blocks.filter(({ part }) => part === 'paragraph') ?? [];
		const [first = 1, last = blocks.length] = paragraphs ?? [];
		const start = blocks[first - 1]?.start ?? 0;
		const end = blocks[last - 1]?.end ?? 0;
		return (reading && wordsIn(reading.cut.words, { start, end })) ?? noWords;
	};

	const withWords = <Z extends { span: SpanRef }>(zone: Z) => ({ ...zone, words: wordsOf(zone.span) });
	return {
		...rest,
		field: fieldOf(),
		key: key.map(toKeyMark),
		arguable: arguable.map(withWords),
		clean: clean.map(withWords),
		wrong: wrong.map(withWords),
		limit: key.length + wrong.length + spare,
	};
}
