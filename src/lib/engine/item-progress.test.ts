import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { settingsOf } from './attempt-settings.ts';
import { asksConfidence, itemScore, judge, phaseOf, untouched, type ItemPhase } from './item-progress.ts';
import { choiceItem, matchItem, progressWith, tryOf } from './testing.ts';

const practice = settingsOf({ tries: 2 });
const check = settingsOf({ mode: 'check' });

const scoreOf = (points: number[], maxScore: number, hints = 0, hintCost = 0) =>
	itemScore(
		progressWith({ tries: points.map((score) => tryOf(score, maxScore)), hints }),
		settingsOf({ hintCost }),
	);

describe('the score of an item', () => {
	it.each<[string, number[], number]>([
		['is nothing before the first try', [], 0],
		['is full where the first try is right', [4], 1],
		['is the share of the first try', [1], 0.25],
		['is half where only the second try is right', [0, 4], 0.5],
		['counts half of what a second try gains', [2, 4], 0.75],
		['counts a quarter of what a third try gains', [0, 0, 4], 0.25],
		['counts each try’s own gain', [1, 2, 4], 0.5],
		['is not lowered by a worse try', [2, 1], 0.5],
		['measures a gain from the best try before, not from the last', [2, 0, 4], 0.625],
		['stays full', [4, 0], 1],
	])('%s', (_, points, is) => {
		expect(scoreOf(points, 4)).toBeCloseTo(is, 12);
	});

	it.each([
		['costs nothing unless the lesson says so', 1, 0, 1],
		['takes its share', 1, 0.25, 0.75],
		['takes its share each time', 2, 0.25, 0.5],
		['never takes more than there is', 3, 0.5, 0],
	])('a hint %s', (_, hints, hintCost, is) => {
		expect(scoreOf([4], 4, hints, hintCost)).toBe(is);
	});

	it('takes a hint’s share from what the tries are worth together', () => {
		expect(scoreOf([2, 4], 4, 1, 0.5)).toBe(0.375);
	});

	const anyScores = fc.integer({ min: 1, max: 10 }).chain((maxScore) =>
		fc.record({
			maxScore: fc.constant(maxScore),
			points: fc.array(fc.nat(maxScore), { minLength: 1, maxLength: 9 }),
			hints: fc.nat(3),
			hintCost: fc.double({ min: 0, max: 1, noNaN: true }),
		}),
	);

	it('lies within 0…1 and within the best try’s share', () => {
		fc.assert(
			fc.property(anyScores, ({ points, maxScore, hints, hintCost }) => {
				const score = scoreOf(points, maxScore, hints, hintCost);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(Math.max(...points) / maxScore + 1e-12);
			}),
		);
	});

	it('never falls with another try', () => {
		fc.assert(
			fc.property(anyScores, ({ points, maxScore }) => {
				const before = scoreOf(points.slice(0, -1), maxScore);
				expect(scoreOf(points, maxScore)).toBeGreaterThanOrEqual(before);
			}),
		);
	});
});

describe('the phase of an item', () => {
	const [right, half, wrong] = [tryOf(2, 2), tryOf(1, 2), tryOf(0, 2)];

	it.each<[string, ItemPhase, Partial<typeof untouched>]>([
		['untouched: answering', 'answering', {}],
		['a draft only: answering', 'answering', { draft: ['a'] }],
		['hints only: answering', 'answering', { hints: 2 }],
		['right at once: closed', 'closed', { tries: [right] }],
		['wrong with a try left: checked', 'checked', { tries: [wrong] }],
		['partly right with a try left: checked', 'checked', { tries: [half] }],
		['trying again: answering', 'answering', { tries: [wrong], reopened: true }],
		['wrong, then right: closed', 'closed', { tries: [wrong, right] }],
		['tries used up: closed', 'closed', { tries: [wrong, half] }],
		['solution shown: closed', 'closed', { tries: [wrong], revealed: true }],
	])('practice, %s', (_, phase, change) => {
		expect(phaseOf(progressWith(change), practice, false)).toBe(phase);
	});

	it.each<[string, ItemPhase, Partial<typeof untouched>]>([
		['untouched: answering', 'answering', {}],
		['right: recorded, as nothing is said yet', 'recorded', { tries: [right] }],
		['wrong: recorded, as nothing is said yet', 'recorded', { tries: [wrong] }],
		['changing the answer: answering', 'answering', { tries: [right], reopened: true }],
	])('check, %s', (_, phase, change) => {
		expect(phaseOf(progressWith(change), check, false)).toBe(phase);
	});

	it('is closed for every item once the attempt is finished', () => {
		for (const settings of [practice, check])
			for (const progress of [{}, { tries: [wrong] }, { tries: [wrong], reopened: true }])
				expect(phaseOf(progressWith(progress), settings, true)).toBe('closed');
	});
});

describe('“how sure are you?”', () => {
	const asking = choiceItem({ confidence: true });

	it.each([
		['asked before the first try', true, asking, [], practice],
		['not asked again before a second try', false, asking, [tryOf(0)], practice],
		['asked with every changed answer of a check', true, asking, [tryOf(0)], check],
		['not asked where the item does not want it', false, choiceItem(), [], practice],
		['not asked where the lesson turned it off', false, asking, [], settingsOf({ confidence: false })],
	])('is %s', (_, asks, item, tries, settings) => {
		expect(asksConfidence(item, progressWith({ tries }), settings)).toBe(asks);
	});

	it('must be answered before an answer is judged', () => {
		expect(judge(asking, untouched, practice, { response: ['a'] })).toEqual({
			type: 'invalid',
			code: 'confidence-missing',
		});
		expect(judge(asking, untouched, practice, { response: ['a'], confidence: 'sure' })).toMatchObject({
			score: 1,
		});
	});

	it('is not missed where nothing is chosen: that is said first', () => {
		expect(judge(asking, untouched, practice, { response: [] })).toMatchObject({ code: 'nothing-chosen' });
	});

	it('does not change the score', () => {
		for (const confidence of ['not-sure', 'fairly-sure', 'sure'] as const)
			expect(judge(asking, untouched, practice, { response: ['b'], confidence })).toMatchObject({ score: 0 });
	});
});

describe('an answer that cannot be judged yet', () => {
	it('says what is missing', () => {
		expect(judge(matchItem(), untouched, practice, { response: { s1: 'x' } })).toEqual({
			type: 'invalid',
			code: 'incomplete',
		});
	});
});
