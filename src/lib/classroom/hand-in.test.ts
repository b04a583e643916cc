import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import { replay } from '../engine/replay.ts';
import { settingsOf } from '../engine/attempt-settings.ts';
import { interactionOf } from '../engine/interactions/registry.ts';
import type { LearnerAction } from '../engine/lesson-machine.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import { resultOf } from '../engine/lesson-result.ts';
import {
	anyCourse,
	associateItem,
	choiceItem,
	extendedTextItem,
	inlineChoiceItem,
	markItem,
	matchItem,
	orderItem,
	planOf,
	recordOf,
} from '../engine/testing.ts';
import type { Assignment } from './assignment.ts';
import {
	collectHandIn,
	countingAttempt,
	minutesOf,
	parseHandIn,
	writeHandIn,
	type HandIn,
} from './hand-in.ts';
import { regradeLesson, rememberingJudge } from './regrade.ts';
import { lengthenLesson, shortenLesson } from './shorten.ts';

const assignment: Assignment = {
	id: 'abcdefgh01',
	title: 'Who says so?',
	note: '',
	lessons: ['lesson', 'other'],
	settings: { mode: 'practice', tries: 2, hints: true, confidence: false, order: 'seeded' },
	naming: 'nickname',
};

const assigned = ([started, ...actions]: AttemptRecord): AttemptRecord => [
	{ ...started, assignment: assignment.id },
	...actions,
];

const check = (item: string, response: unknown, at = 1): LearnerAction => ({
	type: 'check',
	item,
	response,
	at,
});

const finish: LearnerAction = { type: 'finish', at: 9 };

const plan = planOf(choiceItem({ id: 'one' }), choiceItem({ id: 'two' }));

const plans = new Map([[plan.id, plan]]);

const collect = (...records: AttemptRecord[]) =>
	collectHandIn(assignment, 'Fox', records, plans, 1_800_000_000_000);

const settings = settingsOf({ confidence: false });

describe('what is handed in', () => {
	it('is nothing before the first attempt, and nothing that was done outside the assignment', () => {
		expect(collect()).toBeUndefined();
		expect(collect(recordOf([check('one', ['a'])], settings))).toBeUndefined();
	});

	it('is the raw answers of every try, with hints and confidence, and no score', () => {
		const record = assigned(
			recordOf(
				[
					{ type: 'go', to: 'one', at: 1 },
					{ ...check('one', ['b']), confidence: 'sure' },
					{ type: 'retry', item: 'one', at: 1 },
					check('one', ['a']),
				] as LearnerAction[],
				settings,
			),
		);
		const handIn = collect(record);
		expect(handIn?.lessons).toEqual([
			{
				lesson: 'lesson',
				hash: 'hash',
				minutes: 1,
				isFinished: false,
				items: [
					{
						item: 'one',
						hints: 0,
						tries: [
							{ response: ['b'], hints: 0, confidence: 'sure' },
							{ response: ['a'], hints: 0 },
						],
					},
				],
			},
		]);
		expect(JSON.stringify(writeHandIn(handIn as HandIn))).not.toContain('score');
	});

	it('grows with every event, so that the later of two is known', () => {
		const before = assigned(recordOf([check('one', ['b'])], settings));
		const after = assigned(recordOf([check('one', ['b']), { type: 'retry', item: 'one', at: 2 }], settings));
		expect(collect(after)?.revision).toBeGreaterThan(collect(before)?.revision ?? Infinity);
	});

	it('comes from the same learner, whatever has been done since', () => {
		const first = assigned(recordOf([check('one', ['b'])], settings, 'first'));
		const [start, ...rest] = assigned(recordOf([check('one', ['a'])], settings, 'second'));
		expect(collect([{ ...start, at: 5 }, ...rest], first)?.learner).toBe('first');
	});

	it('is the first finished attempt: a later one knows the answers', () => {
		const attempt = (id: string, at: number, ...actions: LearnerAction[]): AttemptRecord => {
			const [start, ...rest] = recordOf(actions, settings, id);
			return [{ ...start, at }, ...rest];
		};
		const left = attempt('left', 1, check('one', ['b']));
		const done = attempt('done', 2, check('one', ['b']), check('two', ['a']), finish);
		const again = attempt('again', 3, check('one', ['a']), check('two', ['a']), finish);
		expect(countingAttempt([again, done, left])).toBe(done);
		expect(countingAttempt([attempt('none', 0), left])).toBe(left);
		expect(countingAttempt([])).toBeUndefined();
	});

	it('tells about how long it took, without the pauses', () => {
		const minute = 60_000;
		const at = (time: number): LearnerAction => ({ type: 'go', to: 'one', at: time * minute });
		expect(minutesOf(recordOf([at(1), at(2), at(2.5)]))).toBe(3);
		expect(minutesOf(recordOf([at(1), at(600), at(601)]))).toBe(5);
		expect(minutesOf(recordOf([]))).toBe(0);
	});
});

