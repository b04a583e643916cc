/**
 * At most so many events go to a store at once: all of a large file would be more arguments than a call can take, and
 * longer in one transaction than a store is waited for.
 */
const atOnce = 1_000;

/** Cuts a list into lists of at most 1,000, in order. */
export const slicesOf = <T>(all: readonly T[]): T[][] =>
	Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) =>
		all.slice(index * atOnce, (index + 1) * atOnce),
	);
