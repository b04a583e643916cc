import type { ChoiceItem } from '../../engine/interactions/choice/schema.ts';
import type { OrderItem } from '../../engine/interactions/order/schema.ts';
import { seededOrder } from '../../engine/seeded-order.ts';
import { shuffledApart } from '../interactions/shuffled-apart.ts';

/** The same for every sheet, so that one key fits them all. */
const seed = 1;

/** The letter of an option on paper: A, B, C … */
export const letterOf = (index: number): string => String.fromCodePoint(0x41 + index);

/** The options of a question in the order in which they stand on paper. */
export const optionsOnPaper = ({ id, order, options }: ChoiceItem): ChoiceItem['options'] =>
	order === 'seeded' ? seededOrder(options, seed, id) : options;

/** The links of a chain in the order in which they stand on paper, which is never the right one. */
export const linksOnPaper = ({ id, links }: OrderItem): OrderItem['links'] =>
	shuffledApart(seededOrder(links, seed, id), links);
