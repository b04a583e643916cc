import { expect, it } from 'vitest';
import { countedAnswers, day } from './counted.ts';
import { answer } from './testing.ts';

it('an item that comes again within a day doesn’t count, and counts again after one', () => {
	const at = [0, day / 2, day, 2 * day, 9 * day];
	const again = at.map((time) => answer({ at: time, attempt: `attempt-${time}` }));
	expect(countedAnswers(again).map((counted) => counted.at)).toEqual([0, 2 * day, 9 * day]);
});

it('items with the same id in two lessons are different items', () => {
	const both = [answer({ lesson: 'one' }), answer({ lesson: 'two' })];
	expect(countedAnswers(both)).toHaveLength(2);
});

it('answers are put in the order of time, however they came', () => {
	const late = answer({ at: 5, item: 'late' });
	const early = answer({ at: 1, item: 'early' });
	expect(countedAnswers([late, early])).toEqual([early, late]);
});

it('answers of one moment have one order, by attempt and then by item, however they came', () => {
	const [a, b, c] = [
		answer({ attempt: 'one', item: 'x' }),
		answer({ attempt: 'one', item: 'y' }),
		answer({ attempt: 'two', item: 'w' }),
	];
	for (const came of [
		[a, b, c],
		[c, b, a],
		[b, c, a],
	])
		expect(countedAnswers(came)).toEqual([a, b, c]);
});
