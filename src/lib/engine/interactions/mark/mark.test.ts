import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlap, type WordRange } from '../../../text/words.ts';
import { anyMark, anyMarks, keyMark, made, markItem, range, ref, rich } from '../../testing.ts';
import type { Finding } from '../interaction.ts';
import {
	agreementOf,
	effortlessF1,
	givenMarks,
	mark,
	marksToFix,
	wordsOfFinding,
	type Mark,
} from './mark.ts';
import type { MarkItem } from './schema.ts';

/** An item whose whole key is marked `x`. */
const keyed = (...cores: WordRange[]) =>
	markItem({ key: cores.map((core, index) => keyMark(`k${index + 1}`, 'x', core)) });

/** The score of marks that can be scored. */
function scoreOf(marks: readonly Mark[], item: MarkItem): number {
	const outcome = mark.score(marks, item);
	if (outcome.type === 'invalid') throw new TypeError(`not to be scored: ${outcome.code}`);
	expect(outcome.maxScore).toBe(1);
	return outcome.score;
}

function findingsOf(marks: readonly Mark[], item: MarkItem): Finding[] {
	const outcome = mark.score(marks, item);
	return outcome.type === 'scored' ? outcome.findings : [];
}

const perfect = ({ key }: MarkItem): Mark[] =>
	key.filter(({ given }) => !given).map((wanted) => ({ ...wanted.core, label: wanted.label }));

const exact = perfect(markItem());

/** Items that can tell reading from marking everything, as the checks of the content ask. */
const anyFairMark = anyMark.filter((item) => effortlessF1(item) <= 0.6);

const anyAnswered = anyFairMark.chain((item) => anyMarks(item).map((marks) => ({ item, marks })));

describe('how well marks agree with the key', () => {
	it.each([
		[
			'one long mark over two short ones of the key',
			[made(0, 100)],
			[range(0, 10), range(50, 60)],
			0.2,
			1,
			1 / 3,
		],
		['half of a mark beside the key', [made(5, 15)], [range(0, 10)], 0.5, 0.5, 0.5],
		['the key itself', [made(0, 10), made(50, 60)], [range(0, 10), range(50, 60)], 1, 1, 1],
		['a mark twice too long', [made(10, 30)], [range(10, 20)], 0.5, 1, 2 / 3],
		['a mark half too short', [made(10, 15)], [range(10, 20)], 1, 0.5, 2 / 3],
		['one of two found', [made(10, 20)], [range(10, 20), range(40, 50)], 1, 0.5, 2 / 3],
		['one right, one wrong', [made(10, 20), made(150, 152)], [range(10, 20)], 0.5, 1, 2 / 3],
		['marks in the wrong place', [made(150, 160)], [range(10, 20)], 0, 0, 0],
		['no marks', [], [range(10, 20)], 0, 0, 0],
		[
			'a short and a long key mark alike, however long',
			[made(10, 12)],
			[range(10, 12), range(40, 80)],
			1,
			0.5,
			2 / 3,
		],
	])('%s', (_, marks, cores, precision, recall, f1) => {
		const agreement = agreementOf(marks, keyed(...cores));
		expect(agreement.precision).toBeCloseTo(precision, 10);
		expect(agreement.recall).toBeCloseTo(recall, 10);
		expect(agreement.f1).toBeCloseTo(f1, 10);
	});

	it('gives nothing for the right words with the wrong label', () => {
		expect(agreementOf([made(10, 20, 'y')], keyed(range(10, 20)))).toEqual({
			precision: 0,
			recall: 0,
			f1: 0,
		});
	});

	it.each([
		['a mark of eight words in ten', [made(10, 18)], 1],
		['a mark of seven words in ten', [made(10, 17)], 0.7],
	])('counts a key mark as found from 80 % on: %s', (_, marks, recall) => {
		expect(agreementOf(marks, keyed(range(10, 20))).recall).toBeCloseTo(recall, 10);
	});

	it.each([
		['eight words of ten belong', [made(12, 22)], 1],
		['ten words of thirteen belong', [made(10, 23)], 10 / 13],
	])('counts a mark as right from 80 % on: %s', (_, marks, precision) => {
		expect(agreementOf(marks, keyed(range(10, 20))).precision).toBeCloseTo(precision, 10);
	});

	it('counts words that are marked twice with one label once', () => {
		const twice = agreementOf([made(10, 16), made(12, 18), made(10, 16)], keyed(range(10, 26)));
		expect(twice).toMatchObject({ precision: 1, recall: 0.5 });
	});

	it('counts words of the key even where they reach into an arguable place', () => {
		const zones = [{ span: ref('arguable'), note: rich('Why readers differ'), words: range(15, 25) }];
		const item = markItem({ key: [keyMark('k1', 'x', range(10, 20))], arguable: zones });
		expect(agreementOf([made(10, 15), made(15, 20, 'y')], item)).toMatchObject({
			precision: 0.5,
			recall: 0.5,
		});
	});

	it('never passes 1, whatever overlaps', () => {
		fc.assert(
			fc.property(anyAnswered, ({ item, marks }) => {
				const { precision, recall, f1 } = agreementOf([...marks, ...marks], item);
				for (const share of [precision, recall, f1]) {
					expect(share).toBeGreaterThanOrEqual(0);
					expect(share).toBeLessThanOrEqual(1);
				}
			}),
		);
	});
});

