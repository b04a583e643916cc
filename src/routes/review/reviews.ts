import { resolve } from '$app/paths';
import type { ReviewIndex } from '$lib/content/review-index.ts';
import type { Lesson } from '$lib/content/compile-content.ts';
import type { AttemptRecord } from '$lib/engine/attempt-record.ts';
import { answersOf, type Answer } from '$lib/learner/answers.ts';
import { lessonsOf, planFor, reviewLesson } from '$lib/learner/item-ref.ts';
import { dateOf, localDay, type Day } from '$lib/learner/review/calendar-day.ts';
import { planReviews, type Outlook, type PlannedReview } from '$lib/learner/review/plan-reviews.ts';
import type { ReviewDate } from '$lib/ui/review/review-dates.ts';
import { loadLessons } from '../lessons.ts';

/** What the page knows of reviews on a day. */
export type Reviews = {
	index: ReviewIndex;
	answers: Answer[];
	/** Ids of attempts. */
	reviews: Set<string>;
	today: Day;
};

async function fetchIndex(): Promise<ReviewIndex> {
	const response = await fetch(resolve('/review/items.json'));
	if (!response.ok) throw new Error(`The list of questions can’t be had: ${response.status}`);
	return response.json();
}

const read = (record: AttemptRecord, lessons: ReadonlyMap<string, Lesson>): Answer[] => {
	const plan = planFor(record, lessons);
	return plan ? answersOf(record, plan) : [];
};

/**
 * Reads what was answered, with the lessons that it takes.
 * @throws where lessons that the site has, or the scripts that judge them, can’t be had.
 */
export async function loadReviews(records: readonly AttemptRecord[], now: number): Promise<Reviews> {
	const [index, { lessons, missing }] = await Promise.all([
		fetchIndex(),
		loadLessons(records.flatMap(lessonsOf)),
	]);
	// A lesson that the site no longer has is not a failure.
	if (index.items.some(({ lesson }) => missing.includes(lesson))) throw new Error('A lesson can’t be had.');
	return {
		index,
		answers: records.flatMap((record) => read(record, lessons)),
		reviews: new Set(
			records.filter(([{ lesson }]) => lesson === reviewLesson).map(([{ attempt }]) => attempt),
		),
		today: localDay(now),
	};
}

export const outlookOn = ({ index, ...known }: Reviews): Outlook =>
	planReviews({ ...known, items: index.items, dayOf: localDay });

export const titleOf = ({ index }: Reviews, skill: string): string =>
	index.skills.find(({ id }) => id === skill)?.title ?? skill;

/** The skills of a review in its order, with how long ago each was practised. */
export const skillsOf = (review: PlannedReview, { schedules }: Outlook, known: Reviews) =>
	review.items.map(({ skill }) => ({
		id: skill,
		title: titleOf(known, skill),
		lens: skill.split('/')[0] ?? '',
		daysAgo: known.today - (schedules.find((schedule) => schedule.skill === skill)?.last ?? known.today),
	}));

export const datesOf = (planned: readonly PlannedReview[]): ReviewDate[] =>
	planned.map(({ day, items, minutes }) => ({ date: dateOf(day), questions: items.length, minutes }));
