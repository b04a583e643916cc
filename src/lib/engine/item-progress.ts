import type { AttemptSettings } from './attempt-settings.ts';
import type { Confidence } from './confidence.ts';
import { interactionOf } from './interactions/registry.ts';
import type { InvalidCode, Outcome, Scored } from './interactions/interaction.ts';
import type { Item } from './interactions/schemas.ts';

/** One checked answer. `at` is in milliseconds since the epoch; `hints` counts those seen before it. */
export type Try = { response: unknown; outcome: Scored; confidence?: Confidence; hints: number; at: number };

/** Where a learner stands with one item. `draft` is the response as it stands on the page, not yet checked. */
export type ItemProgress = {
	draft: unknown;
	problem?: InvalidCode;
	tries: Try[];
	hints: number;
	reopened: boolean;
	revealed: boolean;
	/** What the learner sees in their own text: ids of the item's rubric. */
	ticks: string[];
};

export const untouched: ItemProgress = {
	draft: undefined,
	tries: [],
	hints: 0,
	reopened: false,
	revealed: false,
	ticks: [],
};

/**
 * - `answering`: the learner chooses; - `checked`: wrong, and may try again; - `recorded`: kept without feedback (check mode);
 * - `closed`: nothing more to do, everything is explained.
 */
export type ItemPhase = 'answering' | 'checked' | 'recorded' | 'closed';

const isFull = ({ score, maxScore }: Scored): boolean => score === maxScore;

export function phaseOf(progress: ItemProgress, settings: AttemptSettings, finished: boolean): ItemPhase {
	const last = progress.tries.at(-1);
	if (finished || progress.revealed) return 'closed';
	if (!last || progress.reopened) return 'answering';
	if (settings.mode === 'check') return 'recorded';
	return isFull(last.outcome) || progress.tries.length >= settings.tries ? 'closed' : 'checked';
}

/** Own words are kept and compared, not scored. */
export const isJudged = (item: Item): boolean => item.type !== 'extended-text';

export const asksConfidence = (item: Item, progress: ItemProgress, settings: AttemptSettings): boolean =>
	item.confidence && settings.confidence && (progress.tries.length === 0 || settings.mode === 'check');

/** Judges an answer as it would be checked now. Says `invalid` where something is still missing. */
export function judge(
	item: Item,
	progress: ItemProgress,
	settings: AttemptSettings,
	answer: { response: unknown; confidence?: Confidence | undefined },
): Outcome {
	const outcome = interactionOf(item).score(answer.response, item);
	if (outcome.type === 'scored' && !answer.confidence && asksConfidence(item, progress, settings))
		return { type: 'invalid', code: 'confidence-missing' };
	return outcome;
}

/**
 * The score of one item, 0…1. The first try counts as it is; what a later try gains over the best one before counts
 * half, then a quarter, and so on. A later try never lowers it. Each hint takes the lesson's `hintCost`.
 */
export function itemScore(progress: ItemProgress, settings: AttemptSettings): number {
	let best = 0;
	let score = 0;
	for (const [index, { outcome }] of progress.tries.entries()) {
		const share = outcome.maxScore === 0 ? 0 : outcome.score / outcome.maxScore;
		score += Math.max(0, share - best) * 0.5 ** index;
		best = Math.max(best, share);
	}
	return score * Math.max(0, 1 - settings.hintCost * progress.hints);
}
