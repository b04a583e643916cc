import { richTextOf, spanOf, type Reading } from '../../../text/reading.ts';
import type { AssociateItem, AuthoredAssociateItem, Candidate } from './schema.ts';

/** Gives every candidate the words of its span. */
export function compileAssociate(
	item: AuthoredAssociateItem,
	readings: ReadonlyMap<string, Reading>,
): AssociateItem {
	const filled = (candidate: AuthoredAssociateItem['a'][number]): Candidate => {
		const reading = readings.get(candidate.span.reading);
		const span = reading && spanOf(reading, candidate.span.span);
		return { ...candidate, text: reading && span ? richTextOf(reading, span) : [] };
	};
	return { ...item, a: item.a.map(filled), b: item.b.map(filled) };
}
