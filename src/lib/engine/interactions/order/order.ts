import { defineInteraction, type Finding } from '../interaction.ts';
import type { OrderItem } from './schema.ts';

/** Link ids from the top to the bottom. */
export type OrderResponse = string[];

/** The positions, in `sequence`, of a longest subsequence of rising numbers. */
export function longestRising(sequence: readonly number[]): Set<number> {
	const length = sequence.map(() => 1);
	const before = sequence.map(() => -1);
	let last = 0;
	for (const [index, value] of sequence.entries()) {
		for (let earlier = 0; earlier < index; earlier += 1) {
			if ((sequence[earlier] ?? 0) >= value || (length[earlier] ?? 0) < (length[index] ?? 0)) continue;
			length[index] = (length[earlier] ?? 0) + 1;
			before[index] = earlier;
		}
		if ((length[index] ?? 0) > (length[last] ?? 0)) last = index;
	}
	const positions = new Set<number>();
	for (let index = sequence.length > 0 ? last : -1; index >= 0; index = before[index] ?? -1)
		positions.add(index);
	return positions;
}

const ranksOf = (response: OrderResponse, item: OrderItem): number[] =>
	response.map((id) => item.links.findIndex((link) => link.id === id));

export const order = defineInteraction<OrderItem, OrderResponse>('order', {
	parse(data, item) {
		if (!Array.isArray(data) || data.length !== item.links.length) return undefined;
		const known = new Set(item.links.map(({ id }) => id));
		const given = data.filter((id): id is string => typeof id === 'string' && known.has(id));
		return new Set(given).size === known.size ? given : undefined;
	},

	/**
	 * The longest common subsequence with the right order, less the one link that any order has in common with it: the
	 * reverse order gets 0 of n − 1, one link out of place n − 2.
	 */
	score(response, item) {
		const inOrder = longestRising(ranksOf(response, item));
		const findings = response.map((part, index): Finding => ({
			kind: inOrder.has(index) ? 'right' : 'wrong',
			part,
		}));
		return { type: 'scored', score: inOrder.size - 1, maxScore: item.links.length - 1, findings };
	},

	feedback({ kind, part }, item) {
		const link = item.links.find(({ id }) => id === part);
		if (!link) throw new TypeError(`“${part}” is not a link of “${item.id}”`);
		return kind === 'right'
			? { about: link.text, text: link.feedback }
			: {
					about: link.text,
					reason: link.feedback,
					...(link.misconception && { misconception: link.misconception }),
				};
	},

	correctResponse: (item) => item.links.map(({ id }) => id),

	keepRight: (response) => response,
});