describe('the score of marks', () => {
	it('is 1 for exactly the key', () => {
		expect(scoreOf(exact, markItem())).toBe(1);
	});

	it.each([
		['with the article', range(9, 11)],
		['without the article', range(10, 11)],
	])('is 1 %s before the words of the key', (_, words) => {
		const key = [keyMark('k1', 'x', range(10, 11), { loose: [range(9, 10)] })];
		expect(scoreOf([{ ...words, label: 'x' }], markItem({ key }))).toBe(1);
	});

	it('is less with words before the article', () => {
		const key = [keyMark('k1', 'x', range(10, 11), { loose: [range(9, 10)] })];
		expect(scoreOf([made(8, 11)], markItem({ key }))).toBeLessThan(1);
	});

	it.each([
		['a mark is missing', exact.slice(1)],
		['a mark has the wrong label', [...exact.slice(1), made(10, 20, 'y')]],
		['a mark is too long', [...exact.slice(1), made(10, 40)]],
		['a mark is too short', [...exact.slice(1), made(10, 13)]],
		['a mark stands where nothing is', [...exact, made(180, 182)]],
		['a mark stands where one tempts', [...exact, made(130, 131)]],
	])('lies between 0 and 1 where %s', (_, marks) => {
		const score = scoreOf(marks, markItem());
		expect(score).toBeGreaterThan(0.3);
		expect(score).toBeLessThan(1);
	});

	it('is (F1 − effortless) / (1 − effortless)', () => {
		// One label over all 200 words, of which 10 are arguable: precision 10/190, recall 1.
		const effortless = (2 * (10 / 190)) / (10 / 190 + 1);
		const item = keyed(range(10, 20));
		expect(effortlessF1(item)).toBeCloseTo(effortless, 10);
		expect(scoreOf([made(10, 15)], item)).toBeCloseTo((2 / 3 - effortless) / (1 - effortless), 10);
	});

	it('is the same with a mark in an arguable place, and with one that reaches into it', () => {
		const item = markItem({ key: [keyMark('k1', 'x', range(95, 100))] });
		expect(scoreOf([made(95, 100), made(102, 106, 'y')], item)).toBe(1);
		expect(scoreOf([made(95, 110)], item)).toBe(1);
	});

	it('is 0 for marks in arguable places alone', () => {
		expect(scoreOf([made(100, 110)], markItem())).toBe(0);
	});

	it('has to wait for a mark', () => {
		expect(mark.score([], markItem())).toEqual({ type: 'invalid', code: 'nothing-chosen' });
	});

	it('lies within 0 and 1', () => {
		fc.assert(
			fc.property(
				anyMark.chain((item) => anyMarks(item).map((marks) => ({ item, marks }))),
				({ item, marks }) => {
					expect(scoreOf(marks, item)).toBeGreaterThanOrEqual(0);
					expect(scoreOf(marks, item)).toBeLessThanOrEqual(1);
				},
			),
		);
	});

	it('is 1 for the correct response, whatever the item', () => {
		fc.assert(
			fc.property(anyFairMark, (item) => {
				expect(mark.correctResponse(item)).toEqual(perfect(item));
				expect(scoreOf(perfect(item), item)).toBe(1);
			}),
		);
	});

	it('does not depend on the order of the marks', () => {
		const anyOrders = anyAnswered.chain(({ item, marks }) =>
			fc.shuffledSubarray(marks, { minLength: marks.length }).map((shuffled) => ({ item, marks, shuffled })),
		);
		fc.assert(
			fc.property(anyOrders, ({ item, marks, shuffled }) => {
				expect(scoreOf(shuffled, item)).toBeCloseTo(scoreOf(marks, item), 10);
			}),
		);
	});

	it('gains nothing from cutting right marks in two', () => {
		fc.assert(
			fc.property(anyFairMark, fc.nat(), (item, pick) => {
				const halves = perfect(item).flatMap(({ from, to, label: id }) => {
					const middle = from + (pick % (to - from));
					return middle === from ? [made(from, to, id)] : [made(from, middle, id), made(middle, to, id)];
				});
				expect(scoreOf(halves, item)).toBe(1);
			}),
		);
	});
});

