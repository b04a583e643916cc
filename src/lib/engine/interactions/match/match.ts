import { defineInteraction, isRecord, type Finding } from '../interaction.ts';
import type { MatchItem } from './schema.ts';

/** Snippet id → category id. */
export type MatchResponse = Record<string, string>;

export const match = defineInteraction<MatchItem, MatchResponse>('match', {
	parse(data, item) {
		if (!isRecord(data)) return undefined;
		const snippets = new Set(item.snippets.map(({ id }) => id));
		const categories = new Set(item.categories.map(({ id }) => id));
		const pairs = Object.entries(data).filter(
			(pair): pair is [string, string] => typeof pair[1] === 'string' && categories.has(pair[1]),
		);
		if (pairs.length < Object.keys(data).length) return undefined;
		return pairs.every(([snippet]) => snippets.has(snippet)) ? Object.fromEntries(pairs) : undefined;
	},

	/** The share of right pairs: one point a snippet. All snippets need a category before it is scored. */
	score(response, item) {
		const given = new Map(Object.entries(response));
		if (given.size === 0) return { type: 'invalid', code: 'nothing-chosen' };
		if (given.size < item.snippets.length) return { type: 'invalid', code: 'incomplete' };
		const findings = item.snippets.map(({ id, category }): Finding => {
			const answer = given.get(id) ?? '';
			return { kind: answer === category ? 'right' : 'wrong', part: id, answer };
		});
		const score = findings.filter(({ kind }) => kind === 'right').length;
		return { type: 'scored', score, maxScore: item.snippets.length, findings };
	},

	feedback({ kind, part, answer }, item) {
		const snippet = item.snippets.find(({ id }) => id === part);
		if (!snippet) throw new TypeError(`“${part}” is not a snippet of “${item.id}”`);
		const about = snippet.text;
		if (kind === 'right') return { about, text: snippet.feedback };
		const tempting = snippet.tempting.find(({ category }) => category === answer);
		return {
			about,
			text: tempting?.feedback ?? item.categories.find(({ id }) => id === answer)?.sign ?? [],
			reason: snippet.feedback,
			...(tempting?.misconception && { misconception: tempting.misconception }),
		};
	},

	correctResponse: (item) => Object.fromEntries(item.snippets.map(({ id, category }) => [id, category])),

	keepRight: (response, item) =>
		Object.fromEntries(
			item.snippets.flatMap(({ id, category }) => (response[id] === category ? [[id, category]] : [])),
		),
});
