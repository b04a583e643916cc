import type { Random } from './random.ts';

/** What can happen to a file. */
export const byteDamages = [
	'truncated',
	'emptied',
	'one bit flipped',
	'many bits flipped',
	'overwritten',
	'grown',
] as const;

export type ByteDamage = (typeof byteDamages)[number];

function flipBits(bytes: Uint8Array, count: number, random: Random): Uint8Array {
	const flipped = bytes.slice();
	for (let time = 0; time < count && bytes.length > 0; time += 1) {
		const at = random.between(0, bytes.length);
		flipped[at] = (flipped[at] ?? 0) ^ (1 << random.between(0, 8));
	}
	return flipped;
}

const noise = (length: number, random: Random): Uint8Array =>
	Uint8Array.from({ length }, () => random.between(0, 256));

/** The bytes of a file after the damage. */
export function damageBytes(bytes: Uint8Array, how: ByteDamage, random: Random): Uint8Array {
	switch (how) {
		case 'truncated':
			return bytes.slice(0, random.between(0, bytes.length + 1));
		case 'emptied':
			return bytes.slice(0, 0);
		case 'one bit flipped':
			return flipBits(bytes, 1, random);
		case 'many bits flipped':
			return flipBits(bytes, 64, random);
		case 'overwritten': {
			const damaged = bytes.slice();
			const at = random.between(0, bytes.length + 1);
			damaged.set(noise(Math.min(random.between(1, 512), bytes.length - at), random), at);
			return damaged;
		}
		case 'grown':
			return Uint8Array.of(...bytes, ...noise(random.between(1, 512), random));
	}
}
