import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { settingsOf } from '../engine/attempt-settings.ts';
import { interactionOf } from '../engine/interactions/registry.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import type { Confidence } from '../engine/confidence.ts';
import {
	choiceItem,
	extendedTextItem,
	made,
	manyItem,
	markItem,
	matchItem,
	option,
	planOf,
	snippet,
} from '../engine/testing.ts';
import {
	commonMistake,
	judgementsIn,
	lessonReportOf,
	marksOf,
	skillMapOf,
	topicsOf,
	type ClassMember,
	type ReportedLesson,
} from './class-report.ts';
import type { Grade, GradedLesson } from './regrade.ts';

const lessonOf = (...items: Item[]): ReportedLesson => ({
	...planOf(...items),
	title: 'A lesson',
	settings: settingsOf({}),
	readings: [],
	skills: [...new Set(items.map(({ skill }) => skill))].map((id) => ({
		id,
		title: `Title of ${id}`,
		gist: '',
	})),
});

/** A grade whose first try was this response. */
function gradeOf(item: Item, response: unknown, confidence?: Confidence): Grade {
	const outcome = interactionOf(item).score(response, item);
	if (outcome.type !== 'scored') throw new TypeError(`not to be scored: ${outcome.code}`);
	const share = outcome.score / outcome.maxScore;
	return { first: { share, response, outcome, ...(confidence && { confidence }) }, score: share, tries: 1 };
}

const graded = (grades: Map<string, Grade>): GradedLesson => ({
	lesson: 'lesson',
	isFinished: true,
	isStale: false,
	minutes: 5,
	answered: grades.size,
	score: [...grades.values()].reduce((sum, { score }) => sum + score, 0),
	grades,
	texts: new Map(),
});

/** A learner who answered the items of a lesson in their order; an item without a response was not answered. */
function member(key: string, lesson: ReportedLesson, ...responses: unknown[]): ClassMember {
	const items = lesson.steps as Item[];
	const grades = new Map(
		items.flatMap((item, index) =>
			responses[index] === undefined ? [] : [[item.id, gradeOf(item, responses[index])] as const],
		),
	);
	return { key, who: `Learner ${key}`, lessons: new Map([[lesson.id, graded(grades)]]) };
}

const three = lessonOf(choiceItem({ id: 'i1' }), choiceItem({ id: 'i2' }), choiceItem({ id: 'i3' }));

const members = ['aaa', 'aab', 'abb', 'bbb'].map((answers, index) =>
	member(String(index), three, ...[...answers].map((answer) => [answer])),
);

describe('the report on a lesson', () => {
	it('has the facility, the discrimination and α of the textbook: rows 111, 110, 100, 000', () => {
		const report = lessonReportOf(members, three);
		expect(report.items.map(({ facility }) => facility)).toEqual([0.75, 0.5, 0.25]);
		expect(report.items.map(({ right, answers }) => [right, answers])).toEqual([
			[3, 4],
			[2, 4],
			[1, 4],
		]);
		expect(report.alpha).toBeCloseTo(0.75, 12);
		expect(report.complete).toBe(4);
		expect(report.items[1]?.discrimination).toBeCloseTo(Math.SQRT1_2, 12);
	});

	it('counts every answer for facility, but only whole lessons for what compares items', () => {
		const report = lessonReportOf([...members, member('late', three, ['a'])], three);
		expect(report.items.map(({ answers }) => answers)).toEqual([5, 4, 4]);
		expect(report.complete).toBe(4);
		expect(report.alpha).toBeCloseTo(0.75, 12);
	});

	it('of nobody has no figures', () => {
		expect(lessonReportOf([], three)).toMatchObject({
			alpha: null,
			complete: 0,
			items: [{ answers: 0, facility: null, discrimination: null, mistake: undefined }, {}, {}],
		});
	});

	it('leaves own words out: nothing judges them', () => {
		expect(lessonReportOf([], lessonOf(extendedTextItem())).items).toEqual([]);
	});

	it('counts who was sure and wrong', () => {
		const [item] = three.steps as Item[];
		if (!item) throw new TypeError('no item');
		const said = (key: string, answer: string, confidence: Confidence): ClassMember => ({
			key,
			who: key,
			lessons: new Map([['lesson', graded(new Map([['i1', gradeOf(item, [answer], confidence)]]))]]),
		});
		const report = lessonReportOf(
			[said('1', 'b', 'sure'), said('2', 'b', 'not-sure'), said('3', 'a', 'sure'), said('4', 'b', 'sure')],
			three,
		);
		expect(report.items[0]?.sureButWrong).toBe(2);
	});

	it('is the same whoever handed in first', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(...['i1', 'i2', 'i3'].map(() => fc.constantFrom(undefined, ['a'], ['b'], ['c']))), {
					maxLength: 6,
				}),
				(answers) => {
					const some = answers.map((responses, index) => member(String(index), three, ...responses));
					const figures = (of: readonly ClassMember[]) => {
						const { items, complete } = lessonReportOf(of, three);
						return [
							complete,
							...items.map(({ answers, right, mistake }) => [
								answers,
								right,
								mistake?.count,
								mistake?.finding.part,
							]),
						];
					};
					expect(figures(some.toReversed())).toEqual(figures(some));
				},
			),
		);
	});
});

