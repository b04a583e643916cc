/** Builders for tests of the learner’s room. No page loads this file. */
import fc from 'fast-check';
import { confidenceLevels } from '../engine/confidence.ts';
import type { Answer } from './answers.ts';
import { day } from './counted.ts';

/** A right answer to an item of its own; a test changes what it is about. */
export const answer = (change: Partial<Answer> = {}): Answer => ({
	attempt: 'attempt-1',
	lesson: 'lesson',
	item: 'item',
	skill: 'sourcing/attribution',
	at: 0,
	share: 1,
	isRight: (change.share ?? 1) === 1,
	final: change.share ?? 1,
	tries: 1,
	hints: 0,
	chance: 0,
	judgements: [],
	misconceptions: [],
	lures: change.misconceptions ?? [],
	...change,
});

/** Answers to items of their own, a minute apart. */
export const answers = (...changes: Partial<Answer>[]): Answer[] =>
	changes.map((change, index) => answer({ item: `item-${index}`, at: index * 60_000, ...change }));

const anyShare = fc.constantFrom(0, 0.25, 0.5, 1);

/** Any answer of one skill, to one of a few items in the course of 100 days. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
	.record({
		item: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
		attempt: fc.constantFrom('attempt-1', 'attempt-2', 'attempt-3'),
		at: fc.integer({ min: 0, max: 100 * day }),
		share: anyShare,
		hints: fc.nat(3),
		chance: fc.constantFrom(0, 0.25, 1 / 3, 0.5),
		confidence: fc.option(fc.constantFrom(...confidenceLevels), { nil: undefined }),
		judgements: fc.array(fc.record({ isSound: fc.boolean(), calledSound: fc.boolean() }), { maxLength: 4 }),
		lures: fc.subarray(['m', 'n']),
	})
	.map(({ confidence, lures, ...rest }) =>
		answer({
			...rest,
			...(confidence && { confidence }),
			lures,
			misconceptions: rest.share < 1 ? lures : [],
		}),
	);
