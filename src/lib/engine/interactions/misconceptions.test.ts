import { expect, it } from 'vitest';
import { choiceItem, matchItem, option, snippet } from '../testing.ts';
import { misconceptionsOf } from './misconceptions.ts';

it('finds every misconception that a part of an item names, each once', () => {
	const item = choiceItem({
		options: [
			option('a', true),
			option('b', false, { misconception: 'm1' }),
			option('c', false, { misconception: 'm2' }),
			option('d', false, { misconception: 'm1' }),
		],
	});
	expect(misconceptionsOf(item)).toEqual(['m1', 'm2']);
});

it('finds none where none is named, and takes nothing else for one', () => {
	expect(misconceptionsOf(matchItem({ snippets: [snippet('misconception', 'x')] }))).toEqual([]);
	expect(misconceptionsOf({ misconception: { misconception: 7 }, parts: [null, 'misconception'] })).toEqual(
		[],
	);
});
