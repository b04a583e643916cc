import { repeatedIds, type ItemProblem } from '../item-check.ts';
import { cutGaps } from './gaps.ts';
import type { InlineChoiceItem } from './schema.ts';

export function checkInlineChoice(item: InlineChoiceItem): ItemProblem[] {
	const problems = repeatedIds('gaps', item.gaps);
	const inText = cutGaps(item.text).flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
	for (const [index, { id, options }] of item.gaps.entries()) {
		const times = inText.filter((gap) => gap === id).length;
		if (times !== 1)
			problems.push({
				path: ['gaps', index, 'id'],
				message: `the gap “${id}” stands ${times} times in the text`,
				advice: `put {${id}} exactly once where the wording is chosen`,
			});
		const right = options.filter(({ correct }) => correct).length;
		if (right !== 1)
			problems.push({
				path: ['gaps', index, 'options'],
				message: `${right} options of this gap are right`,
				advice: 'write “correct: true” at exactly one',
			});
		problems.push(
			...repeatedIds('options', options).map((problem) => ({
				...problem,
				path: ['gaps', index, ...problem.path],
			})),
		);
	}
	const known = new Set(item.gaps.map(({ id }) => id));
	for (const gap of new Set(inText))
		if (!known.has(gap))
			problems.push({
				path: ['text'],
				message: `the text has a gap “${gap}” without options`,
				advice: 'add it to “gaps”, or correct its name',
			});
	return problems;
}
