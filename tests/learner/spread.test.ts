import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { asksPair } from '../../src/lib/engine/interactions/associate/associate.ts';
import { clashTypes, relations } from '../../src/lib/engine/interactions/associate/vocabulary.ts';
import { loadInteractions } from '../../src/lib/engine/interactions/registry.ts';
import { resultOf } from '../../src/lib/engine/lesson-result.ts';
import { replay } from '../../src/lib/engine/replay.ts';
import { Dice, perfect, workThrough, type Learner } from './simulated-learners.ts';

await loadInteractions();

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
const { lessons } = compileContent(content);

const idOf = (part: { id: string } | undefined): string => part?.id ?? '';

const each = (parts: readonly { id: string }[], answer: string) =>
	Object.fromEntries(parts.map(({ id }) => [id, answer]));

/** Takes what comes first, wherever something can be taken. Options come in an order of chance. */
const first: Learner = (item, dice) => {
	const answer = (): unknown => {
		switch (item.type) {
			case 'choice':
				return [dice.pick(item.options).id];
			case 'match':
				return each(item.snippets, idOf(item.categories[0]));
			case 'inline-choice':
				return Object.fromEntries(item.gaps.map(({ id, options }) => [id, dice.pick(options).id]));
			case 'associate':
				return {
					...(asksPair(item) && { a: idOf(item.a[0]), b: idOf(item.b[0]) }),
					same: true,
					relation: relations[0],
				};
			case 'order':
				return dice.shuffle(item.links.map(idOf));
			case 'mark':
				return [{ from: item.field.from, to: item.field.from + 1, label: idOf(item.labels[0]) }];
			case 'extended-text':
				return undefined;
		}
	};
	return { response: answer(), confidence: 'sure' };
};

/** Doubts every passage, sees contradictions everywhere and marks all there is. */
const suspicious: Learner = (item, dice) => {
	const doubts = ({ verdict }: { verdict?: string | undefined }) => verdict === 'doubt';
	switch (item.type) {
		case 'choice': {
			const doubting = item.options.filter(doubts).map(idOf);
			if (doubting.length === 0) break;
			return { response: item.select === 'many' ? doubting : doubting.slice(0, 1), confidence: 'sure' };
		}
		case 'match': {
			const doubting = item.categories.find(doubts) ?? item.categories.at(-1);
			return { response: each(item.snippets, idOf(doubting)), confidence: 'sure' };
		}
		case 'associate': {
			const pair = asksPair(item) && { a: idOf(item.a[0]), b: idOf(item.b[0]) };
			const response = { ...pair, same: true, relation: 'contradicts', clash: clashTypes[0] };
			return { response, confidence: 'sure' };
		}
		case 'mark':
			return { response: [{ ...item.field, label: idOf(item.labels[0]) }], confidence: 'sure' };
	}
	return first(item, dice);
};

/** The share of the whole module's points, 0…1, with one try an item. */
function shareOf(learner: Learner, seed: number): number {
	const dice = new Dice(seed);
	const results = lessons.map((lesson) =>
		resultOf(replay(workThrough(lesson, learner, dice), lesson).context),
	);
	const total = (key: 'score' | 'maxScore') => results.reduce((sum, result) => sum + result[key], 0);
	return total('score') / total('maxScore');
}

const seeds = Array.from({ length: 10 }, (_, seed) => seed + 1);

describe('of the module’s points', () => {
	it('a learner who answers everything right gets all', () => {
		expect(shareOf(perfect, 1)).toBe(1);
	});

	it.each(seeds)('a learner who always takes the first answer gets less than 45 %% (seed %i)', (seed) => {
		expect(shareOf(first, seed)).toBeLessThan(0.45);
	});

	it.each(seeds)('a learner who suspects everything gets less than half (seed %i)', (seed) => {
		expect(shareOf(suspicious, seed)).toBeLessThan(0.5);
	});
});