describe('marking more than one has read', () => {
	it('never beats the perfect answer', () => {
		fc.assert(
			fc.property(anyAnswered, ({ item, marks }) => {
				expect(scoreOf([...perfect(item), ...marks], item)).toBeLessThanOrEqual(scoreOf(perfect(item), item));
			}),
		);
	});

	it('costs where a mark besides the perfect answer stands apart from the key and counts', () => {
		const isFree = (words: WordRange, item: MarkItem) =>
			[
				...item.arguable.map((zone) => zone.words),
				...item.key.flatMap(({ core, loose }) => [core, ...loose]),
			].some((other) => overlap({ from: other.from - 1, to: other.to + 1 }, words) > 0);
		const withExtra = anyFairMark.chain((item) =>
			fc
				.tuple(fc.integer({ min: item.field.from, max: item.field.to - 1 }), fc.constantFrom(...item.labels))
				.map(([word, { id }]) => ({ item, extra: made(word, word + 1, id) })),
		);
		fc.assert(
			fc.property(withExtra, ({ item, extra }) => {
				fc.pre(!isFree(extra, item));
				expect(scoreOf([...perfect(item), extra], item)).toBeLessThan(1);
			}),
		);
	});

	it('earns nothing for the whole field with any one label', () => {
		fc.assert(
			fc.property(anyMark, (item) => {
				for (const { id } of item.labels) expect(scoreOf([{ ...item.field, label: id }], item)).toBe(0);
			}),
		);
	});

	it('earns nothing where the whole field is the key', () => {
		expect(scoreOf([made(0, 200)], keyed(range(0, 200)))).toBe(0);
	});
});

describe('an item that starts half-marked', () => {
	const item = markItem({
		start: 'half-marked',
		key: [
			keyMark('k1', 'x', range(10, 20), { given: true }),
			keyMark('k2', 'y', range(40, 50)),
			keyMark('k3', 'x', range(70, 80)),
		],
	});

	it('says which marks are given, and asks only for the others', () => {
		expect(givenMarks(item).map(({ span }) => span.span)).toEqual(['k1']);
		expect(mark.correctResponse(item)).toEqual([made(40, 50, 'y'), made(70, 80)]);
		expect(scoreOf(exact.slice(1), item)).toBe(1);
		expect(marksToFix(item)).toEqual([]);
	});

	it('neither counts nor charges a mark on given words', () => {
		expect(scoreOf(exact, item)).toBe(1);
		expect(scoreOf([made(10, 20)], item)).toBe(0);
		expect(findingsOf([made(40, 50, 'y'), made(12, 14, 'y')], item)).toEqual([
			{ kind: 'right', part: 'k2' },
			{ kind: 'missed', part: 'k3' },
		]);
	});

	it('calls a mark right only by the words that count', () => {
		const near = markItem({
			start: 'half-marked',
			key: [keyMark('k1', 'x', range(10, 30), { given: true }), keyMark('k2', 'x', range(40, 42))],
		});
		expect(findingsOf([made(10, 42)], near)).toEqual([{ kind: 'partly', part: 'k2', answer: 'long' }]);
	});

	it('gives no marks where the item starts otherwise', () => {
		expect(givenMarks({ ...item, start: 'bare' })).toEqual([]);
	});
});

