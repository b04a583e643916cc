import { isRecord } from '../engine/interactions/interaction.ts';
import type { Item } from '../engine/interactions/schemas.ts';

/** One passage that was judged: whether it deserves trust, and whether the learner gave it. */
export type Judgement = { isSound: boolean; calledSound: boolean };

type Quality = 'sound' | 'weak' | undefined;
type Verdict = 'trust' | 'doubt' | undefined;

const judge = (quality: Quality, verdict: Verdict): Judgement[] =>
	quality && verdict ? [{ isSound: quality === 'sound', calledSound: verdict === 'trust' }] : [];

/** What an answer about two passages says of them: only a contradiction means that they can’t both stand. */
const verdictOf = (relation: unknown): Verdict => {
	if (typeof relation !== 'string' || relation === 'cant-tell') return undefined;
	return relation === 'contradicts' ? 'doubt' : 'trust';
};

/**
 * The judgements in a response that could be scored: each is a passage of known quality that met an answer with a
 * verdict. Answers without one (“an office or a role”) judge nothing. Marks aren’t judgements either: a stretch without a
 * mark was not called sound; it may not have been looked at. See docs/decisions/0005-what-counts-as-a-judgement.md.
 */
export function judgementsOf(item: Item, response: unknown): Judgement[] {
	switch (item.type) {
		case 'choice': {
			const chosen: unknown[] = Array.isArray(response) ? response : [];
			const verdicts = new Set(
				item.options.flatMap(({ id, verdict }) => (chosen.includes(id) ? [verdict] : [])),
			);
			const [verdict] = verdicts;
			return verdicts.size === 1 ? judge(item.quality, verdict) : [];
		}
		case 'match': {
			const given = new Map(Object.entries(isRecord(response) ? response : {}));
			const verdicts = new Map<unknown, Verdict>(item.categories.map(({ id, verdict }) => [id, verdict]));
			return item.snippets.flatMap(({ id, quality }) => judge(quality, verdicts.get(given.get(id))));
		}
		case 'associate':
			return judge(item.quality, verdictOf(isRecord(response) ? response.relation : undefined));
		default:
			return [];
	}
}