/** Somebody’s work at any lesson, for an assignment with any settings. */
const anyWork = anyCourse.map(({ plan: any, settings, actions }) => {
	const record = assigned(recordOf(actions, settings));
	const handIn = collectHandIn(assignment, 'Fox', [record], new Map([[any.id, any]]), 60_000);
	if (!handIn?.lessons[0]) throw new TypeError('an assigned record is always handed in');
	return { plan: any, settings, record, handIn, lesson: handIn.lessons[0] };
});

const parsed = (handIn: HandIn) => parseHandIn(JSON.parse(JSON.stringify(writeHandIn(handIn))));

describe('the written form of a hand-in', () => {
	it('gives back the hand-in', () => {
		fc.assert(
			fc.property(anyWork, ({ handIn }) => {
				expect(parsed(handIn)).toEqual(handIn);
			}),
		);
	});

	const written = writeHandIn(collect(assigned(recordOf([check('one', ['b'])], settings))) as HandIn);
	const lesson = ['lesson', 'hash', 1, 0, [['one', 0, [['b'], 0]]]];
	const withLesson = (change: (parts: unknown[]) => unknown[]) => ({ ...written, x: [change(lesson)] });
	const withItem = (...item: unknown[]) => withLesson((parts) => parts.with(4, [item]));

	it.each<[string, unknown]>([
		['nothing', undefined],
		['a list', []],
		['an unknown key', { ...written, z: 1 }],
		['no assignment', { ...written, a: undefined }],
		['a broken assignment', { ...written, a: { i: 'x' } }],
		['no learner', { ...written, l: '' }],
		['no name', { ...written, w: ' ' }],
		['a name of two lines', { ...written, w: 'Fox\nOwl' }],
		['an endless name', { ...written, w: 'x'.repeat(41) }],
		['a revision below 0', { ...written, r: -1 }],
		['a time that is a text', { ...written, t: 'now' }],
		['lessons that are no list', { ...written, x: {} }],
		[
			'too many lessons',
			{ ...written, x: Array.from({ length: 41 }, (_, index) => [`l${index}`, ...lesson.slice(1)]) },
		],
		['a lesson twice', { ...written, x: [lesson, lesson] }],
		['a lesson that is short of a part', withLesson((parts) => parts.slice(0, 4))],
		['a lesson with a part too many', withLesson((parts) => [...parts, 0])],
		['a lesson without an id', withLesson((parts) => parts.with(0, ''))],
		['minutes that are none', withLesson((parts) => parts.with(2, 1e9))],
		['a standing that is none', withLesson((parts) => parts.with(3, 2))],
		[
			'too many items',
			withLesson((parts) =>
				parts.with(
					4,
					Array.from({ length: 101 }, (_, index) => [`i${index}`, 0, [1, 0]]),
				),
			),
		],
		[
			'an item twice',
			withLesson((parts) =>
				parts.with(4, [
					['one', 0, [1, 0]],
					['one', 0, [1, 0]],
				]),
			),
		],
		['an item without a try', withItem('one', 0)],
		['an item without an id', withItem('', 0, [1, 0])],
		['an item at a place that is none', withItem(-1, 0, [1, 0])],
		['hints that are none', withItem('one', 10, [1, 0])],
		['too many tries', withItem('one', 0, ...Array.from({ length: 10 }, () => [1, 0]))],
		['a try that is an object', withItem('one', 0, {})],
		['a try with a part too many', withItem('one', 0, [1, 0, 0, 0])],
		['a confidence that is none', withItem('one', 0, [1, 0, 3])],
		['a confidence from the prototype', withItem('one', 0, [1, 0, 'constructor'])],
	])('is refused with %s', (_, data) => {
		expect(parseHandIn(data)).toBeUndefined();
	});
});