describe('an item with marks to fix', () => {
	const item = markItem({
		start: 'to-fix',
		key: [keyMark('k1', 'x', range(60, 70), { given: true }), keyMark('k2', 'y', range(40, 50))],
		wrong: [
			{ span: ref('w1'), label: 'x', words: range(40, 50) },
			{ span: ref('w2'), label: 'y', words: range(5, 9) },
		],
	});
	const left = [made(5, 9, 'y'), made(40, 50, 'x'), made(60, 70, 'x')];

	it('starts with the right and the wrong marks, in the order of the text', () => {
		expect(marksToFix(item)).toEqual(left);
	});

	it('scores 0 where they are left as they are', () => {
		expect(scoreOf(left, item)).toBe(0);
	});

	it('scores 1 where they are mended, and less where only some are', () => {
		expect(scoreOf([made(40, 50, 'y'), made(60, 70, 'x')], item)).toBe(1);
		const half = scoreOf([made(40, 50, 'x'), made(60, 70, 'x')], item);
		expect(half).toBeGreaterThan(0);
		expect(half).toBeLessThan(1);
	});
});

describe('what is found in the marks', () => {
	const ofFirst = (marks: Mark[]) => findingsOf(marks, markItem()).find(({ part }) => part === 'k1');

	it.each([
		['right', 'the words of the key', [made(10, 20)], { kind: 'right', part: 'k1' }],
		['right', 'nearly all of them', [made(10, 18)], { kind: 'right', part: 'k1' }],
		['right', 'two marks side by side', [made(10, 15), made(15, 20)], { kind: 'right', part: 'k1' }],
		[
			'partly right, too short',
			'half of them',
			[made(10, 15)],
			{ kind: 'partly', part: 'k1', answer: 'short' },
		],
		[
			'partly right, too long',
			'them and as many more',
			[made(10, 30)],
			{ kind: 'partly', part: 'k1', answer: 'long' },
		],
		['missed', 'a mark elsewhere', [made(70, 80)], { kind: 'missed', part: 'k1' }],
		[
			'mislabelled',
			'another label over half of them',
			[made(15, 20, 'y')],
			{ kind: 'mislabelled', part: 'k1', answer: 'y' },
		],
		['missed', 'another label that hardly touches them', [made(16, 30, 'y')], { kind: 'missed', part: 'k1' }],
	])('a key mark is %s: %s', (_kind, _what, marks, finding) => {
		expect(ofFirst(marks)).toEqual(finding);
	});

	it.each([
		['wrong, in a place that tempts', made(132, 136), { kind: 'wrong', part: '132-136', answer: 'clean' }],
		['wrong, anywhere else', made(180, 183), { kind: 'wrong', part: '180-183', answer: '' }],
		['in an arguable place', made(101, 104), { kind: 'arguable', part: '101-104', answer: 'arguable' }],
	])('a mark beside the key is %s', (_, extra, finding) => {
		expect(findingsOf([...exact, extra], markItem())).toEqual([
			{ kind: 'right', part: 'k1' },
			{ kind: 'right', part: 'k2' },
			{ kind: 'right', part: 'k3' },
			finding,
		]);
	});

	it('is nothing where a mark holds an article alone', () => {
		const item = markItem({ key: [keyMark('k1', 'x', range(10, 11), { loose: [range(9, 10)] })] });
		expect(findingsOf([made(9, 10)], item)).toEqual([{ kind: 'missed', part: 'k1' }]);
	});

	it('is one thing for each key mark that counts, in the order of the key', () => {
		fc.assert(
			fc.property(anyAnswered, ({ item, marks }) => {
				const wanted = item.key.filter(({ given }) => !given).map(({ span }) => span.span);
				const found = findingsOf(marks, item).map(({ part }) => part);
				expect(found.slice(0, wanted.length)).toEqual(wanted);
				for (const part of found.slice(wanted.length)) expect(part).toMatch(/^\d+-\d+$/);
			}),
		);
	});

	it('is never all right where the score is not full', () => {
		// A mark of another label may lie over words that are marked rightly too; it costs, but is not told apart.
		const isOneEach = (marks: readonly Mark[]) =>
			marks.every((a) => marks.every((b) => a.label === b.label || overlap(a, b) === 0));
		fc.assert(
			fc.property(anyAnswered, fc.nat(3), ({ item, marks }, extra) => {
				const answer = [...perfect(item), ...marks.slice(0, extra)];
				fc.pre(isOneEach(answer));
				const isAllRight = findingsOf(answer, item).every(
					({ kind }) => kind === 'right' || kind === 'arguable',
				);
				expect(isAllRight).toBe(scoreOf(answer, item) === 1);
			}),
		);
	});

	it('names the words that it is about', () => {
		const item = markItem();
		expect(wordsOfFinding({ kind: 'missed', part: 'k2' }, item)).toEqual(range(40, 50));
		expect(wordsOfFinding({ kind: 'wrong', part: '180-183' }, item)).toEqual(range(180, 183));
		expect(wordsOfFinding({ kind: 'right', part: 'gone' }, item)).toBeUndefined();
		expect(wordsOfFinding({ kind: 'right', part: 'gone-too' }, item)).toBeUndefined();
	});
});

