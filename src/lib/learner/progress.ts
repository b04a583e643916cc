import type { AttemptRecord } from '../engine/attempt-record.ts';
import type { LessonPlan } from '../engine/lesson-plan.ts';
import { answersOf, type Answer } from './answers.ts';
import { changeBetween, type Change } from './change.ts';
import { countedAnswers } from './counted.ts';
import { planFor } from './item-ref.ts';
import { summarise, type Summary } from './summary.ts';

/** Everything that records say about a learner. `answers` are those that count. */
export type Progress = {
	answers: Answer[];
	summary: Summary;
	changes: (ParallelLessons & { change: Change })[];
};

export type ParallelLessons = { earlier: string; later: string };

/** Reads records with the lessons at hand; those of other lessons say nothing. `now` is in milliseconds since the epoch. */
export function readProgress(
	records: readonly AttemptRecord[],
	lessons: ReadonlyMap<string, LessonPlan>,
	{
		skills,
		parallels,
		now,
	}: { skills: readonly string[]; parallels: readonly ParallelLessons[]; now: number },
): Progress {
	const answers = records.flatMap((record) => {
		const plan = planFor(record, lessons);
		return plan ? answersOf(record, plan) : [];
	});
	return {
		answers: countedAnswers(answers),
		summary: summarise(answers, { skills, now }),
		changes: parallels.flatMap((pair) => {
			const [earlier, later] = [lessons.get(pair.earlier), lessons.get(pair.later)];
			const change = earlier && later && changeBetween([earlier, later], answers);
			return change ? [{ ...pair, change }] : [];
		}),
	};
}
