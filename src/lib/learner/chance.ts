import { clashTypes, relations } from '../engine/interactions/associate/vocabulary.ts';
import { asksPair } from '../engine/interactions/associate/associate.ts';
import type { Item } from '../engine/interactions/schemas.ts';

const mean = (numbers: readonly number[]): number =>
	numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** How many ways there are to choose `k` of `n`. */
const choose = (n: number, k: number): number =>
	Array.from({ length: k }).reduce<number>((ways, _, index) => (ways * (n - index)) / (index + 1), 1);

/** The mean of max(0, right − wrong) / all right over every choice that isn’t empty. */
function chanceOfMany(right: number, wrong: number): number {
	let sum = 0;
	for (let hits = 1; hits <= right; hits += 1)
		for (let slips = 0; slips < hits && slips <= wrong; slips += 1)
			sum += (choose(right, hits) * choose(wrong, slips) * (hits - slips)) / right;
	return sum / (2 ** (right + wrong) - 1);
}

/**
 * The lengths of the longest rising run in all orders of 1, 2 … n, added up; over n! they are its mean (OEIS A003316;
 * Baer & Brock 1968).
 */
const risingRuns = [0, 1, 3, 12, 58, 335, 2_261, 17_465, 152_020];

function chanceOfOrder(links: number): number {
	const orders = Array.from({ length: links }).reduce<number>(
		(product, _, index) => product * (index + 1),
		1,
	);
	return ((risingRuns[links] ?? 0) / orders - 1) / (links - 1);
}

/**
 * The share of an item’s points, 0…1, that answering blindly earns on average, every answer being as likely as any other.
 * 0 for marks, whose score has what comes for nothing taken off already.
 */
export function chanceOf(item: Item): number {
	switch (item.type) {
		case 'choice': {
			const right = item.options.filter(({ correct }) => correct).length;
			return item.select === 'one'
				? right / item.options.length
				: chanceOfMany(right, item.options.length - right);
		}
		case 'match':
			return 1 / item.categories.length;
		case 'inline-choice':
			return mean(item.gaps.map(({ options }) => 1 / options.length));
		case 'associate': {
			const parts = [1 / 2, 1 / relations.length];
			if (asksPair(item)) parts.push(mean([1 / item.a.length, 1 / item.b.length]));
			if (item.clash) parts.push(1 / relations.length / clashTypes.length);
			return mean(parts);
		}
		case 'order':
			return chanceOfOrder(item.links.length);
		default:
			return 0;
	}
}
