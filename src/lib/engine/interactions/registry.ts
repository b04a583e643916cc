import { choice } from './choice/choice';
import type { AnyInteraction } from './interaction';
import { match } from './match/match';
import type { Item } from './schemas';

const interactions: Record<Item['type'], AnyInteraction> = { choice, match };

export const interactionOf = (item: Item): AnyInteraction => interactions[item.type];
