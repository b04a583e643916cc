import { richTextOf, spanOf, type Reading } from '../../../text/reading.ts';
import type { AuthoredMatchItem, MatchItem } from './schema.ts';

/** Gives every snippet that names a span the words of it. */
export function compileMatch(item: AuthoredMatchItem, readings: ReadonlyMap<string, Reading>): MatchItem {
	const snippets = item.snippets.map(({ text = [], ...snippet }) => {
		const reading = snippet.span && readings.get(snippet.span.reading);
		const span = reading && snippet.span && spanOf(reading, snippet.span.span);
		return { ...snippet, text: reading && span ? richTextOf(reading, span) : text };
	});
	return { ...item, snippets };
}
