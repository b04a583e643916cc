import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { interleave, takeTurns } from './interleave.ts';

const anyParts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

const first = (part: string) => part.charAt(0);

describe('interleaving', () => {
	it('keeps every part', () => {
		fc.assert(
			fc.property(anyParts, (groups) => {
				const parts = groups.map((group, index) => `${group}${index}`);
				expect(interleave(parts, first).sort()).toEqual([...parts].sort());
			}),
		);
	});

	it('puts two parts of a group side by side only where the numbers leave no choice', () => {
		fc.assert(
			fc.property(anyParts, (parts) => {
				const ordered = interleave(parts, first);
				const most = Math.max(
					0,
					...['a', 'b', 'c'].map((group) => parts.filter((part) => part === group).length),
				);
				const pairs = ordered.filter((part, index) => index > 0 && ordered[index - 1] === part).length;
				expect(pairs).toBe(Math.max(0, most - (parts.length - most) - 1));
			}),
		);
	});

	it('begins with what came first where groups are equally large', () => {
		expect(interleave(['b1', 'b2', 'a1', 'a2'], first)).toEqual(['b1', 'a1', 'b2', 'a2']);
	});
});

describe('taking turns', () => {
	it('takes the first of each group before the second of any', () => {
		expect(takeTurns([['a1', 'a2', 'a3'], ['b1'], [], ['c1', 'c2']])).toEqual([
			'a1',
			'b1',
			'c1',
			'a2',
			'c2',
			'a3',
		]);
	});

	it('of no group takes nothing', () => {
		expect(takeTurns([])).toEqual([]);
	});
});
