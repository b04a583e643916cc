import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Answer } from '../answers.ts';
import { dailyReview, planReviews, type PlannedReview } from './plan-reviews.ts';
import { answer, anyAnswers, atNoon, dayOf, items, reviewItem, skills } from './testing.ts';

type Given = { answers?: readonly Answer[]; reviews?: readonly string[]; today?: number };

/** The plan, with the reviews of today and later in one list. */
function plan({ answers = [], reviews = [], today = 0 }: Given) {
	const outlook = planReviews({ answers, reviews: new Set(reviews), items, today, dayOf });
	return { ...outlook, planned: [...(outlook.today ? [outlook.today] : []), ...outlook.coming] };
}

const lensOf = (skill: string) => skill.split('/')[0];

/** Answers one question of every skill. */
const lessonOn = (day: number, outcome: Partial<Answer> = {}): Answer[] =>
	skills.map((skill, group) => answer({ skill, item: `x${group}`, at: atNoon(day), ...outcome }));

const anyDay = fc.integer({ min: 0, max: 400 });

describe('the plan of reviews', () => {
	it('is empty for who has answered nothing', () => {
		expect(plan({})).toMatchObject({ schedules: [], today: undefined, coming: [] });
	});

	it('is empty after a check-in alone', () => {
		expect(plan({ answers: [answer({ lesson: 'check-in' })] }).planned).toEqual([]);
	});

	it('begins two days after a lesson that went well, and has nothing on that day and the next', () => {
		const days = [0, 1, 2].map((today) => plan({ answers: lessonOn(0), today }).planned[0]?.day);
		expect(days).toEqual([2, 2, 2]);
	});

	it('asks one question of each skill that is due, and another than the last one', () => {
		const [today] = plan({ answers: lessonOn(0), today: 2 }).planned;
		expect(new Set(today?.items.map(({ skill }) => skill)).size).toBe(today?.items.length);
		for (const { item } of today?.items ?? []) expect(item).not.toMatch(/^x/);
	});

	it('asks only what is due on its day', () => {
		fc.assert(
			fc.property(anyAnswers, anyDay, (answers, today) => {
				const { schedules, planned } = plan({ answers, today });
				for (const { day, items: asked } of planned)
					for (const { skill } of asked)
						expect(schedules.find((schedule) => schedule.skill === skill)?.due).toBeLessThanOrEqual(day);
			}),
		);
	});

	it('never asks more than a day holds, on any day, with what was reviewed on that day', () => {
		const holds = ({ items: asked }: PlannedReview, done: number) => {
			const count = done + asked.length;
			const before = asked.slice(0, -1).reduce((sum, { minutes }) => sum + minutes, 0);
			expect(count).toBeLessThanOrEqual(dailyReview.most);
			if (count > dailyReview.least) expect(before).toBeLessThan(dailyReview.minutes);
		};
		fc.assert(
			fc.property(anyAnswers, anyDay, (answers, today) => {
				const { planned } = plan({ answers, reviews: ['two'], today });
				const done = answers.filter(({ attempt, at }) => attempt === 'two' && dayOf(at) === today).length;
				for (const review of planned) holds(review, review.day === today ? done : 0);
				expect(new Set(planned.map(({ day }) => day)).size).toBe(planned.length);
			}),
		);
	});

	it('does not hang on the order of the answers, and is the same each time on a day', () => {
		fc.assert(
			fc.property(
				anyAnswers.chain((answers) =>
					fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
				),
				anyDay,
				([answers, shuffled], today) => {
					expect(plan({ answers: shuffled, today }).planned).toEqual(plan({ answers, today }).planned);
				},
			),
		);
	});

	/** Today’s skills in order, where these are due with one question each. */
	function orderOf(due: readonly string[], minutes: number, outcomeOf: (skill: string) => Partial<Answer>) {
		const { today } = planReviews({
			answers: due.map((skill) => answer({ skill, item: skill, ...outcomeOf(skill) })),
			reviews: new Set(),
			items: due.map((skill) => reviewItem({ skill, item: skill, minutes })),
			today: 60,
			dayOf,
		});
		return today?.items.map(({ skill }) => skill) ?? [];
	}

	it('mixes the lenses', () => {
		const due = ['sourcing/a', 'sourcing/b', 'sourcing/c', 'framing/a', 'contradictions/a'];
		const order = orderOf(due, 0.5, () => ({})).map(lensOf);
		expect(order).toHaveLength(5);
		for (const [index, lens] of order.entries()) expect(lens).not.toBe(order[index - 1]);
	});

	it('has every lens in it that is due, however many skills of one lens are', () => {
		const due = ['framing/a', 'framing/b', 'framing/c', 'framing/d', 'framing/e', 'sourcing/a'];
		const order = orderOf(due, 1, () => ({}));
		expect(order).toHaveLength(dailyReview.least);
		expect(order).toContain('sourcing/a');
	});

	it('asks first what is most likely forgotten', () => {
		const due = ['framing/a', 'framing/b', 'framing/c', 'framing/d', 'framing/e', 'framing/f'];
		const weak = { share: 0, isRight: false, final: 0 };
		const order = orderOf(due, 1, (skill) => (skill === 'framing/f' ? weak : {}));
		expect(order).toHaveLength(dailyReview.least);
		expect(order[0]).toBe('framing/f');
	});

	it('leaves what does not fit for the next day, also once today’s is done', () => {
		const answers = lessonOn(0);
		const [today] = plan({ answers, today: 2 }).planned;
		const done = (today?.items ?? []).map(({ item, skill }) =>
			answer({ attempt: 'review-1', item, skill, at: atNoon(2) }),
		);
		expect(done).toHaveLength(4);
		const { planned } = plan({ answers: [...answers, ...done], reviews: ['review-1'], today: 2 });
		expect(planned[0]?.day).toBe(3);
		expect(planned[0]?.items).toHaveLength(1);
	});

	it('keeps the rest of a review that was broken off for the same day', () => {
		const answers = lessonOn(0);
		const [today] = plan({ answers, today: 2 }).planned;
		const [first, ...rest] = today?.items ?? [];
		const done = answer({
			attempt: 'review-1',
			item: first?.item ?? '',
			skill: first?.skill ?? '',
			at: atNoon(2),
		});
		const [again] = plan({ answers: [...answers, done], reviews: ['review-1'], today: 2 }).planned;
		expect(again?.day).toBe(2);
		expect(new Set(again?.items)).toEqual(new Set(rest));
	});

	it('asks nothing of a skill that has no question any more', () => {
		const gone = answer({ skill: 'framing/gone', item: 'gone' });
		expect(plan({ answers: [gone], today: 30 }).planned).toEqual([]);
	});
});

