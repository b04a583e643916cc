import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceItem, option, orderItem, rich } from '../../engine/testing.ts';
import { letterOf, linksOnPaper, optionsOnPaper } from './paper-order.ts';

const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

const anyIds = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 8 });

describe('on paper', () => {
	it('options have letters from A on', () => {
		expect([0, 1, 7].map(letterOf)).toEqual(['A', 'B', 'H']);
	});

	it('every option stands once, in the same order on every sheet', () => {
		fc.assert(
			fc.property(anyIds, fc.string(), (names, id) => {
				const item = choiceItem({ id, options: names.map((name) => option(name)) });
				expect(ids(optionsOnPaper(item)).sort()).toEqual([...names].sort());
				expect(optionsOnPaper(item)).toEqual(optionsOnPaper(item));
			}),
		);
	});

	it('a scale keeps its order', () => {
		const options = ['low', 'middle', 'high'].map((name) => option(name));
		expect(optionsOnPaper(choiceItem({ order: 'authored', options }))).toEqual(options);
	});

	it('a chain never stands in its right order', () => {
		fc.assert(
			fc.property(anyIds, fc.string(), (names, id) => {
				const links = names.map((name) => ({ id: name, text: rich(name), feedback: rich('') }));
				const shown = ids(linksOnPaper({ ...orderItem(names), id, links }));
				expect(shown).not.toEqual(names);
				expect([...shown].sort()).toEqual([...names].sort());
			}),
		);
	});
});
