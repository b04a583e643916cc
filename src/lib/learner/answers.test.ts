import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../engine/attempt-settings.ts';
import type { LearnerAction } from '../engine/lesson-machine.ts';
import { itemsOf } from '../engine/lesson-plan.ts';
import {
	anyCourse,
	choiceItem,
	extendedTextItem,
	explanation,
	manyItem,
	matchItem,
	option,
	planOf,
	recordOf,
	rich,
} from '../engine/testing.ts';
import { answersOf } from './answers.ts';
import { reviewLesson } from './item-ref.ts';

const check = (item: string, response: unknown, at = 1): LearnerAction => ({
	type: 'check',
	item,
	response,
	at,
});
const hint = (item: string): LearnerAction => ({ type: 'hint', item, at: 1 });
const retry = (item: string): LearnerAction => ({ type: 'retry', item, at: 2 });
const finish: LearnerAction = { type: 'finish', at: 9 };

const one = choiceItem({
	id: 'one',
	hints: [rich('A nudge'), rich('Nearly it')],
	options: [option('a', true), option('b', false, { misconception: 'named-means-true' }), option('c')],
});
const many = manyItem();

describe('answers of an attempt', () => {
	it('are nothing before the first check', () => {
		const record = recordOf([{ type: 'respond', item: 'one', response: ['a'], at: 1 }, hint('one')]);
		expect(answersOf(record, planOf(one, many))).toEqual([]);
	});

	it('name the item, its skill, the attempt and when it was first checked', () => {
		const record = recordOf([check('one', ['b'], 5), retry('one'), check('one', ['a'], 7)]);
		expect(answersOf(record, planOf(one))).toMatchObject([
			{ attempt: 'attempt-1', lesson: 'lesson', item: 'one', skill: 'sourcing/attribution', at: 5 },
		]);
	});

	it('judge the first try, and say what all tries came to', () => {
		const record = recordOf([check('one', ['b']), retry('one'), check('one', ['a'])]);
		expect(answersOf(record, planOf(one))).toMatchObject([
			{ share: 0, isRight: false, final: 0.5, tries: 2, misconceptions: ['named-means-true'] },
		]);
	});

	it('keep a part of an answer as a share', () => {
		const record = recordOf([check('many', ['a', 'b'])]);
		expect(answersOf(record, planOf(many))).toMatchObject([{ share: 2 / 3, isRight: false }]);
	});

	it('count only the hints that came before the first try', () => {
		const record = recordOf([
			hint('one'),
			check('one', ['b']),
			retry('one'),
			hint('one'),
			check('one', ['a']),
		]);
		expect(answersOf(record, planOf(one))).toMatchObject([{ hints: 1 }]);
	});

	it('keep how sure the learner was', () => {
		const item = { ...one, confidence: true };
		const record = recordOf([{ type: 'check', item: 'one', response: ['a'], confidence: 'sure', at: 1 }]);
		expect(answersOf(record, planOf(item))).toMatchObject([{ confidence: 'sure' }]);
	});

	it('say which misconceptions the item could have shown', () => {
		const record = recordOf([check('one', ['a'])]);
		expect(answersOf(record, planOf(one))).toMatchObject([
			{ misconceptions: [], lures: ['named-means-true'] },
		]);
	});

	it('come in the order of answering', () => {
		const record = recordOf([check('many', ['a'], 1), check('one', ['a'], 2)]);
		expect(answersOf(record, planOf(one, many)).map(({ item }) => item)).toEqual(['many', 'one']);
	});

	it('leave out own words, which nothing judges', () => {
		const text = extendedTextItem();
		const record = recordOf([check(text.id, 'Five words or more, written down.')]);
		expect(answersOf(record, planOf(text))).toEqual([]);
	});

	it('leave out items that the lesson no longer has, and keep the others', () => {
		const record = recordOf([check('gone', ['a']), check('one', ['a'])]);
		expect(answersOf(record, planOf(explanation('read'), one))).toMatchObject([{ item: 'one' }]);
	});

	it('of a review belong to the item’s own lesson', () => {
		const plan = { ...planOf({ ...one, id: 'home/one' }), id: reviewLesson };
		const [started, ...events] = recordOf([check('home/one', ['a'])]);
		expect(answersOf([{ ...started, lesson: reviewLesson }, ...events], plan)).toMatchObject([
			{ lesson: 'home', item: 'one' },
		]);
	});
});

describe('answers of a check', () => {
	const settings = settingsOf({ mode: 'check' });

	it('don’t count before it is finished', () => {
		expect(answersOf(recordOf([check('one', ['a'])], settings), planOf(one))).toEqual([]);
	});

	it('count as they stood in the end', () => {
		const record = recordOf([check('one', ['b']), retry('one'), check('one', ['a'], 4), finish], settings);
		expect(answersOf(record, planOf(one))).toMatchObject([{ isRight: true, tries: 1, at: 4 }]);
	});
});

it('whatever a learner does, every answer is a share of its item, answered once', () => {
	fc.assert(
		fc.property(anyCourse, ({ plan, settings, actions }) => {
			const answers = answersOf(recordOf(actions, settings), plan);
			const ids = answers.map(({ item }) => item);
			expect(new Set(ids).size).toBe(ids.length);
			const known = itemsOf(plan).map(({ id }) => id);
			const isShare = (number: number) => number >= 0 && number <= 1;
			for (const { item, share, isRight, final, tries, chance, misconceptions, lures } of answers) {
				expect(known).toContain(item);
				expect(isRight).toBe(share === 1);
				expect([share, final, chance].every(isShare)).toBe(true);
				expect(tries).toBeGreaterThan(0);
				expect(lures).toEqual(expect.arrayContaining(misconceptions));
			}
		}),
		{ numRuns: 50 },
	);
});

it('a response that shows several wrong ideas names each once', () => {
	const sorted = matchItem({
		snippets: ['s1', 's2', 's3'].map((id) => ({
			...matchItem().snippets[0],
			id,
			text: rich(id),
			category: 'x',
			feedback: rich('Why'),
			tempting: [{ category: 'y', feedback: rich('It tempts'), misconception: id === 's3' ? 'n' : 'm' }],
		})),
	});
	const record = recordOf([check('match', { s1: 'y', s2: 'y', s3: 'y' })]);
	expect(answersOf(record, planOf(sorted))).toMatchObject([
		{ misconceptions: ['m', 'n'], lures: ['m', 'n'] },
	]);
});
