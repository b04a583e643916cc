/** A coming review. `date` is midnight in UTC of the learner’s day; `minutes` are not rounded. */
export type ReviewDate = { date: Date; questions: number; minutes: number };

const dayFormat = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC',
});

/** “Wednesday 4 November” */
export const formatDay = (date: Date): string => dayFormat.format(date);

/** “1 question”, “4 questions” */
export const questionsInWords = (count: number): string =>
	`${count} ${count === 1 ? 'question' : 'questions'}`;

/** “about 3 minutes”; a minute at least. */
export function minutesInWords(minutes: number): string {
	const rounded = Math.max(1, Math.round(minutes));
	return `about ${rounded === 1 ? 'a minute' : `${rounded} minutes`}`;
}

/** “today”, “yesterday”, “9 days ago” */
export const daysAgoInWords = (days: number): string =>
	days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
