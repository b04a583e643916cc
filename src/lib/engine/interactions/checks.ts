import { checkChoice } from './choice/check.ts';
import type { ItemProblem } from './item-check.ts';
import { checkMatch } from './match/check.ts';
import type { Item } from './schemas.ts';

type Checks = { [T in Item['type']]: (item: Extract<Item, { type: T }>) => ItemProblem[] };

const checks: Checks = { choice: checkChoice, match: checkMatch };

/** What an interaction's own rules say of an item. Rules across files live in `content`. */
export const checkItem = <T extends Item['type']>(item: Extract<Item, { type: T }>): ItemProblem[] =>
	checks[item.type as T](item);
