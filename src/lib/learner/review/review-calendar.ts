import { dateOf } from './calendar-day.ts';
import { calendarFile } from './calendar-file.ts';
import type { PlannedReview } from './plan-reviews.ts';

/**
 * The coming reviews as a calendar file. `learner` is any id that stays the same for this learner, so that a newer file
 * replaces the days of an older one; `url` leads to the reviews; `now` is in milliseconds since the epoch.
 */
export function reviewCalendar(
	planned: readonly PlannedReview[],
	{ learner, url, now }: { learner: string; url: string; now: number },
): string {
	const events = planned.map(({ day, items, minutes }) => ({
		uid: `${dateOf(day).toISOString().slice(0, 10)}.${learner}@crossread`,
		day,
		title: `Crossread: ${items.length} ${items.length === 1 ? 'question' : 'questions'} to review`,
		description: `About ${Math.max(1, Math.round(minutes))} min. ${url}`,
		url,
	}));
	return calendarFile(events, now);
}
