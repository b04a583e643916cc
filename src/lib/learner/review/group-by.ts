/** The parts of each key, in their order; keys in the order of first sight. */
export function groupBy<T, K>(parts: readonly T[], keyOf: (part: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const part of parts) {
		const group = groups.get(keyOf(part));
		if (group) group.push(part);
		else groups.set(keyOf(part), [part]);
	}
	return groups;
}
