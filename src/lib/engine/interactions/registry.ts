import { associate } from './associate/associate.ts';
import { choice } from './choice/choice.ts';
import { extendedText } from './extended-text/extended-text.ts';
import { inlineChoice } from './inline-choice/inline-choice.ts';
import type { AnyInteraction } from './interaction.ts';
import { mark } from './mark/mark.ts';
import { match } from './match/match.ts';
import { order } from './order/order.ts';
import type { Item } from './schemas.ts';

const interactions: Record<Item['type'], AnyInteraction> = {
	associate,
	choice,
	'extended-text': extendedText,
	'inline-choice': inlineChoice,
	mark,
	match,
	order,
};

export const interactionOf = (item: Item): AnyInteraction => interactions[item.type];
