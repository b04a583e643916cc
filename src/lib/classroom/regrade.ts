import type { AttemptSettings } from '../engine/attempt-settings.ts';
import type { Outcome, Scored } from '../engine/interactions/interaction.ts';
import { interactionOf } from '../engine/interactions/registry.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import type { Confidence } from '../engine/confidence.ts';
import { isJudged, itemScore, phaseOf, untouched, type ItemProgress } from '../engine/item-progress.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import type { HandedItem, HandedLesson } from './hand-in.ts';

/** One item, judged anew from the answers that were handed in. */
export type Grade = {
	/** The first try: the share of the points that it earned, 0…1, and what is to be said of it. */
	first: { share: number; response: unknown; outcome: Scored; confidence?: Confidence };
	/** The item’s score after all tries, 0…1. */
	score: number;
	tries: number;
};

/** One lesson of one learner. `score` is the sum of the grades’ scores, of as many points as there are judged items. */
export type GradedLesson = {
	lesson: string;
	isFinished: boolean;
	/** Whether other content was answered than the teacher’s copy holds. */
	isStale: boolean;
	minutes: number;
	answered: number;
	score: number;
	/** By item id; judged items alone. Empty while a check isn’t finished, since its answers may still change. */
	grades: ReadonlyMap<string, Grade>;
	/** Learners’ own words, by item id. */
	texts: ReadonlyMap<string, string>;
};

export type Judge = (response: unknown, item: Item) => Outcome;

/** Longer responses are judged each time: hardly two of them are the same. */
const longestKept = 500;

/** Judges as the engine does, and remembers: in a class most answers come many times. */
export function rememberingJudge(): Judge {
	const judged = new Map<Item, Map<string, Outcome>>();
	return (response, item) => {
		const key = JSON.stringify(response) ?? '';
		const byResponse = judged.get(item) ?? new Map<string, Outcome>();
		judged.set(item, byResponse);
		const outcome = byResponse.get(key) ?? interactionOf(item).score(response, item);
		if (key.length <= longestKept) byResponse.set(key, outcome);
		return outcome;
	};
}

/** The tries that the settings allow, judged. What cannot be scored is left out, as the engine would have refused it. */
function progressFrom(handed: HandedItem, item: Item, settings: AttemptSettings, judge: Judge): ItemProgress {
	const progress: ItemProgress = { ...untouched, hints: handed.hints, tries: [] };
	for (const { response, hints, confidence } of handed.tries) {
		const outcome = judge(response, item);
		if (outcome.type !== 'scored') continue;
		if (!['answering', 'checked'].includes(phaseOf(progress, settings, false))) break;
		progress.tries.push({ response, outcome, hints, at: 0, ...(confidence && { confidence }) });
	}
	return progress;
}

function gradeOf(progress: ItemProgress, settings: AttemptSettings): Grade | undefined {
	const [first] = progress.tries;
	if (!first) return undefined;
	const { response, outcome, confidence } = first;
	return {
		first: { share: outcome.score / outcome.maxScore, response, outcome, ...(confidence && { confidence }) },
		score: itemScore(progress, settings),
		tries: progress.tries.length,
	};
}

/** The text of an own-words item; `null` says that the short form has left it out. */
const textOf = ({ tries }: HandedItem, item: Item, judge: Judge): string | null | undefined => {
	const response = tries.at(-1)?.response;
	if (response === null) return null;
	return typeof response === 'string' && judge(response, item).type === 'scored' ? response : undefined;
};

/** Works a handed-in lesson out from its raw answers. Items that the plan doesn’t have are left out. */
export function regradeLesson(
	handed: HandedLesson,
	plan: LessonPlan,
	settings: AttemptSettings,
	judge: Judge,
): GradedLesson {
	const handedItems = new Map(handed.items.map((item) => [item.item, item]));
	const grades = new Map<string, Grade>();
	const texts = new Map<string, string>();
	let answered = 0;
	for (const item of itemsOf(plan)) {
		const own = handedItems.get(item.id);
		if (!own) continue;
		if (isJudged(item)) {
			const grade = gradeOf(progressFrom(own, item, settings, judge), settings);
			if (grade) grades.set(item.id, grade);
			answered += grade ? 1 : 0;
		} else {
			const text = textOf(own, item, judge);
			if (text) texts.set(item.id, text);
			answered += text === undefined ? 0 : 1;
		}
	}
	const isOpenCheck = settings.mode === 'check' && !handed.isFinished;
	const counted: ReadonlyMap<string, Grade> = isOpenCheck ? new Map() : grades;
	const isStale = handed.hash !== plan.hash;
	// Practice ends when everything is answered: what is said of it and what is there must agree.
	const mayBeFinished = settings.mode === 'check' || isStale || answered === itemsOf(plan).length;
	return {
		lesson: handed.lesson,
		isFinished: handed.isFinished && mayBeFinished,
		isStale,
		minutes: handed.minutes,
		answered,
		score: [...counted.values()].reduce((sum, { score }) => sum + score, 0),
		grades: counted,
		texts,
	};
}
