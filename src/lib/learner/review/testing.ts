/** Builders and arbitraries for tests of reviews. No page loads this file. */
import fc from 'fast-check';
import type { ReviewItem } from '../../content/review-index.ts';
import { confidenceLevels } from '../../engine/confidence.ts';
import type { Answer } from '../answers.ts';
import type { Day } from './calendar-day.ts';

export const skills = ['sourcing/a', 'sourcing/b', 'framing/a', 'framing/b', 'contradictions/a'];

export const millisecondsADay = 86_400_000;

/** The tests’ days begin at midnight in UTC. */
export const dayOf = (at: number): Day => Math.floor(at / millisecondsADay);

/** Noon of a day. */
export const atNoon = (day: Day): number => (day + 0.5) * millisecondsADay;

/** A right answer without a hint, on day 0. */
export const answer = (change: Partial<Answer> = {}): Answer => ({
	attempt: 'attempt-1',
	lesson: 'lesson',
	item: 'item',
	skill: 'sourcing/a',
	at: atNoon(0),
	share: 1,
	isRight: true,
	final: 1,
	tries: 1,
	hints: 0,
	chance: 0,
	judgements: [],
	misconceptions: [],
	lures: [],
	...change,
});

export const reviewItem = (change: Partial<ReviewItem> = {}): ReviewItem => ({
	lesson: 'lesson',
	item: 'item',
	skill: 'sourcing/a',
	minutes: 0.75,
	needsLesson: true,
	...change,
});

/** Three items for each skill, all of one lesson. */
export const items: ReviewItem[] = skills.flatMap((skill, group) =>
	['x', 'y', 'z'].map((name) => reviewItem({ item: `${name}${group}`, skill })),
);

/** How an answer went: between all wrong and right at once. */
export const anyOutcome: fc.Arbitrary<Partial<Answer>> = fc
	.record({
		share: fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
		gain: fc.constantFrom(0, 0.125),
		hints: fc.nat(2),
		confidence: fc.option(fc.constantFrom(...confidenceLevels), { nil: undefined }),
	})
	.map(({ share, gain, hints, confidence }) => ({
		share,
		isRight: share === 1,
		final: share === 1 ? 1 : share + gain,
		tries: share === 1 ? 1 : 2,
		hints,
		...(confidence && { confidence }),
	}));

/** An answer on one of the days 0…59. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
	.tuple(
		fc.constantFrom(...items),
		anyOutcome,
		fc.nat(60 * millisecondsADay - 1),
		fc.constantFrom('one', 'two'),
	)
	.map(([{ lesson, item, skill }, outcome, at, attempt]) =>
		answer({ lesson, item, skill, at, attempt, ...outcome }),
	);

export const anyAnswers = fc.array(anyAnswer, { maxLength: 40 });
