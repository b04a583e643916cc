import type { ItemRef } from './item-ref.ts';
import type { Mastery } from './mastery.ts';
import type { MetMisconception } from './misconceptions.ts';
import type { Summary } from './summary.ts';

/** What a recommendation needs of a lesson. */
export type LessonChoice = {
	id: string;
	kind: 'lesson' | 'close-reading' | 'check';
	skills: readonly string[];
	/** Those that an answer in it can show. */
	misconceptions: readonly string[];
};

/** One thing to do next, and why. */
export type NextStep =
	| { type: 'review'; due: number }
	| { type: 'continue'; lesson: string }
	| { type: 'misconception'; misconception: MetMisconception; lesson: string | undefined; again: ItemRef }
	| { type: 'skill'; skill: string; mastery: Mastery; lesson: string }
	| { type: 'lesson'; lesson: string };

/** A skill is worth extra practice where not even the upper end of its range reaches this. */
const weakBelow = 0.75;

function weakestSkill({ skills }: Summary): { skill: string; mastery: Mastery } | undefined {
	const weak = skills.flatMap(({ skill, mastery }) =>
		mastery && mastery.high < weakBelow ? [{ skill, mastery }] : [],
	);
	return weak.sort((a, b) => a.mastery.mean - b.mastery.mean)[0];
}

/**
 * One recommendation, the first that applies: reviews that are due, since they are short and their day matters; the
 * lesson under way; a misconception that came back; the weakest skill that is surely weak; the next lesson. A
 * misconception or a skill leads to the first lesson that practises it and isn’t finished. Undefined when all is done.
 */
export function nextStep({
	summary,
	due,
	lessons,
	finished,
	underWay,
}: {
	summary: Summary;
	/** How many items are due for review. */
	due: number;
	/** In the order of learning. */
	lessons: readonly LessonChoice[];
	finished: ReadonlySet<string>;
	underWay: string | undefined;
}): NextStep | undefined {
	if (due > 0) return { type: 'review', due };
	if (underWay !== undefined) return { type: 'continue', lesson: underWay };
	const open = lessons.filter(({ id }) => !finished.has(id));
	const practice = open.filter(({ kind }) => kind !== 'check');
	const misconception = summary.misconceptions.find(({ standing }) => standing === 'returning');
	if (misconception) {
		const { id, shown } = misconception;
		const { lesson, item } = shown.at(-1) ?? shown[0];
		const fresh = practice.find(({ misconceptions }) => misconceptions.includes(id));
		return { type: 'misconception', misconception, lesson: fresh?.id, again: { lesson, item } };
	}
	const weakest = weakestSkill(summary);
	const fresh = weakest && practice.find(({ skills }) => skills.includes(weakest.skill));
	if (weakest && fresh) return { type: 'skill', ...weakest, lesson: fresh.id };
	const [next] = open;
	return next && { type: 'lesson', lesson: next.id };
}
