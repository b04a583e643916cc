import { repeatedIds, type ItemProblem } from '../item-check.ts';
import type { AuthoredMatchItem } from './schema.ts';

export function checkMatch(item: AuthoredMatchItem): ItemProblem[] {
	const problems = [...repeatedIds('categories', item.categories), ...repeatedIds('snippets', item.snippets)];
	const categories = new Set(item.categories.map(({ id }) => id));
	for (const [index, snippet] of item.snippets.entries()) {
		const at = (path: PropertyKey[], message: string, advice: string) =>
			problems.push({ path: ['snippets', index, ...path], message, advice });
		if (!snippet.span === !snippet.text)
			at(
				snippet.span ? ['text'] : [],
				snippet.span ? 'this snippet has a span and a text' : 'this snippet has neither a span nor a text',
				'give it exactly one of them',
			);
		if (!categories.has(snippet.category))
			at(
				['category'],
				`“${snippet.category}” is not a category of this item`,
				`use one of: ${[...categories].join(', ')}`,
			);
		if (snippet.tempting.length === 0)
			at(['tempting'], 'no wrong category has feedback', 'say for at least one wrong category why it tempts');
		for (const [wrong, { category }] of snippet.tempting.entries()) {
			if (category === snippet.category)
				at(
					['tempting', wrong, 'category'],
					`“${category}” is the right category`,
					'name a wrong one that tempts',
				);
			else if (!categories.has(category))
				at(
					['tempting', wrong, 'category'],
					`“${category}” is not a category of this item`,
					`use one of: ${[...categories].join(', ')}`,
				);
		}
	}
	return problems;
}
