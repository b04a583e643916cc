import type { Cell } from '../text/csv.ts';
import type { Answer } from './answers.ts';
import type { Progress } from './progress.ts';
import type { Interval } from './statistics.ts';

/** Ids and what they are called. */
export type Names = {
	skills: readonly { id: string; title: string }[];
	misconceptions: readonly { id: string; name: string }[];
};

const refOf = ({ lesson, item, at }: Answer) => ({ lesson, item, at });

/** A report for programs, as JSON: every figure and every answer that counts. `madeAt` is in milliseconds since the epoch. */
export function toProgressJson({ answers, summary, changes }: Progress, madeAt: number): string {
	const misconceptions = summary.misconceptions.map((met) => ({ ...met, shown: met.shown.map(refOf) }));
	return JSON.stringify(
		{
			format: 'crossread-progress',
			version: 1,
			madeAt: new Date(madeAt).toISOString(),
			summary: { ...summary, misconceptions },
			changes,
			answers,
		},
		null,
		'\t',
	);
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

const rangeOf = (interval: Interval | undefined): Cell[] =>
	interval ? [rounded(interval.low), rounded(interval.high)] : [undefined, undefined];

/** The same figures as rows for a spreadsheet, the first row the heading. Shares are 0…1. */
export function progressRows({ summary, changes }: Progress, { skills, misconceptions }: Names): Cell[][] {
	const { judgements, discernment, calibration } = summary;
	const row = (part: string, what: string, count: number, of: number, value?: number, range?: Interval) => [
		part,
		what,
		rounded(count),
		of,
		value === undefined ? undefined : rounded(value),
		...rangeOf(range),
	];
	const titleOf = (skill: string) => skills.find(({ id }) => id === skill)?.title ?? skill;
	const nameOf = (misconception: string) =>
		misconceptions.find(({ id }) => id === misconception)?.name ?? misconception;
	return [
		['part', 'what', 'count', 'of', 'value', 'low', 'high'],
		...summary.skills.map(({ skill, answers, right, mastery }) =>
			row('skill', titleOf(skill), right, answers, mastery?.mean, mastery),
		),
		row(
			'judgement',
			'weak passages doubted',
			judgements.caught,
			judgements.weak,
			undefined,
			discernment?.caughtInterval,
		),
		row(
			'judgement',
			'sound passages doubted',
			judgements.doubted,
			judgements.sound,
			undefined,
			discernment?.doubtedInterval,
		),
		...(discernment
			? [
					row(
						'judgement',
						'd′',
						judgements.caught + judgements.doubted,
						judgements.weak + judgements.sound,
						discernment.sensitivity,
						discernment.sensitivityInterval,
					),
					row(
						'judgement',
						'c',
						judgements.caught + judgements.doubted,
						judgements.weak + judgements.sound,
						discernment.criterion,
						discernment.criterionInterval,
					),
				]
			: []),
		...calibration.levels.map(({ level, answers, right, interval }) =>
			row(
				'confidence',
				level,
				right,
				answers,
				answers > 0 ? right / answers : undefined,
				answers > 0 ? interval : undefined,
			),
		),
		...(calibration.brier === undefined
			? []
			: [row('confidence', 'Brier score', calibration.answers, calibration.answers, calibration.brier)]),
		...summary.misconceptions.map(({ id, shown, chances }) =>
			row('misconception', nameOf(id), shown.length, chances, shown.length / chances),
		),
		...changes.flatMap(({ earlier, later, change }) => [
			row('check', earlier, change.before.points, change.pairs.length),
			row('check', later, change.after.points, change.pairs.length),
		]),
	];
}
