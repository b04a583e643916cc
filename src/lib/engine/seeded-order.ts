import type { AttemptSettings } from './attempt-settings.ts';

/** FNV-1a over UTF-16 code units: mixes a seed and an id to one unsigned 32-bit number. */
export const hash = (seed: number, id: string): number => {
	let value = (0x811c9dc5 ^ seed) >>> 0;
	for (let index = 0; index < id.length; index += 1)
		value = Math.imul(value ^ id.charCodeAt(index), 0x01000193);
	return value >>> 0;
};

/** Mulberry32: a small generator with a full period of 2³², numbers in 0…1, 1 excluded. */
export function* mulberry32(seed: number): Generator<number, never> {
	let state = seed >>> 0;
	for (;;) {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
}

/** The parts in the order of this attempt: the same seed and item always give the same (Fisher–Yates shuffle). */
export function seededOrder<T>(parts: readonly T[], seed: number, itemId: string): T[] {
	const order = [...parts];
	const random = mulberry32(hash(seed, itemId));
	for (let last = order.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random.next().value * (last + 1));
		const [a, b] = [order[last] as T, order[other] as T];
		order[last] = b;
		order[other] = a;
	}
	return order;
}

export const orderFor = <T>(
	parts: readonly T[],
	attempt: { seed: number; settings: AttemptSettings },
	itemId: string,
): T[] => (attempt.settings.order === 'seeded' ? seededOrder(parts, attempt.seed, itemId) : [...parts]);
