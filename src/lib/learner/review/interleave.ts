import { groupBy } from './group-by.ts';

/** The first of each group, then the second of each, and so on. */
export function takeTurns<T>(groups: readonly T[][]): T[] {
	const rounds = Math.max(0, ...groups.map(({ length }) => length));
	return Array.from({ length: rounds }, (_, round) =>
		groups.flatMap((group) => group.slice(round, round + 1)),
	).flat();
}

/**
 * Orders parts so that neighbours differ in their group, as far as the numbers allow: each time the largest group that is not
 * the one before, the earlier part first.
 */
export function interleave<T>(parts: readonly T[], groupOf: (part: T) => string): T[] {
	const left = groupBy(parts, groupOf);
	const ordered: T[] = [];
	let before: string | undefined;
	while (ordered.length < parts.length) {
		const groups = [...left].filter(([, rest]) => rest.length > 0);
		const others = groups.filter(([group]) => group !== before);
		const [group, rest] = (others.length > 0 ? others : groups).reduce((most, next) =>
			next[1].length > most[1].length ? next : most,
		);
		ordered.push(...rest.splice(0, 1));
		before = group;
	}
	return ordered;
}