describe('over sixty days', () => {
	const manySkills = Array.from(
		{ length: 14 },
		(_, index) => `${['sourcing', 'framing', 'contradictions'][index % 3]}/s${index}`,
	);
	const manyItems = manySkills.flatMap((skill) =>
		Array.from({ length: 6 }, (_, index) =>
			reviewItem({ lesson: 'lesson', item: `${skill.replace('/', '-')}-${index}`, skill }),
		),
	);

	/** Lives through the days: a lesson with two skills on each of the first seven, then reviews whenever `comes` says so. */
	function simulate(
		comes: (day: number) => boolean,
		outcomeOf: (skill: string, nth: number) => Partial<Answer>,
	) {
		const answers: Answer[] = [];
		const asked: { day: number; skills: string[] }[] = [];
		const reviews = new Set<string>();
		const give = (skill: string, item: string, day: number, attempt: string) => {
			const nth = answers.filter((given) => given.skill === skill).length;
			answers.push(answer({ skill, item, attempt, at: atNoon(day), ...outcomeOf(skill, nth) }));
		};
		for (let day = 0; day < 60; day += 1) {
			if (!comes(day)) continue;
			const { today: review } = planReviews({ answers, reviews, items: manyItems, today: day, dayOf });
			if (review) {
				reviews.add(`review-${day}`);
				for (const { skill, item } of review.items) give(skill, item, day, `review-${day}`);
				asked.push({ day, skills: review.items.map(({ skill }) => skill) });
			}
			for (const skill of manySkills.slice(2 * day, 2 * day + 2))
				give(skill, `${skill.replace('/', '-')}-0`, day, `lesson-${day}`);
		}
		return asked;
	}

	const right = () => ({});
	const daysOf = (asked: ReturnType<typeof simulate>, skill: string) =>
		asked.filter((review) => review.skills.includes(skill)).map(({ day }) => day);

	it('a learner who is right each time meets a skill near the days 2, 7 and 30 after its lesson', () => {
		const asked = simulate(() => true, right);
		expect(daysOf(asked, 'sourcing/s0')).toEqual([2, 9, 33]);
		for (const [index, skill] of manySkills.entries()) {
			const days = daysOf(asked, skill).map((day) => day - Math.floor(index / 2));
			expect(days).toHaveLength(3);
			expect(days[0]).toBe(2);
			expect(days[1]).toBeLessThanOrEqual(10);
			expect(days[2]).toBeLessThanOrEqual(36);
		}
	});

	it('few questions come: none on most days, never more than a day holds', () => {
		const asked = simulate(() => true, right);
		expect(asked.length).toBeLessThan(30);
		for (const { skills: due } of asked) expect(due.length).toBeLessThanOrEqual(dailyReview.most);
	});

	it('a skill that goes wrong comes more often than one that goes right', () => {
		const asked = simulate(
			() => true,
			(skill) => (skill === 'framing/s1' ? { share: 0, isRight: false, final: 0 } : {}),
		);
		const often = daysOf(asked, 'framing/s1').length;
		for (const skill of manySkills.filter((other) => other !== 'framing/s1'))
			expect(often).toBeGreaterThan(daysOf(asked, skill).length);
	});

	it('after a long absence a day still holds no more, and within days everything has come', () => {
		const asked = simulate((day) => day < 7 || day >= 45, right);
		const back = asked.filter(({ day }) => day >= 45);
		for (const { skills: due } of asked) expect(due.length).toBeLessThanOrEqual(dailyReview.most);
		const firstDays = back.filter(({ day }) => day < 50).flatMap(({ skills: due }) => due);
		expect(new Set(firstDays)).toEqual(new Set(manySkills));
	});
});
