/** A day of the learner's own calendar: whole days since 1 January 1970. */
export type Day = number;

const millisecondsADay = 86_400_000;

/** The day on which a moment falls where the device is. `at` is in milliseconds since the epoch. */
export function localDay(at: number): Day {
	const date = new Date(at);
	return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / millisecondsADay;
}

/** Midnight of the day in UTC: to be formatted with `timeZone: 'UTC'`. */
export const dateOf = (day: Day): Date => new Date(day * millisecondsADay);
