import type { AttemptRecord } from '../engine/attempt-record.ts';
import { replay } from '../engine/replay.ts';
import { interactionOf } from '../engine/interactions/registry.ts';
import { misconceptionsOf } from '../engine/interactions/misconceptions.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import type { Confidence } from '../engine/confidence.ts';
import { isJudged, itemScore, type Try } from '../engine/item-progress.ts';
import { progressOf, type LessonContext } from '../engine/lesson-machine.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import { chanceOf } from './chance.ts';
import { homeOf, type ItemRef } from './item-ref.ts';
import { judgementsOf, type Judgement } from './judgements.ts';

/** What one attempt says about one item. `lesson` and `item` name the item’s home, also where it came in a review. */
export type Answer = ItemRef & {
	attempt: string;
	skill: string;
	/** When it was first checked, in milliseconds since the epoch. */
	at: number;
	/** The share of the points that the first try earned, 0…1. */
	share: number;
	/** Whether the first try earned all of them. */
	isRight: boolean;
	/** The item’s score after all tries, 0…1. */
	final: number;
	tries: number;
	/** Hints seen before the first try. */
	hints: number;
	/** Said with the first try. */
	confidence?: Confidence;
	/** The share that a blind guess earns on average, 0…1. */
	chance: number;
	/** Passages judged in the first try. */
	judgements: Judgement[];
	/** Misconceptions that the first try shows, by id. */
	misconceptions: string[];
	/** Misconceptions that an answer to this item can show, by id. */
	lures: string[];
};

const shownIn = ({ outcome }: Try, item: Item): string[] => [
	...new Set(
		outcome.findings.flatMap((finding) => interactionOf(item).feedback(finding, item).misconception ?? []),
	),
];

/**
 * What an attempt says about each item that was answered, in the order of answering. Own words are left out, since
 * nothing judges them, and so are the answers of a check that isn’t finished: they may still change.
 */
export function answersIn(attempt: string, context: LessonContext): Answer[] {
	const { plan, settings } = context;
	if (settings.mode === 'check' && context.finishedAt === undefined) return [];
	const answers = itemsOf(plan).flatMap((item): Answer[] => {
		const progress = progressOf(context, item.id);
		const [first] = progress.tries;
		if (!first || !isJudged(item)) return [];
		const { score, maxScore } = first.outcome;
		return [
			{
				...homeOf(plan.id, item.id),
				attempt,
				skill: item.skill,
				at: first.at,
				share: score / maxScore,
				isRight: score === maxScore,
				final: itemScore(progress, settings),
				tries: progress.tries.length,
				hints: first.hints,
				...(first.confidence && { confidence: first.confidence }),
				chance: chanceOf(item),
				judgements: judgementsOf(item, first.response),
				misconceptions: shownIn(first, item),
				lures: misconceptionsOf(item),
			},
		];
	});
	return answers.sort((a, b) => a.at - b.at);
}

/** What a record says about each item that was answered: see `answersIn`. */
export function answersOf([started, ...actions]: AttemptRecord, plan: LessonPlan): Answer[] {
	// A check carries its whole response, and replay goes to its item: the rest only costs time.
	const telling = actions.filter(({ type }) => type !== 'go' && type !== 'respond');
	return answersIn(started.attempt, replay([started, ...telling], plan).context);
}
