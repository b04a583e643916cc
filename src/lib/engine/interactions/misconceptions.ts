import { isRecord } from './interaction.ts';

/** Every misconception that a part of an item, authored or compiled, names; as often as it does. */
const namedIn = (part: unknown): string[] => {
	if (Array.isArray(part)) return part.flatMap(namedIn);
	if (!isRecord(part)) return [];
	return Object.entries(part).flatMap(([key, value]) =>
		key === 'misconception' && typeof value === 'string' ? [value] : namedIn(value),
	);
};

/** The misconceptions that an answer to this item can show, each once. */
export const misconceptionsOf = (item: object): string[] => [...new Set(namedIn(item))];
