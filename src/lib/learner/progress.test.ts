import { describe, expect, it } from 'vitest';
import { toCsv } from '../text/csv.ts';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import { choiceItem, planOf, recordOf } from '../engine/testing.ts';
import { day } from './counted.ts';
import { reviewLesson } from './item-ref.ts';
import { progressRows, toProgressJson } from './progress-file.ts';
import { readProgress } from './progress.ts';

const skills = ['sourcing/attribution'];

const lesson = (id: string) => ({ ...planOf(choiceItem({ id: 'a' }), choiceItem({ id: 'b' })), id });

const lessons = new Map(['in', 'out'].map((id) => [id, lesson(id)]));

/** An attempt that answers items from a day on, one with each response. */
function attempt(at: string, from: number, given: Record<string, string>): AttemptRecord {
	const [started, ...events] = recordOf(
		Object.entries(given).map(([item, option], index) => ({
			type: 'check',
			item,
			response: [option],
			at: from * day + index,
		})),
		undefined,
		`attempt-${at}-${from}`,
	);
	return [{ ...started, lesson: at }, ...events];
}

const read = (...records: AttemptRecord[]) =>
	readProgress(records, lessons, {
		skills,
		parallels: [{ earlier: 'in', later: 'out' }],
		now: 30 * day,
	});

describe('progress', () => {
	it('is read from all records, reviews among them', () => {
		const { answers } = read(
			attempt('in', 0, { a: 'a', b: 'b' }),
			attempt(reviewLesson, 5, { 'in/b': 'a' }),
			attempt('out', 9, { a: 'a' }),
		);
		expect(answers.map(({ lesson, item, share }) => [lesson, item, share])).toEqual([
			['in', 'a', 1],
			['in', 'b', 0],
			['in', 'b', 1],
			['out', 'a', 1],
		]);
	});

	it('leaves out lessons that are not at hand', () => {
		expect(read(attempt('gone', 0, { a: 'a' })).answers).toEqual([]);
	});

	it('compares parallel lessons once both are answered', () => {
		const first = attempt('in', 0, { a: 'b', b: 'a' });
		expect(read(first).changes).toEqual([]);
		expect(read(first, attempt('out', 9, { a: 'a', b: 'a' })).changes).toMatchObject([
			{
				earlier: 'in',
				later: 'out',
				change: { up: 1, same: 1, before: { points: 1 }, after: { points: 2 } },
			},
		]);
	});
});

describe('a report', () => {
	const progress = read(attempt('in', 0, { a: 'b', b: 'a' }), attempt('out', 9, { a: 'a', b: 'a' }));

	it('for programs has every figure and every answer', () => {
		const report: unknown = JSON.parse(toProgressJson(progress, Date.UTC(2026, 0, 2)));
		expect(report).toMatchObject({
			format: 'crossread-progress',
			version: 1,
			madeAt: '2026-01-02T00:00:00.000Z',
			summary: { answers: 4, skills: [{ skill: 'sourcing/attribution', answers: 4, right: 3 }] },
			answers: [{ lesson: 'in', item: 'a' }, { item: 'b' }, { lesson: 'out' }, {}],
		});
	});

	it('for spreadsheets has a row for each figure, all of one length', () => {
		const names = { skills: [{ id: 'sourcing/attribution', title: '=Find, who' }], misconceptions: [] };
		const rows = progressRows(progress, names);
		expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
		expect(rows[1]?.slice(0, 4)).toEqual(['skill', '=Find, who', 3, 4]);
		expect(rows.map(([part]) => part)).toEqual([
			'part',
			'skill',
			'judgement',
			'judgement',
			'confidence',
			'confidence',
			'confidence',
			'check',
			'check',
		]);
		expect(toCsv(rows)).toContain(`"'=Find, who"`);
	});
});
