import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { anyAnswer, anyItem, anyResponse, choiceItem, matchItem, type TestItem } from '../testing.ts';
import { choice } from './choice/choice.ts';
import type { AnyInteraction, Scored } from './interaction.ts';
import { match } from './match/match.ts';
import { interactionOf } from './registry.ts';
import type { Item } from './schemas.ts';

const itemAnd = <T>(toResponse: (item: TestItem) => fc.Arbitrary<T>) =>
	anyItem.chain((item) => fc.tuple(fc.constant(item), toResponse(item)));

function scoredOf(response: unknown, item: Item): Scored {
	const outcome = interactionOf(item).score(response, item);
	if (outcome.type === 'invalid') throw new Error(`not scored: ${outcome.code}`);
	return outcome;
}

const shuffled = (item: TestItem): fc.Arbitrary<Item> => {
	const orderOf = <T>(parts: T[]) => fc.shuffledSubarray(parts, { minLength: parts.length });
	return item.type === 'choice'
		? orderOf(item.options).map((options) => ({ ...item, options }))
		: fc
				.tuple(orderOf(item.snippets), orderOf(item.categories))
				.map(([snippets, categories]) => ({ ...item, snippets, categories }));
};

const byPart = ({ findings }: Scored) => new Map(findings.map((finding) => [finding.part, finding]));

describe('every interaction', () => {
	it('scores any response within 0…maxScore, or says what is missing', () => {
		fc.assert(
			fc.property(itemAnd(anyResponse), ([item, response]) => {
				const outcome = interactionOf(item).score(response, item);
				if (outcome.type === 'invalid') {
					expect(['nothing-chosen', 'incomplete']).toContain(outcome.code);
				} else {
					expect(outcome.maxScore).toBeGreaterThanOrEqual(1);
					expect(outcome.score).toBeGreaterThanOrEqual(0);
					expect(outcome.score).toBeLessThanOrEqual(outcome.maxScore);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('survives anything at all as a response', () => {
		fc.assert(
			fc.property(
				itemAnd(() => fc.anything()),
				([item, response]) => {
					const kept = interactionOf(item).keepRight(response, item);
					expect(interactionOf(item).score(response, item).type).toMatch(/^(invalid|scored)$/);
					expect(kept === undefined || typeof kept === 'object').toBe(true);
				},
			),
		);
	});

	it('gives full score to the correct response, and only right findings', () => {
		fc.assert(
			fc.property(anyItem, (item) => {
				const { score, maxScore, findings } = scoredOf(interactionOf(item).correctResponse(item), item);
				expect(score).toBe(maxScore);
				expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['right']));
			}),
		);
	});

	it('gives full score to nothing but the correct response', () => {
		fc.assert(
			fc.property(itemAnd(anyAnswer), ([item, response]) => {
				const { score, maxScore, findings } = scoredOf(response, item);
				expect(score === maxScore).toBe(findings.every(({ kind }) => kind === 'right'));
			}),
		);
	});

	it('does not care in which order its parts stand', () => {
		const arbitrary = itemAnd((item) => fc.tuple(anyAnswer(item), shuffled(item)));
		fc.assert(
			fc.property(arbitrary, ([item, [response, other]]) => {
				const before = scoredOf(response, item);
				const after = scoredOf(response, other);
				expect(after).toMatchObject({ score: before.score, maxScore: before.maxScore });
				expect(byPart(after)).toEqual(byPart(before));
			}),
		);
	});

	it('has something to say to each finding', () => {
		fc.assert(
			fc.property(itemAnd(anyAnswer), ([item, response]) => {
				for (const finding of scoredOf(response, item).findings) {
					const { about, text, reason } = interactionOf(item).feedback(finding, item);
					expect(about).not.toEqual([]);
					expect((text ?? reason ?? []).length).toBeGreaterThan(0);
				}
			}),
		);
	});

	it('keeps the right parts and no wrong one for the next try', () => {
		fc.assert(
			fc.property(itemAnd(anyAnswer), ([item, response]) => {
				fc.pre(item.type === 'match' || item.select === 'many');
				const right = scoredOf(response, item)
					.findings.filter(({ kind }) => kind === 'right')
					.map(({ part }) => part);
				const kept = interactionOf(item).keepRight(response, item);
				const parts = Array.isArray(kept) ? kept : Object.keys(kept ?? {});
				expect(new Set(parts)).toEqual(new Set(right));
			}),
		);
	});
});

describe('an item of another type', () => {
	const uses: [string, (interaction: AnyInteraction, item: Item) => unknown][] = [
		['score', (interaction, item) => interaction.score([], item)],
		['feedback', (interaction, item) => interaction.feedback({ kind: 'right', part: 'a' }, item)],
		['correctResponse', (interaction, item) => interaction.correctResponse(item)],
		['keepRight', (interaction, item) => interaction.keepRight([], item)],
	];

	it.each(uses)('is refused by %s as a programmer’s error', (_, use) => {
		expect(() => use(choice, matchItem())).toThrow(new TypeError('“match” is a match, not a choice'));
		expect(() => use(match, choiceItem())).toThrow(new TypeError('“choice” is a choice, not a match'));
	});
});
