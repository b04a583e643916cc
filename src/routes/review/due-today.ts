import type { ComponentProps } from 'svelte';
import { resolve } from '$app/paths';
import type { AttemptRecord } from '$lib/engine/attempt-record.ts';
import type DueToday from '$lib/ui/review/DueToday.svelte';
import { datesOf, loadReviews, outlookOn, skillsOf } from './reviews.ts';

/** What the home page says of reviews. Rejects where the lessons can’t be had. */
export async function dueToday(
	records: readonly AttemptRecord[],
	now: number,
): Promise<ComponentProps<typeof DueToday>> {
	const reviews = await loadReviews(records, now);
	const outlook = outlookOn(reviews);
	const { today, coming } = outlook;
	const [oldest] = today ? skillsOf(today, outlook, reviews).sort((a, b) => b.daysAgo - a.daysAgo) : [];
	return {
		today: today && oldest && { questions: today.items.length, minutes: today.minutes, oldest },
		next: datesOf(coming)[0],
		reviewHref: resolve('/review'),
	};
}
