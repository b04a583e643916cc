import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Answer } from '../answers.ts';
import { expectedRecall, scheduleSkills, type SkillSchedule } from './schedule.ts';
import { answer, anyAnswers, anyOutcome, atNoon, dayOf } from './testing.ts';

const everywhere = () => true;

const schedule = (answers: readonly Answer[]) => scheduleSkills(answers, everywhere, dayOf);

const only = (answers: readonly Answer[]): SkillSchedule => {
	const [first] = schedule(answers);
	if (!first) throw new Error('Nothing is scheduled.');
	return first;
};

const sure: Partial<Answer> = { confidence: 'sure' };
const withHint: Partial<Answer> = { hints: 1 };
const wrong: Partial<Answer> = { share: 0, isRight: false, final: 0 };

/** Answers each time on the day that the skill is due; the days on which it was. */
function rhythm(outcomes: readonly Partial<Answer>[]): number[] {
	const answers: Answer[] = [];
	const days: number[] = [];
	for (const outcome of outcomes) {
		answers.push(answer({ at: atNoon(days.at(-1) ?? 0), ...outcome }));
		days.push(only(answers).due);
	}
	return days;
}

describe('when a skill comes back', () => {
	it('follows FSRS-6 with its default weights: after first answers of each grade', () => {
		// The first four default weights: github.com/open-spaced-repetition/ts-fsrs, FSRS-6.test.ts, “first repeat”.
		const stabilities = [wrong, withHint, {}, sure].map((outcome) => only([answer(outcome)]).stability);
		expect(stabilities).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
	});

	it('follows FSRS-6 with its default weights: after right answers with growing gaps', () => {
		// Intervals at 90 % are stabilities: the same file, “ivl_history”, each review on its day.
		const days = [0, 2, 13, 59];
		const stabilities = days.map((_, index) =>
			Math.round(only(days.slice(0, index + 1).map((day) => answer({ at: atNoon(day) }))).stability),
		);
		expect(stabilities).toEqual([2, 11, 46, 163]);
	});

	it('is near the days 2, 7 and 30: later for who is sure, sooner for who needs help', () => {
		expect(rhythm([{}, {}, {}])).toEqual([2, 9, 33]);
		expect(rhythm([{}, withHint, {}])).toEqual([2, 7, 21]);
		expect(rhythm([sure, {}, {}])).toEqual([6, 28, 99]);
		expect(rhythm([wrong, {}, {}, {}])).toEqual([1, 2, 5, 12]);
	});

	it('is at most half a school year away', () => {
		expect(rhythm([sure, sure, sure, sure]).at(-1)).toBe(6 + 37 + 179 + 180);
	});

	it('after a wrong answer is tomorrow or soon after, however well it went before', () => {
		const days = rhythm([{}, {}, {}, wrong]);
		expect((days[3] ?? 0) - (days[2] ?? 0)).toBeLessThanOrEqual(7);
	});

	it('is never on or before the day of the last answer', () => {
		fc.assert(
			fc.property(anyAnswers, (answers) => {
				for (const { skill, last, due } of schedule(answers)) {
					const days = answers.filter((given) => given.skill === skill).map(({ at }) => dayOf(at));
					expect(last).toBe(Math.max(...days));
					expect(due).toBeGreaterThan(last);
				}
			}),
		);
	});

	it('is never sooner because an answer was better', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(40), anyOutcome), { minLength: 1, maxLength: 6 }),
				fc.nat(),
				(given, pick) => {
					const answers = given.map(([day, outcome]) => answer({ at: atNoon(day), ...outcome }));
					const better = answers.with(pick % answers.length, {
						...(answers[pick % answers.length] ?? answer()),
						...answer(sure),
						at: answers[pick % answers.length]?.at ?? 0,
					});
					expect(only(better).due).toBeGreaterThanOrEqual(only(answers).due);
				},
			),
		);
	});

	it('does not hang on the order in which records come', () => {
		fc.assert(
			fc.property(
				anyAnswers.chain((answers) =>
					fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
				),
				([answers, shuffled]) => {
					const bySkill = (a: SkillSchedule, b: SkillSchedule) => (a.skill < b.skill ? -1 : 1);
					expect(schedule(shuffled).sort(bySkill)).toEqual(schedule(answers).sort(bySkill));
				},
			),
		);
	});

	it('counts a day once, however many questions it had', () => {
		const many = [0, 1, 2].map((minute) => answer({ at: atNoon(0) + minute * 60_000 }));
		expect(only(many)).toEqual(only([answer()]));
	});

	it('begins with the first lesson that practises the skill, not with a check before it', () => {
		const checkIn = answer({ lesson: 'check-in', at: atNoon(0), ...wrong });
		const practised = answer({ at: atNoon(3) });
		const isPractice = (lesson: string) => lesson !== 'check-in';
		expect(scheduleSkills([checkIn], isPractice, dayOf)).toEqual([]);
		expect(scheduleSkills([checkIn, practised], isPractice, dayOf)).toEqual(schedule([practised]));
		const checkOut = answer({ lesson: 'check-out', at: atNoon(9), ...wrong });
		expect(scheduleSkills([practised, checkOut], isPractice, dayOf)).toEqual(schedule([practised, checkOut]));
	});
});

describe('what FSRS expects to be remembered', () => {
	it('is everything on the day itself and 9 of 10 when the stability is over', () => {
		const given = { skill: 'sourcing/a', last: 10, due: 15, stability: 5 };
		expect(expectedRecall(given, 10)).toBe(1);
		expect(expectedRecall(given, 15)).toBeCloseTo(0.9, 10);
	});

	it('only falls with time', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.1, max: 300, noNaN: true }), fc.nat(300), (stability, days) => {
				const given = { skill: 'sourcing/a', last: 0, due: 1, stability };
				expect(expectedRecall(given, days + 1)).toBeLessThan(expectedRecall(given, days));
			}),
		);
	});
});
