import type { ReviewItem } from '../../content/review-index.ts';
import { seededOrder } from '../../engine/seeded-order.ts';
import type { Answer } from '../answers.ts';
import { formatItemRef } from '../item-ref.ts';

/** When items were last answered, in milliseconds since the epoch, and which lessons have been begun. */
export type Seen = { lastAt: ReadonlyMap<string, number>; begun: ReadonlySet<string> };

export function seenIn(answers: readonly Answer[]): Seen {
	const lastAt = new Map<string, number>();
	for (const answer of answers) {
		const ref = formatItemRef(answer);
		lastAt.set(ref, Math.max(lastAt.get(ref) ?? 0, answer.at));
	}
	return { lastAt, begun: new Set(answers.map(({ lesson }) => lesson)) };
}

/**
 * The item to ask for a skill: one that was never answered, else the one answered longest ago. The seed decides between equals.
 * Undefined where no item can be asked.
 */
export function chooseItem(
	skill: string,
	items: readonly ReviewItem[],
	{ lastAt, begun }: Seen,
	seed: number,
): ReviewItem | undefined {
	const candidates = items.filter(
		(item) => item.skill === skill && (!item.needsLesson || begun.has(item.lesson)),
	);
	const seenAt = (item: ReviewItem) => lastAt.get(formatItemRef(item)) ?? -Infinity;
	return seededOrder(candidates, seed, skill).reduce<ReviewItem | undefined>(
		(longest, item) => (longest && seenAt(longest) <= seenAt(item) ? longest : item),
		undefined,
	);
}
