import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { replay } from './replay.ts';
import { settingsOf, type AttemptSettings } from './attempt-settings.ts';
import type { Item } from './interactions/schemas.ts';
import type { LearnerAction } from './lesson-machine.ts';
import type { LessonPlan } from './lesson-plan.ts';
import { feedbackOf, resultOf } from './lesson-result.ts';
import {
	anyCourse,
	choiceItem,
	explanation,
	extendedTextItem,
	manyItem,
	matchItem,
	planOf,
	recordOf,
	rich,
} from './testing.ts';

const check = (item: string, response: unknown): LearnerAction => ({ type: 'check', item, response, at: 1 });

const contextAfter = (plan: LessonPlan, actions: LearnerAction[], settings?: AttemptSettings) =>
	replay(recordOf(actions, settings), plan).context;

const plan = planOf(
	explanation('intro'),
	choiceItem({ id: 'single', skill: 'sourcing/attribution' }),
	manyItem({ id: 'many', skill: 'framing/headline' }),
	matchItem({ id: 'pairs', skill: 'sourcing/attribution' }),
);

describe('the result of an attempt', () => {
	it('before any answer is nothing of one point an item', () => {
		expect(resultOf(contextAfter(plan, []))).toMatchObject({
			score: 0,
			maxScore: 3,
			answered: 0,
			closed: 0,
		});
	});

	it('counts every item 1, however many parts it has', () => {
		const actions = [check('single', ['a']), check('many', ['a', 'b', 'c'])];
		const pairs = check('pairs', { s1: 'x', s2: 'x', s3: 'y' });
		expect(resultOf(contextAfter(plan, actions)).score).toBe(2);
		expect(resultOf(contextAfter(plan, [...actions, pairs])).score).toBe(3);
	});

	it('counts a text of one’s own as done, and not as points', () => {
		const own = planOf(extendedTextItem({ id: 'own' }), choiceItem({ id: 'single' }));
		const actions = [check('own', 'Planes landed, the ministry says.')];
		expect(resultOf(contextAfter(own, actions))).toMatchObject({
			score: 0,
			maxScore: 1,
			answered: 1,
			closed: 1,
			skills: [{ items: [{ id: 'single', score: 0 }] }],
		});
	});

	it('adds parts of items up', () => {
		const actions = [check('many', ['a', 'b', 'd']), check('pairs', { s1: 'x', s2: 'x', s3: 'z' })];
		expect(resultOf(contextAfter(plan, actions)).score).toBeCloseTo(1 / 3 + 2 / 3, 12);
	});

	it('tells answered items from closed ones', () => {
		const actions = [check('single', ['b']), check('many', ['a', 'b', 'c'])];
		expect(resultOf(contextAfter(plan, actions))).toMatchObject({ answered: 2, closed: 1 });
	});

	it('of a finished check has every item closed, answered or not', () => {
		const actions: LearnerAction[] = [check('single', ['a']), { type: 'finish', at: 2 }];
		const context = contextAfter(plan, actions, settingsOf({ mode: 'check' }));
		expect(resultOf(context)).toMatchObject({ score: 1, answered: 1, closed: 3 });
	});

	it('tells the score of each skill with its items, in the order of the lesson', () => {
		expect(resultOf(contextAfter(plan, [check('single', ['a'])])).skills).toEqual([
			{
				skill: 'sourcing/attribution',
				score: 1,
				maxScore: 2,
				items: [
					{ id: 'single', score: 1 },
					{ id: 'pairs', score: 0 },
				],
			},
			{ skill: 'framing/headline', score: 0, maxScore: 1, items: [{ id: 'many', score: 0 }] },
		]);
	});

	const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

	it('is the sum of its skills, and each skill the sum of its items', () => {
		const skills = ['sourcing/attribution', 'framing/headline', 'contradictions/overlap'];
		const withSkills = (of: LessonPlan) =>
			planOf(
				...of.steps.map((step, index) =>
					step.type === 'explanation' ? step : { ...step, skill: skills[index % 3] ?? '' },
				),
			);
		fc.assert(
			fc.property(anyCourse, ({ plan: anyPlan, settings, actions }) => {
				const result = resultOf(contextAfter(withSkills(anyPlan), actions, settings));
				expect(result.score).toBeCloseTo(sum(result.skills.map(({ score }) => score)), 9);
				expect(result.maxScore).toBe(sum(result.skills.map(({ maxScore }) => maxScore)));
				for (const { score, maxScore, items } of result.skills) {
					expect(score).toBeCloseTo(sum(items.map((item) => item.score)), 9);
					expect(maxScore).toBe(items.length);
				}
				expect(result.score).toBeLessThanOrEqual(result.maxScore);
				expect(result.closed).toBeLessThanOrEqual(result.maxScore);
			}),
			{ numRuns: 50 },
		);
	});
});

describe('the feedback on an item', () => {
	const feedbackAfter = (item: Item, ...responses: unknown[]) => {
		const actions = responses.flatMap((response, index): LearnerAction[] => [
			...(index > 0 ? [{ type: 'retry' as const, item: item.id, at: 1 }] : []),
			check(item.id, response),
		]);
		return feedbackOf(contextAfter(planOf(item), actions), item);
	};

	it('is empty before an answer', () => {
		expect(feedbackAfter(choiceItem())).toEqual([]);
	});

	it('goes through the parts in their order, not in that of the answer', () => {
		expect(feedbackAfter(manyItem(), ['d', 'a']).map(({ part, kind }) => [part, kind])).toEqual([
			['a', 'right'],
			['b', 'missed'],
			['c', 'missed'],
			['d', 'wrong'],
		]);
		expect(feedbackAfter(matchItem(), { s3: 'x', s2: 'x', s1: 'x' }).map(({ part }) => part)).toEqual([
			's1',
			's2',
			's3',
		]);
	});

	it('says what the part says', () => {
		expect(feedbackAfter(choiceItem(), ['b'])).toEqual([
			{ kind: 'wrong', part: 'b', about: rich('Option b'), text: rich('About option b') },
		]);
	});

	it('is about the last answer', () => {
		expect(feedbackAfter(choiceItem(), ['b'], ['a']).map(({ part }) => part)).toEqual(['a']);
	});
});
