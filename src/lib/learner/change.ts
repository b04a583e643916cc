import type { Answer } from './answers.ts';
import { countJudgements, type JudgementCounts } from './discernment.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';

/** A change is named where chance alone would bring one as clear less often than this. */
const significance = 0.05;

/** Two items that ask the same skill in the same way, and the shares that their answers earned. */
export type ParallelPair = { skill: string; before: number; after: number };

/** What one form came to, in the items that both have. `at` is when the last of them was answered. */
export type Form = { points: number; at: number } & JudgementCounts;

/** How two parallel forms went; `up`, `down` and `same` count pairs of items. */
export type Change = {
	pairs: ParallelPair[];
	before: Form;
	after: Form;
	up: number;
	down: number;
	same: number;
	/** How often chance alone would bring a change at least as clear, 0…1. */
	chance: number;
	direction: 'up' | 'down' | 'too-few-to-tell';
};

/**
 * The chance that at least so many of `up + down` fair coins fall on one side, or on the other (the exact two-sided sign
 * test, Dixon & Mood 1946; ties left out). 1 where nothing differs.
 */
export function signTest(up: number, down: number): number {
	const n = up + down;
	let ways = 1;
	let tail = 0;
	for (let k = 0; k <= Math.min(up, down); k += 1) {
		tail += ways;
		ways = (ways * (n - k)) / (k + 1);
	}
	return Math.min(1, (2 * tail) / 2 ** n);
}

const formOf = (answers: readonly Answer[]): Form => ({
	points: answers.reduce((sum, { share }) => sum + share, 0),
	at: Math.max(...answers.map(({ at }) => at)),
	...countJudgements(answers.flatMap(({ judgements }) => judgements)),
});

/** The first attempt at a lesson, from `since` on: a second one meets questions that are known. */
function firstAttempt(answers: readonly Answer[], lesson: string, since = -Infinity): Answer[] {
	const own = answers.filter((answer) => answer.lesson === lesson && answer.at >= since);
	const first = own.find(({ at }) => at === Math.min(...own.map((answer) => answer.at)));
	return own.filter(({ attempt }) => attempt === first?.attempt);
}

/**
 * The change between two parallel forms, item by item in their order, from first attempts. Undefined until both have
 * answers, the later form after the earlier. Ten pairs are few: a change has a direction only where the sign test says so.
 */
export function changeBetween(
	[earlier, later]: readonly [LessonPlan, LessonPlan],
	answers: readonly Answer[],
): Change | undefined {
	const before = firstAttempt(answers, earlier.id);
	const end = Math.max(...before.map(({ at }) => at));
	const after = firstAttempt(answers, later.id, end);
	const laterItems = itemsOf(later);
	const both = itemsOf(earlier).flatMap(({ id, skill }, index) => {
		const first = before.find(({ item }) => item === id);
		const second = after.find(({ item }) => item === laterItems[index]?.id);
		return first && second ? [{ skill, first, second }] : [];
	});
	if (both.length === 0) return undefined;
	const pairs = both.map(({ skill, first, second }) => ({
		skill,
		before: first.share,
		after: second.share,
	}));
	const up = pairs.filter((pair) => pair.after > pair.before).length;
	const down = pairs.filter((pair) => pair.after < pair.before).length;
	const chance = signTest(up, down);
	return {
		pairs,
		before: formOf(both.map(({ first }) => first)),
		after: formOf(both.map(({ second }) => second)),
		up,
		down,
		same: pairs.length - up - down,
		chance,
		direction: chance >= significance ? 'too-few-to-tell' : up > down ? 'up' : 'down',
	};
}
