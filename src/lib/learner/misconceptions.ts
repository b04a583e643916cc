import type { Answer } from './answers.ts';

/** So many questions in a row that could have shown it, and didn’t, and it counts as gone quiet. */
export const quietAfter = 3;

/** A misconception that at least one answer showed. */
export type MetMisconception = {
	id: string;
	/** The answers that showed it, in the order of time. */
	shown: [Answer, ...Answer[]];
	/** How many questions could have shown it, since it was first shown and with that. */
	chances: number;
	/** How many of them came after it was last shown. */
	clearSince: number;
	/** `met`: shown once; `returning`: shown again; `quiet`: not shown by the last three that could. */
	standing: 'met' | 'returning' | 'quiet';
};

/** The misconceptions that answers have shown; returning ones first, the most frequent of them first. `answers` in the order of time. */
export function misconceptionsMet(answers: readonly Answer[]): MetMisconception[] {
	const met = new Map<string, { shown: [Answer, ...Answer[]]; chances: number; clearSince: number }>();
	for (const answer of answers) {
		for (const id of answer.lures) {
			const known = met.get(id);
			const isShown = answer.misconceptions.includes(id);
			if (!known) {
				if (isShown) met.set(id, { shown: [answer], chances: 1, clearSince: 0 });
				continue;
			}
			known.chances += 1;
			known.clearSince = isShown ? 0 : known.clearSince + 1;
			if (isShown) known.shown.push(answer);
		}
	}
	const order = ['returning', 'met', 'quiet'];
	return [...met]
		.map(([id, { shown, chances, clearSince }]): MetMisconception => {
			const standing = clearSince >= quietAfter ? 'quiet' : shown.length > 1 ? 'returning' : 'met';
			return { id, shown, chances, clearSince, standing };
		})
		.sort(
			(a, b) =>
				order.indexOf(a.standing) - order.indexOf(b.standing) ||
				b.shown.length / b.chances - a.shown.length / a.chances ||
				a.id.localeCompare(b.id),
		);
}