describe('the common mistake', () => {
	const mistakeIn = (item: Item, ...responses: unknown[]) =>
		commonMistake(
			item,
			responses.map((response) => gradeOf(item, response)),
		);

	it('is the wrong option that most chose, with its misconception', () => {
		const item = choiceItem({
			options: [option('a', true), option('b'), option('c', false, { misconception: 'm' })],
		});
		expect(mistakeIn(item, ['b'], ['c'], ['c'], ['a'])).toMatchObject({
			count: 2,
			finding: { kind: 'wrong', part: 'c' },
			misconception: 'm',
		});
	});

	it('is none where all is right', () => {
		expect(mistakeIn(choiceItem(), ['a'], ['a'])).toBeUndefined();
	});

	it('can be something left out', () => {
		expect(mistakeIn(manyItem(), ['a', 'b'], ['a', 'b', 'd'])).toMatchObject({
			count: 2,
			finding: { kind: 'missed', part: 'c' },
		});
	});

	it('is a snippet with the category that it was given', () => {
		const tempting = [{ category: 'z', feedback: [{ text: 'No' }], misconception: 'm-z' }];
		const item = matchItem({ snippets: [snippet('s1', 'x'), snippet('s2', 'y', { tempting })] });
		expect(mistakeIn(item, { s1: 'x', s2: 'z' }, { s1: 'y', s2: 'z' }, { s1: 'x', s2: 'x' })).toMatchObject({
			count: 2,
			finding: { kind: 'wrong', part: 's2', answer: 'z' },
			misconception: 'm-z',
		});
	});

	it('takes marks in one tempting place together, however long they are', () => {
		expect(mistakeIn(markItem(), [made(130, 134)], [made(132, 140)], [made(10, 20)])).toMatchObject({
			count: 3,
			finding: { kind: 'missed' },
		});
		const key = markItem().key.slice(0, 1);
		expect(
			mistakeIn(
				markItem({ key }),
				[made(10, 20), made(130, 134)],
				[made(10, 20), made(132, 140)],
				[made(10, 20), made(150, 152)],
			),
		).toMatchObject({ count: 2, finding: { kind: 'wrong', answer: 'clean' }, misconception: 'm' });
	});
});

describe('what a class marked', () => {
	it('is the marks of each first try', () => {
		const lesson = lessonOf(markItem({ id: 'i1' }));
		const [one, two] = [[made(10, 20)], [made(130, 134), made(40, 50, 'y')]];
		expect(
			marksOf([member('1', lesson, one), member('2', lesson, two), member('3', lesson)], 'lesson', 'i1'),
		).toEqual([one, two]);
		expect(marksOf([member('1', lesson, one)], 'another', 'i1')).toEqual([]);
	});
});

