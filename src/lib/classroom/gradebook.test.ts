import { describe, expect, it } from 'vitest';
import { settingsOf } from '../engine/attempt-settings.ts';
import { choiceItem, planOf } from '../engine/testing.ts';
import { toCsv } from '../text/csv.ts';
import type { ClassMember, ReportedLesson } from './class-report.ts';
import { firstTryRows, gradebookRows } from './gradebook.ts';
import type { Grade } from './regrade.ts';

const lesson: ReportedLesson = {
	...planOf(choiceItem({ id: 'one' }), choiceItem({ id: 'two' }), choiceItem({ id: 'three' })),
	title: 'Who says so?',
	settings: settingsOf({}),
	skills: [],
	readings: [],
};

const grade = (share: number): Grade => ({
	first: { share, response: [], outcome: { type: 'scored', score: share, maxScore: 1, findings: [] } },
	score: share,
	tries: 1,
});

const member = (who: string, ...shares: number[]): ClassMember => ({
	key: who,
	who,
	lessons: new Map([
		[
			lesson.id,
			{
				lesson: lesson.id,
				isFinished: shares.length === 3,
				isStale: false,
				minutes: 12,
				answered: shares.length,
				score: shares.reduce((sum, share) => sum + share, 0),
				grades: new Map(shares.map((share, index) => [['one', 'two', 'three'][index] ?? '', grade(share)])),
				texts: new Map(),
			},
		],
	]),
});

const nobody: ClassMember = { key: 'n', who: 'Owl', lessons: new Map() };

describe('the gradebook', () => {
	it('has points in percent, what is done and the minutes of every lesson', () => {
		expect(gradebookRows([member('Fox', 1, 0.5, 0), member('Hen', 1), nobody], [lesson])).toEqual([
			['Name', 'Who says so? (%)', 'Who says so?: done', 'Who says so?: minutes'],
			['Fox', 50, 'yes', 12],
			['Hen', 33.3, 'under way', 12],
			['Owl', '', 'no', ''],
		]);
	});

	it('has the first tries of every item', () => {
		expect(firstTryRows([member('Fox', 1, 1 / 3)], [lesson])).toEqual([
			['Name', 'lesson/one', 'lesson/two', 'lesson/three'],
			['Fox', 1, 0.333, ''],
		]);
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '\u200B=1', '=HYPERLINK("x","y")'])(
		'never holds a name that runs as a formula: %j',
		(name) => {
			expect(toCsv(gradebookRows([member(name, 1)], [lesson]))).toMatch(/\r\n"?'/);
		},
	);
});
