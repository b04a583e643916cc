import type { Cell } from '../text/csv.ts';
import { judgedItems, type ClassMember, type ReportedLesson } from './class-report.ts';

const percent = (score: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * score) / of) / 10);

/** A gradebook’s rows: a learner each, with points in percent, what is done and the minutes of every lesson. */
export function gradebookRows(members: readonly ClassMember[], lessons: readonly ReportedLesson[]): Cell[][] {
	const head = lessons.flatMap(({ title }) => [`${title} (%)`, `${title}: done`, `${title}: minutes`]);
	return [
		['Name', ...head],
		...members.map(({ who, lessons: own }): Cell[] => [
			who,
			...lessons.flatMap((lesson): Cell[] => {
				const graded = own.get(lesson.id);
				if (!graded) return ['', 'no', ''];
				const points = percent(graded.score, judgedItems(lesson).length);
				return [points, graded.isFinished ? 'yes' : 'under way', graded.minutes];
			}),
		]),
	];
}

/** First tries: a learner each, a column an item, with the share of its points 0…1; empty where not answered. */
export function firstTryRows(members: readonly ClassMember[], lessons: readonly ReportedLesson[]): Cell[][] {
	const columns = lessons.flatMap((lesson) =>
		judgedItems(lesson).map(({ id }) => ({ lesson: lesson.id, id })),
	);
	return [
		['Name', ...columns.map(({ lesson, id }) => `${lesson}/${id}`)],
		...members.map(({ who, lessons: own }): Cell[] => [
			who,
			...columns.map(({ lesson, id }): Cell => {
				const share = own.get(lesson)?.grades.get(id)?.first.share;
				return share === undefined ? '' : Math.round(share * 1000) / 1000;
			}),
		]),
	];
}
