import { choice } from './choice/choice.ts';
import type { AnyInteraction } from './interaction.ts';
import { match } from './match/match.ts';
import type { Item } from './schemas.ts';

const interactions: Record<Item['type'], AnyInteraction> = { choice, match };

export const interactionOf = (item: Item): AnyInteraction => interactions[item.type];
