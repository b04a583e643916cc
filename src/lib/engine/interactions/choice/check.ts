import { repeatedIds, type ItemProblem } from '../item-check.ts';
import type { ChoiceItem } from './schema.ts';

export function checkChoice(item: ChoiceItem): ItemProblem[] {
	const problems = repeatedIds('options', item.options);
	const right = item.options.filter((option) => option.correct).length;
	if (right === 0)
		problems.push({
			path: ['options'],
			message: 'no option is right',
			advice: 'add “correct: true” to the right option',
		});
	if (item.select === 'one' && right > 1)
		problems.push({
			path: ['options'],
			message: `${right} options are right, but only one can be chosen`,
			advice: 'keep one “correct: true”, or write “select: many”',
		});
	if (item.select === 'many' && right === item.options.length)
		problems.push({
			path: ['options'],
			message: 'every option is right',
			advice: 'add a wrong option, so that choosing everything is not the answer',
		});
	for (const [index, option] of item.options.entries())
		if (option.correct && option.misconception)
			problems.push({
				path: ['options', index, 'misconception'],
				message: 'a right option has a misconception',
				advice: 'move it to the wrong option that shows it',
			});
	if (item.quality && !item.options.some((option) => option.verdict))
		problems.push({
			path: ['quality'],
			message: 'the item judges a passage, but no option has a verdict',
			advice: 'add “verdict: trust” or “verdict: doubt” to the options',
		});
	return problems;
}
