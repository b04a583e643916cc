import { repeatedIds, type ItemProblem } from '../item-check.ts';
import type { AuthoredAssociateItem } from './schema.ts';

export function checkAssociate(item: AuthoredAssociateItem): ItemProblem[] {
	const problems = [...repeatedIds('a', item.a), ...repeatedIds('b', item.b)];
	const at = (path: PropertyKey[], message: string, advice: string) =>
		problems.push({ path, message, advice });
	for (const [index, side] of (['a', 'b'] as const).entries()) {
		const ids = item[side].map(({ id }) => id);
		const end = item.pair[index] ?? '';
		if (!ids.includes(end))
			at(['pair', index], `“${end}” is not a candidate of ${side}`, `use one of: ${ids.join(', ')}`);
		if (new Set(item[side].map(({ span }) => span.reading)).size > 1)
			at([side], `the candidates of ${side} come from different accounts`, 'take them all from one account');
	}
	if ((item.relation === 'contradicts') !== (item.clash !== undefined))
		at(
			['clash'],
			item.clash ? 'only a contradiction has a kind of clash' : 'it is not said what the two clash in',
			item.clash ? 'remove “clash”, or write “relation: contradicts”' : 'add “clash” and “clashFeedback”',
		);
	if (item.clash && !item.clashFeedback)
		at(['clash'], 'the kind of clash is not explained', 'add “clashFeedback”');
	if (!item.sameMatter && !['compatible', 'cant-tell'].includes(item.relation))
		at(
			['relation'],
			`claims about different matters cannot be “${item.relation}”`,
			'write compatible or cant-tell, or “sameMatter: true”',
		);
	for (const [index, wrong] of item.tempting.entries()) {
		if ((wrong.relation === undefined) === (wrong.clash === undefined))
			at(
				['tempting', index],
				'this needs exactly one of relation and clash',
				'say which wrong answer it is about',
			);
		if (wrong.relation === item.relation || (wrong.clash !== undefined && wrong.clash === item.clash))
			at(['tempting', index], 'this is the right answer', 'name a wrong one that tempts');
	}
	return problems;
}
