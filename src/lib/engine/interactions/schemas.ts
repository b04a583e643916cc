import { z } from '../../text/zod.ts';
import { associateItem, type AssociateItem } from './associate/schema.ts';
import { choiceItem, type ChoiceItem } from './choice/schema.ts';
import { extendedTextItem, type ExtendedTextItem } from './extended-text/schema.ts';
import { inlineChoiceItem, type InlineChoiceItem } from './inline-choice/schema.ts';
import { markItem, type MarkItem } from './mark/schema.ts';
import { matchItem, type MatchItem } from './match/schema.ts';
import { orderItem, type OrderItem } from './order/schema.ts';

/** The authored form of every interaction. Build-time only: no page loads it. */
export const itemSchemas = [
	choiceItem,
	matchItem,
	markItem,
	associateItem,
	orderItem,
	inlineChoiceItem,
	extendedTextItem,
] as const;

/** An item as it is written in a lesson. */
export type AuthoredItem = z.output<(typeof itemSchemas)[number]>;

/** An item as pages and the engine get it: what it points to has been looked up. */
export type Item =
	ChoiceItem | MatchItem | MarkItem | AssociateItem | OrderItem | InlineChoiceItem | ExtendedTextItem;
