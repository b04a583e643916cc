import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlap, wordCount } from '../text/words.ts';
import { anyMark, anyMarks, keyMark, label, made, markItem, range, ref, rich } from '../engine/testing.ts';
import { levelOf, markHeatOf } from './mark-heat.ts';

const item = markItem({
	labels: [label('x'), label('y')],
	field: range(0, 40),
	key: [keyMark('k1', 'x', range(5, 9)), keyMark('k2', 'y', range(20, 22))],
	arguable: [{ span: ref('a1'), note: rich('Both can be said'), words: range(30, 32) }],
});

describe('where a class marked a text', () => {
	it('shows every place of the key, marked or not, and arguable ones where somebody marked', () => {
		expect(markHeatOf(item, [])).toMatchObject([
			{ from: 5, to: 9, key: 'x', count: 0, labels: [] },
			{ from: 20, to: 22, key: 'y', count: 0 },
		]);
		expect(markHeatOf(item, [[made(29, 31)]]).slice(2)).toMatchObject([
			{ from: 29, to: 30, isArguable: false, count: 1 },
			{ from: 30, to: 31, isArguable: true, count: 1 },
		]);
	});

	it('counts each learner once a place, with the labels that they gave', () => {
		const [first] = markHeatOf(item, [
			[made(5, 9)],
			[made(6, 7), made(8, 9)],
			[made(5, 7, 'y')],
			[made(12, 13)],
		]);
		expect(first).toMatchObject({
			from: 5,
			to: 9,
			count: 3,
			labels: [
				{ label: 'x', count: 2 },
				{ label: 'y', count: 1 },
			],
		});
	});

	it('tells how many marked each word', () => {
		const [first] = markHeatOf(item, [[made(5, 7)], [made(6, 7)], [made(6, 7)], [made(6, 7)]]);
		expect(first?.levels).toEqual([
			{ from: 5, to: 6, level: 'some' },
			{ from: 6, to: 7, level: 'most' },
			{ from: 7, to: 9, level: 'nobody' },
		]);
	});

	it('shows marks beside the key as places of their own', () => {
		expect(markHeatOf(item, [[made(7, 12)]]).slice(0, 2)).toMatchObject([
			{ from: 5, to: 9, key: 'x', count: 1 },
			{ from: 9, to: 12, count: 1, labels: [{ label: 'x', count: 1 }] },
		]);
	});

	it('tells given marks from those to be made', () => {
		const key = [keyMark('k1', 'x', range(5, 9), { given: true }), keyMark('k2', 'y', range(20, 22))];
		expect(markHeatOf(markItem({ start: 'half-marked', field: range(0, 40), key }), [])).toMatchObject([
			{ from: 5, isGiven: true },
			{ from: 20, isGiven: false },
		]);
	});

	it.each([
		[0, 'nobody'],
		[1, 'few'],
		[24, 'few'],
		[25, 'some'],
		[49, 'some'],
		[50, 'many'],
		[74, 'many'],
		[75, 'most'],
		[100, 'most'],
	])('calls %i of 100 “%s”', (count, level) => {
		expect(levelOf(count, 100)).toBe(level);
	});

	const anyClass = anyMark.chain((any) =>
		fc.array(anyMarks(any), { maxLength: 6 }).map((responses) => ({ any, responses })),
	);

	it('holds every marked word once, in order, whoever handed in first', () => {
		fc.assert(
			fc.property(anyClass, ({ any, responses }) => {
				const heat = markHeatOf(any, responses);
				for (const [index, { from, to, levels }] of heat.entries()) {
					expect(from).toBeGreaterThanOrEqual(heat[index - 1]?.to ?? any.field.from);
					expect([levels[0]?.from, levels.at(-1)?.to]).toEqual([from, to]);
				}
				const unseen = responses
					.flat()
					.filter((mark) => heat.reduce((sum, stretch) => sum + overlap(stretch, mark), 0) < wordCount(mark));
				expect(unseen).toEqual([]);
				expect(markHeatOf(any, responses.toReversed())).toEqual(heat);
			}),
			{ numRuns: 50 },
		);
	});
});