describe('judging a hand-in anew', () => {
	it('gives the score that the learner saw', () => {
		fc.assert(
			fc.property(anyWork, ({ plan: any, settings: own, record, lesson }) => {
				const { context } = replay(record, any);
				const { score, answered } = resultOf(context);
				const graded = regradeLesson(lesson, any, own, rememberingJudge());
				expect(graded.answered).toBe(answered);
				expect(graded.isFinished).toBe(context.finishedAt !== undefined);
				const isOpen = own.mode === 'check' && context.finishedAt === undefined;
				expect(graded.score).toBeCloseTo(isOpen ? 0 : score, 9);
			}),
		);
	});

	const handedWith = (...tries: unknown[]) => ({
		lesson: 'lesson',
		hash: 'hash',
		minutes: 1,
		isFinished: true,
		items: [
			{ item: 'one', hints: 0, tries: tries.map((response) => ({ response, hints: 0 })) },
			{ item: 'gone', hints: 0, tries: [{ response: ['a'], hints: 0 }] },
		],
	});
	const graded = (...tries: unknown[]) =>
		regradeLesson(handedWith(...tries), plan, settings, rememberingJudge());

	it('takes no more tries than the settings allow, and none after a right one', () => {
		expect(graded(['b'], ['c'], ['a']).score).toBe(0);
		expect(graded(['a'], ['b']).grades.get('one')).toMatchObject({ score: 1, tries: 1 });
		expect(graded(['b'], ['a']).grades.get('one')).toMatchObject({ score: 0.5, first: { share: 0 } });
	});

	it('leaves out what is not an answer, and items that the lesson does not have', () => {
		expect(graded('nonsense', { a: 1 }, ['nobody'], null, ['a'])).toMatchObject({ answered: 1, score: 1 });
		expect(graded('nonsense')).toMatchObject({ answered: 0, score: 0 });
	});

	it('keeps how sure the learner said they were at first, where they said it', () => {
		const [one] = handedWith(['b']).items;
		if (!one) throw new TypeError('nothing handed in');
		const sure = { ...one, tries: [{ response: ['b'], hints: 0, confidence: 'sure' as const }] };
		const regraded = regradeLesson({ ...handedWith(), items: [sure] }, plan, settings, rememberingJudge());
		expect(regraded.grades.get('one')?.first.confidence).toBe('sure');
		expect(graded(['b']).grades.get('one')?.first).not.toHaveProperty('confidence');
	});

	it('takes only a text that the engine would have taken for own words', () => {
		const ownPlan = planOf(extendedTextItem({ id: 'own' }));
		const textsOf = (response: unknown) =>
			regradeLesson(
				{ ...handedWith(), items: [{ item: 'own', hints: 0, tries: [{ response, hints: 0 }] }] },
				ownPlan,
				settings,
				rememberingJudge(),
			);
		expect(textsOf('These are five own words.')).toMatchObject({
			answered: 1,
			texts: new Map([['own', 'These are five own words.']]),
		});
		for (const none of ['Too short', ['a'], 7])
			expect(textsOf(none)).toMatchObject({ answered: 0, texts: new Map() });
		expect(textsOf(null)).toMatchObject({ answered: 1, texts: new Map() });
	});

	it('does not take a lesson for done that has open questions', () => {
		expect(graded(['a']).isFinished).toBe(false);
	});

	it('says where other content was answered', () => {
		const stale = { ...handedWith(['a']), hash: 'before' };
		expect(regradeLesson(stale, plan, settings, rememberingJudge()).isStale).toBe(true);
		expect(graded(['a']).isStale).toBe(false);
	});
});

describe('the short form', () => {
	const everything: LessonPlan = planOf(
		choiceItem({ id: 'choice' }),
		matchItem({ id: 'match' }),
		markItem({ id: 'mark' }),
		associateItem({ id: 'associate' }),
		orderItem(['o1', 'o2', 'o3'], { id: 'order' }),
		inlineChoiceItem({ id: 'inline' }),
		extendedTextItem({ id: 'own' }),
	);

	it('gives back every answer to the same content, except own words', () => {
		fc.assert(
			fc.property(anyWork, ({ plan: any, lesson }) => {
				expect(lengthenLesson(shortenLesson(lesson, any), any)).toEqual(lesson);
			}),
		);
	});

	it('gives back the full answer to every interaction', () => {
		const items = itemsOf(everything).map((item) => ({
			item: item.id,
			hints: 1,
			tries: [{ response: interactionOf(item).correctResponse(item), hints: 1, confidence: 'sure' as const }],
		}));
		const lesson = { lesson: 'lesson', hash: 'hash', minutes: 1, isFinished: true, items };
		const short = shortenLesson(lesson, everything);
		const back = lengthenLesson(short, everything);
		expect(back?.items.slice(0, -1)).toEqual(items.slice(0, -1));
		expect(back?.items.at(-1)?.tries).toEqual([{ response: null, hints: 1, confidence: 'sure' }]);
		// Places of at most two letters stand for everything that the items name; numbers are words of the account.
		const texts = JSON.stringify(
			short.items.slice(0, -1).flatMap(({ tries }) => tries.map(({ response }) => response)),
		);
		expect(texts.match(/"\w{3,}"/g)).toBeNull();
		expect(texts).not.toContain('~');
		const regraded = regradeLesson(back ?? lesson, everything, settings, rememberingJudge());
		expect(regraded).toMatchObject({ answered: 7, score: 6, isFinished: true });
	});

	it('keeps a text that is not an id as it is, also one that looks shortened', () => {
		const item = {
			item: 'choice',
			hints: 0,
			tries: [{ response: ['~a', '3', 'zz', { __proto__: 1, from: '0' }], hints: 0 }],
		};
		const lesson = { lesson: 'lesson', hash: 'hash', minutes: 0, isFinished: false, items: [item] };
		expect(lengthenLesson(shortenLesson(lesson, everything), everything)).toEqual(lesson);
	});

	it('is not made of, nor read with, other content', () => {
		const [lesson] = collect(assigned(recordOf([check('one', ['b'])], settings)))?.lessons ?? [];
		if (!lesson) throw new TypeError('nothing handed in');
		const other = { ...everything, hash: 'other' };
		expect(shortenLesson(lesson, other)).toBe(lesson);
		const item = { item: 0, hints: 0, tries: [{ response: ['a'], hints: 0 }] };
		expect(lengthenLesson({ ...lesson, items: [item] }, other)).toBeUndefined();
		expect(lengthenLesson({ ...lesson, items: [item] }, undefined)).toBeUndefined();
	});
});
