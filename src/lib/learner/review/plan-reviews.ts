import type { ReviewItem } from '../../content/review-index.ts';
import type { Answer } from '../answers.ts';
import type { Day } from './calendar-day.ts';
import { formatItemRef } from '../item-ref.ts';
import { chooseItem, seenIn, type Seen } from './choose-item.ts';
import { groupBy } from './group-by.ts';
import { interleave, takeTurns } from './interleave.ts';
import { expectedRecall, scheduleSkills, type SkillSchedule } from './schedule.ts';

/** What to review on a day: never empty. `minutes` are not rounded. */
export type PlannedReview = { day: Day; items: ReviewItem[]; minutes: number };

/** One review a day and no more: no question begins after three minutes, but four come if as many are due. */
export const dailyReview = { minutes: 3, least: 4, most: 6 };

type Done = { count: number; minutes: number };

const nothing: Done = { count: 0, minutes: 0 };

const minutesOf = (items: readonly ReviewItem[]): number =>
	items.reduce((sum, { minutes }) => sum + minutes, 0);

const hasRoom = ({ count, minutes }: Done): boolean =>
	count < dailyReview.most && (count < dailyReview.least || minutes < dailyReview.minutes);

/** The lens of a skill is the first part of its id. */
const lensOf = ({ skill }: { skill: string }): string => skill.split('/')[0] ?? skill;

/** A day’s review of skills that are due: from each lens in turn the one most likely forgotten, then the lenses mixed. */
function planDay(
	day: Day,
	due: readonly SkillSchedule[],
	items: readonly ReviewItem[],
	seen: Seen,
	done: Done,
): ReviewItem[] {
	const byRecall = [...due].sort(
		(a, b) => expectedRecall(a, day) - expectedRecall(b, day) || (a.skill < b.skill ? -1 : 1),
	);
	const taken: ReviewItem[] = [];
	for (const { skill } of takeTurns([...groupBy(byRecall, lensOf).values()])) {
		const item = chooseItem(skill, items, seen, day);
		const room = { count: done.count + taken.length, minutes: done.minutes + minutesOf(taken) };
		if (item && hasRoom(room)) taken.push(item);
	}
	return interleave(taken, lensOf);
}

export type ReviewInput = {
	answers: readonly Answer[];
	/** Ids of the attempts that were reviews. */
	reviews: ReadonlySet<string>;
	items: readonly ReviewItem[];
	today: Day;
	dayOf: (at: number) => Day;
};

/** When every skill is due, what to review today, and the reviews after that, the nearest first. */
export type Outlook = {
	schedules: SkillSchedule[];
	today: PlannedReview | undefined;
	coming: PlannedReview[];
};

/** How many coming reviews are foreseen: further ahead, the answers until then decide. */
const foreseen = 3;

/**
 * The outlook on a day. What doesn’t fit into a day’s review waits for the days after, so that nothing piles up. A skill
 * planned for one day is not planned again: when it comes back hangs on the answer.
 */
export function planReviews({ answers, reviews, items, today, dayOf }: ReviewInput): Outlook {
	const lessons = new Set(items.map(({ lesson }) => lesson));
	const seen = seenIn(answers);
	const schedules = scheduleSkills(answers, (lesson) => lessons.has(lesson), dayOf);
	const minutesBy = new Map(items.map((item) => [formatItemRef(item), item.minutes]));
	const reviewed = answers.filter(({ attempt, at }) => reviews.has(attempt) && dayOf(at) === today);
	const doneToday = {
		count: reviewed.length,
		minutes: reviewed.reduce((sum, answer) => sum + (minutesBy.get(formatItemRef(answer)) ?? 0), 0),
	};

	let waiting = schedules.filter(({ skill }) => chooseItem(skill, items, seen, today));
	const take = (day: Day, done: Done): PlannedReview | undefined => {
		const due = waiting.filter((schedule) => schedule.due <= day);
		const taken = planDay(day, due, items, seen, done);
		waiting = waiting.filter(({ skill }) => taken.every((item) => item.skill !== skill));
		return taken.length > 0 ? { day, items: taken, minutes: minutesOf(taken) } : undefined;
	};
	const todays = take(today, doneToday);
	const coming: PlannedReview[] = [];
	for (let day = today; waiting.length > 0 && coming.length < foreseen;) {
		day = Math.max(day + 1, Math.min(...waiting.map((schedule) => schedule.due)));
		const review = take(day, nothing);
		if (review) coming.push(review);
	}
	return { schedules, today: todays, coming };
}
