import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { checkOriginals } from '../../src/lib/content/check-originals.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { formatProblem } from '../../src/lib/content/problem.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import type { Finding } from '../../src/lib/engine/interactions/interaction.ts';
import { relations } from '../../src/lib/engine/interactions/associate/vocabulary.ts';
import { interactionOf } from '../../src/lib/engine/interactions/registry.ts';
import type { Item } from '../../src/lib/engine/interactions/schemas.ts';
import { plainText } from '../../src/lib/text/rich-text.ts';

const folderAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The articles are not ours to publish, so they lie outside the repository. */
const articles = folderAt('../../../shared/articles');

const { content, problems } = checkContent(readFiles(folderAt('../../lessons')));
const lessons = content && problems.length === 0 ? compileContent(content).lessons : [];

type Of<T extends Item['type']> = Extract<Item, { type: T }>;

const isItem = (step: (typeof lessons)[number]['steps'][number]): step is Item => step.type !== 'explanation';

const items = lessons.flatMap((lesson) =>
	lesson.steps.filter(isItem).map((item) => ({ name: `${lesson.id} › ${item.id}`, item })),
);

const itemsOf = <T extends Item['type']>(type: T) =>
	items.flatMap(({ name, item }) => (item.type === type ? [{ name, item: item as Of<T> }] : []));

const scoredOf = (item: Item, response: unknown) => {
	const outcome = interactionOf(item).score(response, item);
	if (outcome.type === 'invalid') throw new Error(`the response is invalid: ${outcome.code}`);
	return outcome;
};

/** What is said to the one wrong part of a response. */
function feedbackTo(item: Item, findings: readonly Finding[], part: string) {
	const finding = findings.find((finding) => finding.kind === 'wrong' && finding.part === part);
	if (!finding) throw new Error(`nothing wrong was found at ${part}`);
	const { text = [], reason = [] } = interactionOf(item).feedback(finding, item);
	return { text: plainText(text), reason: plainText(reason) };
}

describe('the lessons', () => {
	it('have no problems', () => {
		expect(problems.map(formatProblem)).toEqual([]);
	});

	it('are there', () => {
		expect(lessons.length).toBeGreaterThan(0);
		expect(items.length).toBeGreaterThan(0);
	});

	it.runIf(existsSync(articles))('quote only what stands in the articles', () => {
		expect(content && checkOriginals(content, readFiles(articles)).map(formatProblem)).toEqual([]);
	});
});

describe.each(items)('$name', ({ item }) => {
	it('gives its correct response the full score', () => {
		const { score, maxScore, findings } = scoredOf(item, interactionOf(item).correctResponse(item));
		expect(score).toBe(maxScore);
		// Own words are compared by the learner, so there is nothing to score.
		expect(maxScore > 0).toBe(item.type !== 'extended-text');
		expect(findings.filter(({ kind }) => kind !== 'right')).toEqual([]);
	});

	it('doesn’t score an empty response', () => {
		for (const empty of [undefined, null, [], {}, ''])
			expect(interactionOf(item).score(empty, item)).toMatchObject({ type: 'invalid' });
	});
});

describe.each(itemsOf('choice'))('$name', ({ item }) => {
	const right = item.options.filter(({ correct }) => correct).map(({ id }) => id);
	const wrong = item.options.filter(({ correct }) => !correct);

	it.each(wrong)('gives “$id” less than the full score and feedback of its own', ({ id, feedback }) => {
		const { score, maxScore, findings } = scoredOf(item, item.select === 'one' ? [id] : [...right, id]);
		expect(score).toBeLessThan(maxScore);
		expect(feedbackTo(item, findings, id).text).toBe(plainText(feedback));
		expect(item.options.filter((other) => plainText(other.feedback) === plainText(feedback))).toHaveLength(1);
	});
});

describe.each(itemsOf('match'))('$name', ({ item }) => {
	const correct = Object.fromEntries(item.snippets.map(({ id, category }) => [id, category]));

	it.each(item.snippets)('gives “$id” in a wrong category a point less and feedback', (snippet) => {
		for (const { id, sign } of item.categories.filter(({ id }) => id !== snippet.category)) {
			const { score, maxScore, findings } = scoredOf(item, { ...correct, [snippet.id]: id });
			const tempting = snippet.tempting.find(({ category }) => category === id);
			expect(score).toBe(maxScore - 1);
			expect(feedbackTo(item, findings, snippet.id)).toEqual({
				text: plainText(tempting?.feedback ?? sign),
				reason: plainText(snippet.feedback),
			});
		}
	});

	it('has a sign of its own for every category', () => {
		const signs = item.categories.map(({ sign }) => plainText(sign));
		expect(new Set(signs).size).toBe(signs.length);
	});
});

