import { toRecord, type AttemptEvent, type AttemptRecord } from './attempt-record.ts';

/** Sorts loose events into attempts; the one with the latest event first. Events without a beginning are left out. */
export function toRecords(events: readonly AttemptEvent[]): AttemptRecord[] {
	const byAttempt = new Map<string, AttemptEvent[]>();
	for (const event of events) {
		const group = byAttempt.get(event.attempt);
		if (group) group.push(event);
		else byAttempt.set(event.attempt, [event]);
	}
	return [...byAttempt.values()]
		.map(toRecord)
		.filter((record): record is AttemptRecord => record !== undefined)
		.sort((a, b) => lastAt(b) - lastAt(a));
}

/** When something last happened in an attempt, in milliseconds since the epoch. */
export const lastAt = (record: AttemptRecord): number =>
	record.reduce((latest, { at }) => Math.max(latest, at), 0);

export type Overview = { answered: number; finished: boolean; position: string | undefined };

/** How far an attempt has come, without its lesson: enough for a list. `items` are the lesson's item ids. */
export function overviewOf(record: readonly AttemptEvent[], items: readonly string[]): Overview {
	const answered = new Set<string>();
	let position: string | undefined;
	let finished = false;
	for (const event of record) {
		if (event.type === 'check' && items.includes(event.item)) answered.add(event.item);
		if (event.type === 'go') position = event.to;
		if (event.type === 'finish') finished = true;
	}
	return { answered: answered.size, finished, position };
}

/** The overview of the latest attempt at each lesson that has one, by lesson id; the most recent first. */
export function latestOverviews(
	records: readonly AttemptRecord[],
	lessons: readonly { id: string; items: readonly string[] }[],
): Map<string, Overview> {
	const latest = new Map<string, Overview>();
	for (const record of records) {
		const lesson = lessons.find(({ id }) => id === record[0].lesson);
		if (lesson && !latest.has(lesson.id)) latest.set(lesson.id, overviewOf(record, lesson.items));
	}
	return latest;
}

/** All that was done in one lesson. `answers` counts every try; `lastAt` is in milliseconds since the epoch. */
export type LessonWork = { lesson: string; attempts: number; answers: number; lastAt: number };

/** Adds up attempts by lesson; the lesson worked on last comes first. */
export function workByLesson(records: readonly AttemptRecord[]): LessonWork[] {
	const works = new Map<string, LessonWork>();
	for (const record of records) {
		const { lesson } = record[0];
		const work = works.get(lesson) ?? { lesson, attempts: 0, answers: 0, lastAt: 0 };
		works.set(lesson, {
			lesson,
			attempts: work.attempts + 1,
			answers: work.answers + record.filter(({ type }) => type === 'check').length,
			lastAt: Math.max(work.lastAt, lastAt(record)),
		});
	}
	return [...works.values()].sort((a, b) => b.lastAt - a.lastAt);
}
