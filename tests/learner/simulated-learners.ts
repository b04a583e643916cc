/** Learners made of a rule and of chance, who answer the real lessons. */
import { recordVersion, type AttemptRecord } from '../../src/lib/engine/attempt-record.ts';
import { asksPair } from '../../src/lib/engine/interactions/associate/associate.ts';
import { clashTypes, relations } from '../../src/lib/engine/interactions/associate/vocabulary.ts';
import { interactionOf } from '../../src/lib/engine/interactions/registry.ts';
import type { Item } from '../../src/lib/engine/interactions/schemas.ts';
import { confidenceLevels, type Confidence } from '../../src/lib/engine/confidence.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import type { LearnerAction } from '../../src/lib/engine/lesson-machine.ts';
import { itemsOf } from '../../src/lib/engine/lesson-plan.ts';
import { mulberry32, seededOrder } from '../../src/lib/engine/seeded-order.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';

/** Everything that is left to chance in one run. */
export class Dice {
	readonly #seed: number;
	readonly #numbers;
	#shuffles = 0;

	constructor(seed: number) {
		this.#seed = seed;
		this.#numbers = mulberry32(seed);
	}

	number(): number {
		return this.#numbers.next().value;
	}

	pick<T>(parts: readonly T[]): T {
		const part = parts[Math.floor(this.number() * parts.length)];
		if (part === undefined) throw new Error('there is nothing to pick from');
		return part;
	}

