import type { Reading } from '../../text/reading.ts';
import { compileAssociate } from './associate/compile.ts';
import { compileMark } from './mark/compile.ts';
import { compileMatch } from './match/compile.ts';
import type { AuthoredItem, Item } from './schemas.ts';

/** Looks up what an authored item points to. Build-time only. */
export function compileItem(item: AuthoredItem, readings: ReadonlyMap<string, Reading>): Item {
	switch (item.type) {
		case 'match':
			return compileMatch(item, readings);
		case 'mark':
			return compileMark(item, readings);
		case 'associate':
			return compileAssociate(item, readings);
		default:
			return item;
	}
}