describe.each(itemsOf('inline-choice'))('$name', ({ item }) => {
	const correct = Object.fromEntries(
		item.gaps.map((gap) => [gap.id, gap.options.find((option) => option.correct)?.id ?? '']),
	);

	it.each(item.gaps)('gives a wrong wording in “$id” a point less and feedback of its own', (gap) => {
		for (const { id, feedback } of gap.options.filter((option) => !option.correct)) {
			const { score, maxScore, findings } = scoredOf(item, { ...correct, [gap.id]: id });
			expect(score).toBe(maxScore - 1);
			expect(feedbackTo(item, findings, gap.id).text).toBe(plainText(feedback));
		}
	});
});

describe.each(itemsOf('associate'))('$name', ({ item }) => {
	const [a, b] = item.pair;
	const correct = {
		a,
		b,
		same: item.sameMatter,
		relation: item.relation,
		...(item.clash && { clash: item.clash }),
	};

	it.each(relations.filter((relation) => relation !== item.relation))(
		'gives the wrong relation “%s” less than the full score and feedback',
		(relation) => {
			const response = { ...correct, relation, clash: relation === 'contradicts' ? 'number' : undefined };
			const { score, maxScore, findings } = scoredOf(item, response);
			const tempting = item.tempting.find((wrong) => wrong.relation === relation);
			expect(score).toBeLessThan(maxScore);
			expect(feedbackTo(item, findings, 'relation').text).not.toBe('');
			if (tempting) expect(feedbackTo(item, findings, 'relation').text).toBe(plainText(tempting.feedback));
		},
	);

	it('gives the wrong answer to “same matter?” less than the full score, and says why', () => {
		const { score, maxScore, findings } = scoredOf(item, { ...correct, same: !item.sameMatter });
		expect(score).toBeLessThan(maxScore);
		expect(feedbackTo(item, findings, 'same').reason).toBe(plainText(item.sameMatterFeedback));
	});
});

describe.each(itemsOf('order'))('$name', ({ item }) => {
	it('gives an order with one link out of place less than the full score, and says where it belongs', () => {
		const [first = '', second = '', ...rest] = item.links.map(({ id }) => id);
		const { score, maxScore, findings } = scoredOf(item, [second, first, ...rest]);
		const [wrong] = findings.filter(({ kind }) => kind === 'wrong');
		expect(score).toBeLessThan(maxScore);
		expect(feedbackTo(item, findings, wrong?.part ?? '').reason).not.toBe('');
	});
});

describe.each(itemsOf('mark'))('$name', ({ item }) => {
	const key = item.key.filter(({ given }) => !(given && item.start === 'half-marked'));
	const full = key.map(({ core, label }) => ({ ...core, label }));

	it('gives less than the full score where a mark is missing, and says what it was', () => {
		for (const [index, { span }] of key.entries()) {
			if (full.length === 1) continue;
			const { score, findings } = scoredOf(
				item,
				full.filter((_, other) => other !== index),
			);
			const missed = findings.find(({ part }) => part === span.span);
			expect(score).toBeLessThan(1);
			expect(missed?.kind).toBe('missed');
			expect(plainText((missed && interactionOf(item).feedback(missed, item).reason) ?? [])).not.toBe('');
		}
		expect(full.length).toBeGreaterThan(0);
	});

	it('says something of its own to a mark in every place where one tempts', () => {
		const isKey = (words: { from: number; to: number }) =>
			key.some(({ core }) => core.from < words.to && core.to > words.from);
		const feedbacks = item.clean.map(({ feedback }) => plainText(feedback));
		expect(new Set(feedbacks).size).toBe(feedbacks.length);
		for (const { words } of item.clean.filter((zone) => !isKey(zone.words))) {
			const { findings } = scoredOf(item, [{ ...words, label: item.labels[0]?.id }]);
			const found = findings.find(({ kind }) => kind === 'wrong');
			if (found) expect(feedbacks).toContain(plainText(interactionOf(item).feedback(found, item).text ?? []));
		}
	});
});
