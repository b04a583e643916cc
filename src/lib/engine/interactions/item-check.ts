/** A mistake in an authored item. `path` leads from the item to the place. */
export type ItemProblem = { path: PropertyKey[]; message: string; advice: string };

/** Ids that occur more than once among parts, each with the index of its second occurrence. */
export function repeatedIds(key: string, parts: readonly { id: string }[]): ItemProblem[] {
	const seen = new Set<string>();
	return parts.flatMap(({ id }, index) => {
		if (!seen.has(id)) {
			seen.add(id);
			return [];
		}
		return [
			{
				path: [key, index, 'id'],
				message: `the id “${id}” is used twice in this item`,
				advice: 'give each part its own id',
			},
		];
	});
}
