import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlap, wordCount, type WordRange } from '../../../text/words.ts';
import { anyMark, anyMarks, keyMark, made, markItem, range } from '../../testing.ts';
import { compareMarks } from './compare.ts';

const untouchedItem = [
	{ from: 10, to: 20, kind: 'missed', label: 'x' },
	{ from: 40, to: 50, kind: 'missed', label: 'y' },
	{ from: 70, to: 80, kind: 'missed', label: 'x' },
	{ from: 100, to: 110, kind: 'arguable' },
];

const between = (from: number, to: number, item = markItem(), marks = [made(0, 1)]) =>
	compareMarks(marks, item).filter((stretch) => stretch.from >= from && stretch.to <= to);

describe('marks beside the key', () => {
	it('show without any mark what is missed and what is arguable', () => {
		expect(compareMarks([], markItem())).toEqual(untouchedItem);
	});

	it.each([
		['a hit', made(10, 20), [{ from: 10, to: 20, kind: 'hit', label: 'x', own: 'x' }]],
		[
			'a mark that is too short',
			made(12, 20),
			[
				{ from: 10, to: 12, kind: 'missed', label: 'x' },
				{ from: 12, to: 20, kind: 'hit', label: 'x', own: 'x' },
			],
		],
		[
			'a mark that is too long',
			made(5, 20),
			[
				{ from: 5, to: 10, kind: 'extra', own: 'x' },
				{ from: 10, to: 20, kind: 'hit', label: 'x', own: 'x' },
			],
		],
		['a wrong label', made(10, 20, 'y'), [{ from: 10, to: 20, kind: 'mislabelled', label: 'x', own: 'y' }]],
	])('show %s', (_, mark, stretches) => {
		expect(between(0, 20, markItem(), [mark])).toEqual(stretches);
	});

	it('show a mark in an arguable place as such, with its label', () => {
		expect(between(90, 120, markItem(), [made(95, 104)])).toEqual([
			{ from: 95, to: 100, kind: 'extra', own: 'x' },
			{ from: 100, to: 104, kind: 'arguable', own: 'x' },
			{ from: 104, to: 110, kind: 'arguable' },
		]);
	});

	it('show an article as part of the hit where it is marked, and not at all where it is not', () => {
		const item = markItem({ key: [keyMark('k1', 'x', range(10, 12), { loose: [range(9, 10)] })] });
		expect(between(0, 20, item, [made(9, 12)])).toEqual([
			{ from: 9, to: 12, kind: 'hit', label: 'x', own: 'x' },
		]);
		expect(between(0, 20, item, [made(10, 12)])).toEqual([
			{ from: 10, to: 12, kind: 'hit', label: 'x', own: 'x' },
		]);
	});

	it('show given marks as given, whatever is marked there', () => {
		const key = [keyMark('k1', 'x', range(10, 12), { given: true }), keyMark('k2', 'y', range(20, 22))];
		const item = markItem({ start: 'half-marked', key });
		const given = [{ from: 10, to: 12, kind: 'given', label: 'x' }];
		expect(between(0, 15, item, [made(30, 31)])).toEqual(given);
		expect(between(0, 15, item, [made(10, 12, 'y')])).toEqual(given);
	});

	it('keep two marks of one kind apart where plain words stand between', () => {
		expect(between(150, 170, markItem(), [made(150, 152), made(160, 162)])).toEqual([
			{ from: 150, to: 152, kind: 'extra', own: 'x' },
			{ from: 160, to: 162, kind: 'extra', own: 'x' },
		]);
	});

	it('keep two key marks that touch apart where their labels differ', () => {
		const item = markItem({ key: [keyMark('k1', 'x', range(10, 12)), keyMark('k2', 'y', range(12, 14))] });
		expect(between(0, 20, item)).toMatchObject([
			{ from: 0, to: 1, kind: 'extra' },
			{ from: 10, to: 12, label: 'x' },
			{ from: 12, to: 14, label: 'y' },
		]);
	});

	it('never overlap, stand in order, stay in the field and hold every marked word', () => {
		const anyAnswered = anyMark.chain((item) => anyMarks(item, 0).map((marks) => ({ item, marks })));
		fc.assert(
			fc.property(anyAnswered, ({ item, marks }) => {
				const compared = compareMarks(marks, item);
				let end = item.field.from;
				for (const { from, to } of compared) {
					expect(from).toBeGreaterThanOrEqual(end);
					expect(to).toBeGreaterThan(from);
					end = to;
				}
				expect(end).toBeLessThanOrEqual(item.field.to);
				const shown = (words: WordRange) =>
					compared.reduce((sum, stretch) => sum + overlap(stretch, words), 0);
				for (const words of [...marks, ...item.key.map(({ core }) => core)])
					expect(shown(words)).toBe(wordCount(words));
			}),
		);
	});
});