	shuffle<T>(parts: readonly T[]): T[] {
		this.#shuffles += 1;
		return seededOrder(parts, this.#seed, String(this.#shuffles));
	}
}

/** How a learner answers; `undefined` for own words. */
export type Learner = (item: Item, dice: Dice) => { response: unknown; confidence: Confidence };

const right = (item: Item): unknown => interactionOf(item).correctResponse(item);

const mapParts = <T extends { id: string }>(parts: readonly T[], choose: (part: T) => string) =>
	Object.fromEntries(parts.map((part) => [part.id, choose(part)]));

const idOf = (part: { id: string }): string => part.id;

function guess(item: Item, dice: Dice): unknown {
	switch (item.type) {
		case 'choice': {
			if (item.select === 'one') return [dice.pick(item.options).id];
			const chosen = item.options.filter(() => dice.number() < 0.5).map(idOf);
			return chosen.length > 0 ? chosen : [dice.pick(item.options).id];
		}
		case 'match':
			return mapParts(item.snippets, () => dice.pick(item.categories).id);
		case 'inline-choice':
			return mapParts(item.gaps, ({ options }) => dice.pick(options).id);
		case 'associate':
			return {
				...(asksPair(item) && { a: dice.pick(item.a).id, b: dice.pick(item.b).id }),
				same: dice.number() < 0.5,
				relation: dice.pick(relations),
				clash: dice.pick(clashTypes),
			};
		case 'order':
			return dice.shuffle(item.links.map(idOf));
		case 'mark': {
			const from = item.field.from + Math.floor(dice.number() * (item.field.to - item.field.from - 1));
			return [{ from, to: from + 1, label: dice.pick(item.labels).id }];
		}
		case 'extended-text':
			return undefined;
	}
}

/** Says the same of every passage wherever an answer lets it, else answers rightly. */
function judgeAll(verdict: 'trust' | 'doubt', item: Item, dice: Dice): unknown {
	const saysSo = (part: { verdict?: string | undefined }) => part.verdict === verdict;
	switch (item.type) {
		case 'choice': {
			const options = item.options.filter(saysSo);
			return item.quality && options.length > 0 ? [dice.pick(options).id] : right(item);
		}
		case 'match': {
			const categories = item.categories.filter(saysSo);
			return mapParts(item.snippets, ({ quality, category }) =>
				quality && categories.length > 0 ? dice.pick(categories).id : category,
			);
		}
		case 'associate': {
			const relation = verdict === 'doubt' ? 'contradicts' : dice.pick(['same', 'compatible', 'framing']);
			const [a, b] = item.pair;
			return item.quality ? { a, b, same: true, relation, clash: dice.pick(clashTypes) } : right(item);
		}
		default:
			return right(item);
	}
}

const has =
	(misconception: string) =>
	(part: { misconception?: string | undefined }): boolean =>
		part.misconception === misconception;

/** Gives the answer that the misconception leads to, where there is one, else the right one. */
function misled(misconception: string, item: Item): unknown {
	const isLure = has(misconception);
	switch (item.type) {
		case 'choice': {
			const lure = item.options.find(isLure);
			if (!lure) return right(item);
			const rightOnes = item.options.filter(({ correct }) => correct);
			return item.select === 'one' ? [lure.id] : [...rightOnes, lure].map(idOf);
		}
		case 'match':
			return mapParts(item.snippets, ({ tempting, category }) => tempting.find(isLure)?.category ?? category);
		case 'inline-choice':
			return mapParts(
				item.gaps,
				({ options }) => (options.find(isLure) ?? options.find((o) => o.correct))?.id ?? '',
			);
		case 'associate': {
			const tempting = item.tempting.find((wrong) => isLure(wrong) && wrong.relation);
			const [a, b] = item.pair;
			return tempting
				? { a, b, same: item.sameMatter, relation: tempting.relation, clash: clashTypes[0] }
				: right(item);
		}
		case 'mark': {
			const kept = item.key.filter((mark) => !isLure(mark) && !(item.start === 'half-marked' && mark.given));
			const label = item.labels[0]?.id ?? '';
			return [
				...kept.map((mark) => ({ ...mark.core, label: mark.label })),
				...item.clean.filter(isLure).map(({ words }) => ({ ...words, label })),
			];
		}
		default:
			return right(item);
	}
}

const surely = (response: unknown): ReturnType<Learner> => ({ response, confidence: 'sure' });

export const perfect: Learner = (item) => surely(right(item));

export const guesser: Learner = (item, dice) => ({
	response: guess(item, dice),
	confidence: dice.pick(confidenceLevels),
});

/** Doubts, or trusts, nine passages of ten, whatever they are; the tenth is judged rightly. */
const biased =
	(verdict: 'trust' | 'doubt'): Learner =>
	(item, dice) =>
		surely(dice.number() < 0.9 ? judgeAll(verdict, item, dice) : right(item));

export const cynic = biased('doubt');
export const truster = biased('trust');

/** Knows a third of the answers and is sure of all. */
export const overConfident: Learner = (item, dice) =>
	surely(dice.number() < 1 / 3 ? right(item) : guess(item, dice));

/** Follows the misconception two times out of three, and knows everything else. */
export const withMisconception =
	(misconception: string): Learner =>
	(item, dice) =>
		surely(dice.number() < 2 / 3 ? misled(misconception, item) : right(item));

/** The record of a learner who answers every item of a lesson once. */
export function workThrough(lesson: Lesson, learner: Learner, dice: Dice): AttemptRecord {
	const attempt = `attempt-at-${lesson.id}`;
	const checks = itemsOf(lesson)
		.filter(isJudged)
		.map((item, index): LearnerAction => {
			const { response, confidence } = learner(item, dice);
			const at = 1_000 * (index + 1);
			return { type: 'check', item: item.id, response, at, ...(item.confidence && { confidence }) };
		});
	const finish: LearnerAction = { type: 'finish', at: 1_000 * (checks.length + 1) };
	return [
		{
			attempt,
			seq: 0,
			type: 'started',
			version: recordVersion,
			lesson: lesson.id,
			hash: lesson.hash,
			seed: 1,
			settings: lesson.settings,
			at: 0,
		},
		...[...checks, finish].map((action, index) => ({ attempt, seq: index + 1, ...action })),
	];
}
