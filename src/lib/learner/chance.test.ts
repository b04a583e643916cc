import { describe, expect, it } from 'vitest';
import { interactionOf } from '../engine/interactions/registry.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import {
	associateItem,
	candidate,
	choiceItem,
	inlineChoiceItem,
	manyItem,
	markItem,
	matchItem,
	orderItem,
} from '../engine/testing.ts';
import { clashTypes, relations } from '../engine/interactions/associate/vocabulary.ts';
import { chanceOf } from './chance.ts';

const subsets = (ids: string[]): string[][] =>
	ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);

const orders = (ids: string[]): string[][] =>
	ids.length < 2
		? [ids]
		: ids.flatMap((id) => orders(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));

const product = (lists: [string, string[]][]): Record<string, string>[] =>
	lists.reduce<Record<string, string>[]>(
		(sets, [key, values]) => sets.flatMap((set) => values.map((value) => ({ ...set, [key]: value }))),
		[{}],
	);

const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

/** The mean share over all answers that can be given, each as likely as any other. */
function meanOf(item: Item, responses: unknown[]): number {
	const shares = responses.map((response) => {
		const outcome = interactionOf(item).score(response, item);
		if (outcome.type === 'invalid') throw new Error(`${JSON.stringify(response)} can’t be scored`);
		return outcome.score / outcome.maxScore;
	});
	return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

const choice = choiceItem();
const many = manyItem();
const match = matchItem();
const inline = inlineChoiceItem();
const chain = orderItem(['a', 'b', 'c', 'd', 'e', 'f']);
const pair = associateItem();
const given = associateItem({ a: [candidate('a1')], b: [candidate('b1')] });
const agreeing = associateItem({ relation: 'compatible', clash: undefined });

const linked = ({ a, b }: typeof pair) =>
	idsOf(a).flatMap((first) =>
		idsOf(b).flatMap((second) =>
			[true, false].flatMap((same) =>
				relations.flatMap((relation) =>
					// As likely as the others: the kind of clash is asked only after “contradicts”.
					clashTypes.map((clash) => ({ a: first, b: second, same, relation, clash })),
				),
			),
		),
	);

describe('what blind guessing earns is the mean over all answers', () => {
	it.each<[string, Item, unknown[]]>([
		['one choice', choice, idsOf(choice.options).map((id) => [id])],
		['several choices', many, subsets(idsOf(many.options)).slice(1)],
		['sorting', match, product(match.snippets.map(({ id }) => [id, idsOf(match.categories)]))],
		['wording', inline, product(inline.gaps.map(({ id, options }) => [id, idsOf(options)]))],
		['an order', chain, orders(idsOf(chain.links))],
		['a pair', pair, linked(pair)],
		['a given pair', given, linked(given)],
		['a pair without a clash', agreeing, linked(agreeing)],
	])('for %s', (_, item, responses) => {
		expect(chanceOf(item)).toBeCloseTo(meanOf(item, responses), 10);
	});

	it('is nothing for marks, whose score has it taken off', () => {
		expect(chanceOf(markItem())).toBe(0);
	});
});
