import type { AuthoredItem } from '../engine/interactions/schemas.ts';
import { walk } from './walk.ts';

export type Quality = 'sound' | 'weak';

/** The quality of every passage that the items have judged. */
export const judgedPassages = (items: readonly AuthoredItem[]): Quality[] =>
	items.flatMap((item) =>
		[...walk(item)].flatMap(({ path, value }): Quality[] =>
			path.at(-1) === 'quality' && (value === 'sound' || value === 'weak') ? [value] : [],
		),
	);
