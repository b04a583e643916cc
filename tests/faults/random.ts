import { hash, mulberry32 } from '../../src/lib/engine/seeded-order.ts';

/** Random choices that the same seed and name always repeat. */
export type Random = {
	/** A whole number in from…to, `to` excluded. */
	between: (from: number, to: number) => number;
	pick: <T>(choices: readonly [T, ...T[]]) => T;
};

export function randomFrom(seed: number, name: string): Random {
	const numbers = mulberry32(hash(seed, name));
	const between = (from: number, to: number) => from + Math.floor(numbers.next().value * (to - from));
	return { between, pick: (choices) => choices[between(0, choices.length)] ?? choices[0] };
}