describe('the skill map', () => {
	const mixed = lessonOf(
		choiceItem({ id: 'i1', skill: 'sourcing/attribution' }),
		choiceItem({ id: 'i2', skill: 'framing/labels' }),
		choiceItem({ id: 'i3', skill: 'sourcing/attribution' }),
	);

	it('has the share of first tries by skill, for each learner and for the class', () => {
		const more = {
			...mixed,
			skills: [...mixed.skills, { id: 'framing/verbs', title: 'Only explained', gist: '' }],
		};
		const map = skillMapOf([member('1', mixed, ['a'], ['b'], ['b']), member('2', mixed, ['a'])], [more]);
		expect(map.skills.map(({ id }) => id)).toEqual(['sourcing/attribution', 'framing/labels']);
		expect(map.members[0]?.cells).toEqual(
			new Map([
				['sourcing/attribution', { share: 0.5, answers: 2 }],
				['framing/labels', { share: 0, answers: 1 }],
			]),
		);
		expect(map.members[1]?.cells.has('framing/labels')).toBe(false);
		expect([...map.whole.keys()]).not.toContain('framing/verbs');
		expect(map.whole.get('sourcing/attribution')).toEqual({ share: 2 / 3, answers: 3 });
	});
});

describe('the judgements of a class', () => {
	it('are those of its first tries', () => {
		const item = choiceItem({
			id: 'i1',
			quality: 'weak',
			options: [option('a', true, { verdict: 'doubt' }), option('b', false, { verdict: 'trust' })],
		});
		const judged = lessonOf(item);
		expect(judgementsIn([member('1', judged, ['a']), member('2', judged, ['b'])], [judged])).toEqual([
			{ isSound: false, calledSound: false },
			{ isSound: false, calledSound: true },
		]);
	});
});

describe('what to talk about', () => {
	const skills = [
		'sourcing/attribution',
		'sourcing/attribution',
		'framing/labels',
		'framing/verbs',
		'framing/voice',
	];
	const five = lessonOf(...skills.map((skill, index) => choiceItem({ id: `i${index + 1}`, skill })));
	const topics = (...answers: string[]) =>
		topicsOf([
			lessonReportOf(
				answers.map((row, index) =>
					member(String(index), five, ...[...row].map((answer) => (answer === '-' ? undefined : [answer]))),
				),
				five,
			),
		]).map(({ item }) => item.id);

	it('is at most three items, those that the class missed most first', () => {
		expect(topics('babaa', 'bbbaa', 'bbbba')).toEqual(['i1', 'i3', 'i4']);
	});

	it('is of three skills where there is a choice, else of fewer', () => {
		expect(topics('bbaaa', 'bbaaa')).toEqual(['i1', 'i2']);
	});

	it('prefers a wrong answer that many share to many different ones', () => {
		expect(topics('aabba', 'aabca')).toEqual(['i3', 'i4']);
	});

	it('prefers a wrong answer that the class was sure of', () => {
		const item = (id: string) => choiceItem({ id, skill: 'framing/verbs' });
		const two = lessonOf(item('i1'), item('i2'));
		const said = (key: string): ClassMember => ({
			key,
			who: key,
			lessons: new Map([
				[
					'lesson',
					graded(
						new Map([
							['i1', gradeOf(item('i1'), ['b'], 'not-sure')],
							['i2', gradeOf(item('i2'), ['b'], 'sure')],
						]),
					),
				],
			]),
		});
		expect(topicsOf([lessonReportOf([said('1'), said('2')], two)]).map((topic) => topic.item.id)).toEqual([
			'i2',
			'i1',
		]);
	});

	it('is nothing where all is right, or where one learner alone has answered', () => {
		expect(topics('aaaaa', 'aaaaa')).toEqual([]);
		expect(topics('bbbbb')).toEqual([]);
		expect(topics('b----', 'a----')).toEqual(['i1']);
	});
});
