import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import type { Answer } from '../answers.ts';
import type { Day } from './calendar-day.ts';
import { gradeOf, gradeOfDay } from './grade.ts';
import { groupBy } from './group-by.ts';

/**
 * FSRS-6 with its default weights, on whole days and without fuzz. A share remembered of 0.925 makes the rhythm of a learner who
 * is right each time day 2, 9, 33; right with effort now and then, day 2, 7, 21. Half a school year is the longest wait.
 */
const fsrs = new FSRSAlgorithm({
	request_retention: 0.925,
	maximum_interval: 180,
	enable_short_term: false,
	enable_fuzz: false,
});

/** When a skill comes back. `stability` is the time in days until 9 of 10 are still remembered. */
export type SkillSchedule = { skill: string; last: Day; due: Day; stability: number };

function scheduleSkill(
	skill: string,
	answers: readonly Answer[],
	dayOf: (at: number) => Day,
): SkillSchedule | undefined {
	const days = groupBy(answers, ({ at }) => dayOf(at));
	let state: FSRSState | null = null;
	let last: Day | undefined;
	for (const [day, given] of [...days].sort(([a], [b]) => a - b)) {
		state = fsrs.next_state(state, last === undefined ? 0 : day - last, gradeOfDay(given.map(gradeOf)));
		last = day;
	}
	return state && last !== undefined
		? { skill, last, due: last + fsrs.next_interval(state.stability, 0), stability: state.stability }
		: undefined;
}

/**
 * When each skill is due, from answers alone, in whatever order they come. A day is one review of a skill, however many of its
 * questions were answered. A skill's dates begin with the first lesson that practises it: what a check-in asks
 * before has not been learnt yet. Skills without such an answer have no date.
 */
export function scheduleSkills(
	answers: readonly Answer[],
	isPractice: (lesson: string) => boolean,
	dayOf: (at: number) => Day,
): SkillSchedule[] {
	const bySkill = groupBy(answers, ({ skill }) => skill);
	return [...bySkill].flatMap(([skill, given]) => {
		const begun = given.reduce(
			(first, { lesson, at }) => (isPractice(lesson) ? Math.min(first, at) : first),
			Infinity,
		);
		const counted = given.filter(({ at }) => at >= begun);
		return scheduleSkill(skill, counted, dayOf) ?? [];
	});
}

/** The share of what was learnt that FSRS expects to be remembered on a day, 0…1. */
export const expectedRecall = ({ last, stability }: SkillSchedule, day: Day): number =>
	fsrs.forgetting_curve(Math.max(0, day - last), stability);
