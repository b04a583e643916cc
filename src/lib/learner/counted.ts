import type { Answer } from './answers.ts';
import { formatItemRef } from './item-ref.ts';

export const day = 24 * 60 * 60 * 1_000;

const idOf = ({ attempt, item }: Answer): string => `${attempt} ${item}`;

/**
 * The answers that say what a learner can do, in the order of time. An item that comes again within a day is left out:
 * its feedback was just read, so the answer shows memory of that.
 */
export function countedAnswers(answers: readonly Answer[]): Answer[] {
	const lastSeen = new Map<string, number>();
	return [...answers]
		.sort((a, b) => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1))
		.filter((answer) => {
			const ref = formatItemRef(answer);
			const before = lastSeen.get(ref) ?? -Infinity;
			lastSeen.set(ref, answer.at);
			return answer.at - before >= day;
		});
}
