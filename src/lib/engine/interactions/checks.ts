import type { Reading } from '../../text/reading.ts';
import { checkAssociate } from './associate/check.ts';
import { checkChoice } from './choice/check.ts';
import { checkExtendedText } from './extended-text/check.ts';
import { checkInlineChoice } from './inline-choice/check.ts';
import type { ItemProblem } from './item-check.ts';
import { checkMark } from './mark/check.ts';
import { checkMatch } from './match/check.ts';
import { checkOrder } from './order/check.ts';
import type { AuthoredItem } from './schemas.ts';

/** What an interaction's own rules say of an item. Rules across files live in `content`. */
export function checkItem(item: AuthoredItem, readings: ReadonlyMap<string, Reading>): ItemProblem[] {
	switch (item.type) {
		case 'associate':
			return checkAssociate(item);
		case 'choice':
			return checkChoice(item);
		case 'extended-text':
			return checkExtendedText(item);
		case 'inline-choice':
			return checkInlineChoice(item);
		case 'mark':
			return checkMark(item, readings);
		case 'match':
			return checkMatch(item);
		case 'order':
			return checkOrder(item);
	}
}