describe('feedback on marks', () => {
	const item = markItem({
		key: [
			keyMark('k1', 'x', range(10, 20), {
				missed: rich('Why it is easily missed'),
				misconception: 'm-missed',
			}),
			keyMark('k2', 'y', range(40, 50)),
		],
	});

	it('explains a right mark at once, under the name of its label', () => {
		expect(mark.feedback({ kind: 'right', part: 'k1' }, item)).toEqual({
			about: rich('Label x'),
			text: rich('Why k1 is marked'),
		});
	});

	it.each(['short', 'long'])('keeps the reason of a mark that is too %s back', (answer) => {
		const feedback = mark.feedback({ kind: 'partly', part: 'k1', answer }, item);
		expect(feedback.text).toBeUndefined();
		expect(feedback.reason).toEqual(rich('Why k1 is marked'));
	});

	it('says how one recognises the label that was given, and keeps the reason back', () => {
		expect(mark.feedback({ kind: 'mislabelled', part: 'k1', answer: 'y' }, item)).toMatchObject({
			text: rich('The sign of y'),
			reason: rich('Why k1 is marked'),
		});
	});

	it('says of a missed mark nothing but the reason, which waits', () => {
		expect(mark.feedback({ kind: 'missed', part: 'k1' }, item)).toEqual({
			about: rich('Label x'),
			reason: rich('Why it is easily missed'),
			misconception: 'm-missed',
		});
		expect(mark.feedback({ kind: 'missed', part: 'k2' }, item)).toEqual({
			about: rich('Label y'),
			reason: rich('Why k2 is marked'),
		});
	});

	it('answers a wrong mark where one tempts, and anywhere else', () => {
		expect(mark.feedback({ kind: 'wrong', part: '130-133', answer: 'clean' }, item)).toEqual({
			about: [],
			text: rich('Why it tempts'),
			misconception: 'm',
		});
		expect(mark.feedback({ kind: 'wrong', part: '180-183', answer: '' }, item)).toEqual({
			about: [],
			text: rich('Nothing to mark here'),
		});
	});

	it('says why readers differ', () => {
		expect(mark.feedback({ kind: 'arguable', part: '101-104', answer: 'arguable' }, item)).toEqual({
			about: [],
			text: rich('Why readers differ'),
		});
	});

	it('never says before the end why words are in the key, except of those marked rightly', () => {
		fc.assert(
			fc.property(anyAnswered, ({ item: any, marks }) => {
				const reasons = any.key.map(({ feedback }) => feedback);
				for (const finding of findingsOf(marks, any)) {
					const { text } = mark.feedback(finding, any);
					if (finding.kind === 'right') expect(reasons).toContainEqual(text);
					else expect(reasons).not.toContainEqual(text);
				}
			}),
		);
	});
});

