import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misconceptionsMet } from './misconceptions.ts';
import { answers, anyAnswer } from './testing.ts';

const shown = { lures: ['m'], misconceptions: ['m'], share: 0 };
const clear = { lures: ['m'], misconceptions: [] };
const elsewhere = { lures: ['n'], misconceptions: [] };

describe('a misconception', () => {
	it('that no answer showed is not named', () => {
		expect(misconceptionsMet(answers(clear, elsewhere))).toEqual([]);
	});

	it.each([
		['met', [shown]],
		['met', [clear, shown, clear, elsewhere, clear]],
		['returning', [shown, shown]],
		['returning', [shown, clear, clear, clear, shown]],
		['returning', [shown, shown, clear, elsewhere, clear]],
		['quiet', [shown, clear, clear, clear]],
		['quiet', [shown, shown, clear, elsewhere, clear, clear]],
	])('is %s after %j', (standing, course) => {
		expect(misconceptionsMet(answers(...course))).toMatchObject([{ id: 'm', standing }]);
	});

	it('is counted against the questions that could have shown it since it first was', () => {
		const [met] = misconceptionsMet(answers(clear, shown, elsewhere, clear, shown));
		expect(met).toMatchObject({ chances: 3, clearSince: 0 });
		expect(met?.shown.map(({ item }) => item)).toEqual(['item-1', 'item-4']);
	});

	it('that returns comes first, the one that was shown most often before the others', () => {
		const both = { lures: ['m', 'n'], share: 0 };
		const met = misconceptionsMet(
			answers(
				{ ...both, misconceptions: ['m', 'n'] },
				{ ...both, misconceptions: ['n'] },
				{ ...both, misconceptions: ['n', 'm'] },
				{ lures: ['o'], misconceptions: ['o'], share: 0 },
			),
		);
		expect(met.map(({ id }) => id)).toEqual(['n', 'm', 'o']);
	});

	it('never comes back to life by an answer that does not show it', () => {
		fc.assert(
			fc.property(fc.array(anyAnswer), (course) => {
				const standingOf = (all: typeof course) =>
					misconceptionsMet(all).find(({ id }) => id === 'm')?.standing;
				const before = standingOf(course);
				const after = standingOf([...course, ...answers(clear)]);
				expect([before, 'quiet']).toContain(after);
			}),
		);
	});
});