describe('marks that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a single mark', made(10, 20)],
		['words', '10-20'],
		['a mark that is none', [null]],
		['a mark without a label', [{ from: 10, to: 20 }]],
		['a label that is not a string', [{ from: 10, to: 20, label: ['x'] }]],
		['an unknown label', [made(10, 20, 'z')]],
		['a label every object knows', [made(10, 20, 'constructor')]],
		['words before the field', [made(-1, 20)]],
		['words after the field', [made(10, 201)]],
		['no words', [made(10, 10)]],
		['an end before the start', [made(20, 10)]],
		['half a word', [made(10.5, 20)]],
		['half a word at the end', [made(10, 19.5)]],
		['a number as text', [{ from: '10', to: 20, label: 'x' }]],
		['no number', [made(NaN, 20)]],
		['no end', [made(10, Infinity)]],
		['one bad mark among good ones', [...exact, made(0, 300)]],
		['more marks than anybody makes', Array.from({ length: 41 }, (_, at) => made(at, at + 1))],
	])('count as nothing chosen: %s', (_, response) => {
		expect(mark.score(response, markItem())).toEqual({ type: 'invalid', code: 'nothing-chosen' });
		expect(mark.keepRight(response, markItem())).toBeUndefined();
	});

	it('are those beyond the limit of the item, and no fewer', () => {
		const item = markItem();
		const apart = (count: number) => Array.from({ length: count }, (_, at) => made(3 * at, 3 * at + 1));
		expect(mark.score(apart(item.limit), item).type).toBe('scored');
		expect(mark.score(apart(item.limit + 1), item)).toEqual({ type: 'invalid', code: 'nothing-chosen' });
	});

	it('are not those with two labels on a word: the earlier mark keeps it', () => {
		const item = markItem();
		const tangled = mark.score([made(10, 20), made(15, 30, 'x')], item);
		expect(tangled).toEqual(mark.score([made(10, 20), made(20, 30, 'x')], item));
	});
});

describe('the next try at marks', () => {
	it('keeps exactly the marks that are right, as far as they go', () => {
		const marks = [
			made(10, 20),
			made(40, 50, 'x'),
			made(70, 73),
			made(102, 104),
			made(130, 132),
			made(180, 183),
		];
		expect(mark.keepRight(marks, markItem())).toEqual([made(10, 20), made(70, 73), made(102, 104)]);
	});

	it('keeps the pieces of a stretch that is right as a whole, under its label alone', () => {
		const item = markItem({
			key: [keyMark('k1', 'x', range(10, 19)), keyMark('k2', 'y', range(30, 40))],
			arguable: [],
			clean: [],
		});
		const pieces = [made(10, 18, 'x'), made(18, 20, 'x')];
		expect(mark.keepRight(pieces, item)).toEqual(pieces);
		expect(mark.keepRight([made(10, 20, 'x'), made(18, 20, 'y')], item)).toEqual([made(10, 20, 'x')]);
		expect(mark.keepRight([made(18, 20, 'x')], item)).toEqual([]);
	});

	it('drops a mark that is too long', () => {
		expect(mark.keepRight([made(10, 30), made(40, 50, 'y')], markItem())).toEqual([made(40, 50, 'y')]);
	});

	it('keeps the whole of a perfect answer', () => {
		fc.assert(
			fc.property(anyFairMark, (item) => {
				expect(mark.keepRight(perfect(item), item)).toEqual(perfect(item));
			}),
		);
	});

	it('loses nothing that was right, and drops nothing more when it is looked at again', () => {
		const rightParts = (marks: readonly Mark[], item: MarkItem) =>
			findingsOf(marks, item).filter(({ kind }) => kind === 'right');
		fc.assert(
			fc.property(anyAnswered, fc.boolean(), ({ item, marks }, isGood) => {
				const answer = isGood ? [...perfect(item).slice(1), ...marks] : marks;
				const kept = mark.keepRight(answer, item) as Mark[];
				expect(mark.keepRight(kept, item)).toEqual(kept);
				expect(rightParts(kept, item)).toEqual(expect.arrayContaining(rightParts(answer, item)));
			}),
		);
	});
});
