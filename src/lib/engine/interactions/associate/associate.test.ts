import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { associateItem, candidate, readingOf, ref, rich } from '../../testing.ts';
import { associate } from './associate.ts';
import { checkAssociate } from './check.ts';
import { compileAssociate } from './compile.ts';
import type { AssociateItem } from './schema.ts';
import { clashTypes, relations } from './vocabulary.ts';

const right = { a: 'a1', b: 'b1', same: true, relation: 'contradicts', clash: 'number' };
const nothingChosen = { type: 'invalid', code: 'nothing-chosen' };
const incomplete = { type: 'invalid', code: 'incomplete' };

/** Two passages that are given; only their relation is asked. */
const givenPair = (change: Partial<AssociateItem> = {}) =>
	associateItem({ a: [candidate('a1')], b: [candidate('b1')], ...change });

/** A pair that can both be true: there is no clash. */
const compatible = (change: Partial<AssociateItem> = {}) =>
	associateItem({
		relation: 'compatible',
		relationFeedback: rich('Why both can be true'),
		clash: undefined,
		clashFeedback: undefined,
		tempting: [
			{ relation: 'contradicts', feedback: rich('Why contradicts tempts') },
			{ relation: 'same', feedback: rich('Why same tempts') },
		],
		...change,
	});

describe('the score of a pair', () => {
	it.each([
		['everything right', right, 4],
		['one end of the pair wrong', { ...right, a: 'a2' }, 3.5],
		['both ends of the pair wrong', { ...right, a: 'a2', b: 'b3' }, 3],
		['the matter wrong', { ...right, same: false }, 3],
		['the kind of clash wrong', { ...right, clash: 'time' }, 3],
		['the relation wrong, and with it the kind of clash', { ...right, relation: 'update' }, 2],
		['everything wrong', { a: 'a2', b: 'b2', same: false, relation: 'same' }, 0],
	])('gives a point for the pair, the matter, the relation and the clash: %s', (_, response, score) => {
		expect(associate.score(response, associateItem())).toMatchObject({ type: 'scored', score, maxScore: 4 });
	});

	it('gives no point for a pair that is given, and none for a clash that there is not', () => {
		expect(associate.score(right, givenPair())).toMatchObject({ score: 3, maxScore: 3 });
		const response = { a: 'a1', b: 'b1', same: true, relation: 'compatible' };
		expect(associate.score(response, compatible())).toMatchObject({ score: 3, maxScore: 3 });
		expect(
			associate.score({ ...response, relation: 'contradicts', clash: 'who' }, compatible()),
		).toMatchObject({
			score: 2,
			maxScore: 3,
		});
	});

	it('asks for the pair where only one side has a choice', () => {
		const item = associateItem({ a: [candidate('a1')] });
		expect(associate.score({ ...right, b: 'b2' }, item)).toMatchObject({ score: 3.5, maxScore: 4 });
	});

	it.each([
		['an end of the pair', { b: 'b1', same: true, relation: 'same' }],
		['the other end', { a: 'a1', same: true, relation: 'same' }],
		['the matter', { a: 'a1', b: 'b1', relation: 'same' }],
		['the relation', { a: 'a1', b: 'b1', same: false }],
		['the kind of clash', { a: 'a1', b: 'b1', same: true, relation: 'contradicts' }],
	])('waits for %s', (_, response) => {
		expect(associate.score(response, associateItem())).toEqual(incomplete);
	});

	it('does not wait for a pair that is given', () => {
		const { same, relation, clash } = right;
		expect(associate.score({ same, relation, clash }, givenPair())).toMatchObject({ score: 3 });
	});

	it('drops a kind of clash that is left from another relation', () => {
		const outcome = associate.score({ ...right, relation: 'update', clash: 'number' }, associateItem());
		expect(outcome).toMatchObject({ findings: expect.arrayContaining([{ kind: 'wrong', part: 'clash' }]) });
		expect(associate.keepRight({ ...right, relation: 'update' }, associateItem())).not.toHaveProperty(
			'clash',
		);
	});

	it('says for each part what was given', () => {
		expect(associate.score({ ...right, b: 'b2', same: false }, associateItem())).toMatchObject({
			findings: [
				{ kind: 'right', part: 'a', answer: 'a1' },
				{ kind: 'wrong', part: 'b', answer: 'b2' },
				{ kind: 'wrong', part: 'same', answer: 'false' },
				{ kind: 'right', part: 'relation', answer: 'contradicts' },
				{ kind: 'right', part: 'clash', answer: 'number' },
			],
		});
	});

	it('is full for the correct response, and lies within 0 and the most for any other', () => {
		const anyResponse = fc.record({
			a: fc.constantFrom('a1', 'a2'),
			b: fc.constantFrom('b1', 'b2', 'b3'),
			same: fc.boolean(),
			relation: fc.constantFrom(...relations),
			clash: fc.constantFrom(...clashTypes),
		});
		fc.assert(
			fc.property(fc.constantFrom(associateItem(), compatible()), anyResponse, (item, response) => {
				const best = associate.score(associate.correctResponse(item), item);
				const outcome = associate.score(response, item);
				if (best.type === 'invalid' || outcome.type === 'invalid') throw new TypeError('not to be scored');
				expect(best.score).toBe(best.maxScore);
				expect(outcome.score).toBeGreaterThanOrEqual(0);
				expect(outcome.score).toBeLessThanOrEqual(best.score);
			}),
		);
	});
});

describe('a response about a pair that cannot be read', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a list', ['a1', 'b1']],
		['an unknown passage', { ...right, a: 'a9' }],
		['a passage of the other side', { ...right, a: 'b1' }],
		['a passage every object knows', { ...right, a: 'constructor' }],
		['a passage by the name of __proto__', { ...right, b: '__proto__' }],
		['a passage that is not a string', { ...right, b: ['b1'] }],
		['a matter that is neither yes nor no', { ...right, same: 'true' }],
		['an unknown relation', { ...right, relation: 'toString' }],
		['an unknown clash', { ...right, clash: 'constructor' }],
		['nothing but __proto__', JSON.parse('{"__proto__":{"a":"a1","b":"b1"}}')],
		['nothing that is asked', { constructor: 'a1' }],
		['nothing at all', {}],
	])('%s counts as nothing chosen', (_, response) => {
		expect(associate.score(response, associateItem())).toEqual(nothingChosen);
	});

	it('keeps nothing in place', () => {
		expect(associate.keepRight({ a: 'a9' }, associateItem())).toBeUndefined();
	});
});

describe('the next try at a pair', () => {
	it.each([
		['everything', right, right],
		['one end', { ...right, b: 'b2' }, { a: 'a1', same: true, relation: 'contradicts', clash: 'number' }],
		['the ends', { a: 'a1', b: 'b1', same: false, relation: 'same' }, { a: 'a1', b: 'b1' }],
		[
			'all but the clash',
			{ ...right, clash: 'who' },
			{ a: 'a1', b: 'b1', same: true, relation: 'contradicts' },
		],
		['nothing', { a: 'a2', b: 'b2', same: false, relation: 'same' }, {}],
	])('keeps exactly what was right: %s', (_, response, kept) => {
		expect(associate.keepRight(response, associateItem())).toEqual(kept);
	});
});

describe('feedback on a pair', () => {
	const say = (kind: 'right' | 'wrong', part: string, answer?: string, item = associateItem()) =>
		associate.feedback({ kind, part, ...(answer !== undefined && { answer }) }, item);

	it.each([
		['a', 'a1', 'First passage', 'About a1'],
		['b', 'b1', 'Second passage', 'About b1'],
		['same', 'true', 'Same matter?', 'Why it is the same matter'],
		['relation', 'contradicts', 'How they relate', 'Why they contradict each other'],
		['clash', 'number', 'What they clash over', 'Why the numbers clash'],
	])('explains the right answer to “%s” at once', (part, answer, about, text) => {
		expect(say('right', part, answer)).toEqual({ about: rich(about), text: rich(text) });
	});

	it('explains each end by itself where both sides use the same ids', () => {
		const item = associateItem({
			a: [candidate('two'), candidate('one')],
			b: [candidate('one', { feedback: rich('About the other one') }), candidate('two')],
			pair: ['one', 'two'],
		});
		expect(say('right', 'a', 'one', item).text).toEqual(rich('About one'));
		expect(say('right', 'b', 'two', item).text).toEqual(rich('About two'));
	});

	it('says why a passage is not an end of the pair', () => {
		expect(say('wrong', 'a', 'a2')).toEqual({
			about: rich('First passage'),
			text: rich('About a2'),
			misconception: 'm-a2',
		});
		expect(say('wrong', 'b', 'b3')).toEqual({ about: rich('Second passage'), text: rich('About b3') });
	});

	it('keeps back why it is, or isn’t, the same matter', () => {
		expect(say('wrong', 'same', 'false')).toEqual({
			about: rich('Same matter?'),
			reason: rich('Why it is the same matter'),
		});
	});

	it('has words of the item’s own for answers that tempt; the reason waits', () => {
		expect(say('wrong', 'relation', 'update')).toEqual({
			about: rich('How they relate'),
			text: rich('Why update tempts'),
			reason: rich('Why they contradict each other'),
			misconception: 'm-update',
		});
		expect(say('wrong', 'clash', 'time')).toEqual({
			about: rich('What they clash over'),
			text: rich('Why time tempts'),
			reason: rich('Why the numbers clash'),
		});
	});

	it('says of any other answer what it would need', () => {
		const item = associateItem({ tempting: [] });
		for (const relation of relations)
			expect(say('wrong', 'relation', relation, item)).toMatchObject({
				text: [{ text: expect.stringMatching(/ needs | is for /) }],
				reason: rich('Why they contradict each other'),
			});
		const signs = clashTypes.map((clash) => say('wrong', 'clash', clash, item).text);
		expect(new Set(signs.map((sign) => JSON.stringify(sign))).size).toBe(clashTypes.length);
		for (const sign of signs) expect(sign).toEqual([{ text: expect.stringMatching(/have to/) }]);
	});

	it('gives only the reason, later, where no kind of clash was said', () => {
		expect(say('wrong', 'clash')).toEqual({
			about: rich('What they clash over'),
			reason: rich('Why the numbers clash'),
		});
	});

	it.each(['c', 'constructor', '__proto__'])('“%s” is no part: a programmer’s error', (part) => {
		expect(() => say('wrong', part)).toThrow(new TypeError(`“${part}” is not a part of “associate”`));
	});
});

describe('the passages of a pair', () => {
	const reading = readingOf('Planes land', ['They landed on Sunday.'], { a1: 'landed on Sunday' });

	it('carry the words of their spans, and none where the span does not exist', () => {
		const { a } = compileAssociate(associateItem(), new Map([['account', reading]]));
		expect(a.map(({ text }) => text)).toEqual([rich('landed on Sunday'), []]);
		const { b } = compileAssociate(associateItem(), new Map());
		expect(b.map(({ text }) => text)).toEqual([[], [], []]);
	});
});

describe('an item about a pair', () => {
	it('has no problems where it keeps the rules', () => {
		expect(checkAssociate(associateItem())).toEqual([]);
		expect(checkAssociate(givenPair())).toEqual([]);
		expect(checkAssociate(compatible())).toEqual([]);
		expect(checkAssociate(compatible({ sameMatter: false }))).toEqual([]);
	});

	const tempting = (...wrong: Partial<AssociateItem['tempting'][number]>[]) =>
		wrong.map((change) => ({ feedback: rich('Why it tempts'), ...change }));

	const broken: [string, AssociateItem, PropertyKey[], string][] = [
		[
			'an id is used twice on the first side',
			associateItem({ a: [candidate('a1'), candidate('a1')] }),
			['a', 1, 'id'],
			'the id “a1” is used twice in this item',
		],
		[
			'an id is used twice on the second side',
			associateItem({ b: [candidate('b1'), candidate('b1')] }),
			['b', 1, 'id'],
			'the id “b1” is used twice in this item',
		],
		[
			'the first end is unknown',
			associateItem({ pair: ['b1', 'b1'] }),
			['pair', 0],
			'“b1” is not a candidate of a',
		],
		[
			'the second end is unknown',
			associateItem({ pair: ['a1', 'a1'] }),
			['pair', 1],
			'“a1” is not a candidate of b',
		],
		[
			'one side mixes two accounts',
			associateItem({ b: [candidate('b1'), candidate('b2', { span: { reading: 'other', span: 's' } })] }),
			['b'],
			'the candidates of b come from different accounts',
		],
		[
			'only a contradiction can clash',
			compatible({ clash: 'time', clashFeedback: rich('Why') }),
			['clash'],
			'only a contradiction has a kind of clash',
		],
		[
			'it is not said what the two clash in',
			compatible({ relation: 'contradicts', tempting: tempting({ relation: 'same' }) }),
			['clash'],
			'it is not said what the two clash in',
		],
		[
			'the clash is not explained',
			associateItem({ clashFeedback: undefined }),
			['clash'],
			'the kind of clash is not explained',
		],
		[
			'different matters are said to be the same',
			compatible({ sameMatter: false, relation: 'same', tempting: tempting({ relation: 'update' }) }),
			['relation'],
			'claims about different matters cannot be “same”',
		],
		[
			'a tempting answer is both',
			associateItem({ tempting: tempting({ relation: 'same', clash: 'time' }) }),
			['tempting', 0],
			'this needs exactly one of relation and clash',
		],
		[
			'a tempting answer is none',
			associateItem({ tempting: tempting({ relation: 'same' }, {}) }),
			['tempting', 1],
			'this needs exactly one of relation and clash',
		],
		[
			'the right relation tempts',
			associateItem({ tempting: tempting({ relation: 'contradicts' }) }),
			['tempting', 0],
			'this is the right answer',
		],
		[
			'the right clash tempts',
			associateItem({ tempting: tempting({ clash: 'number' }) }),
			['tempting', 0],
			'this is the right answer',
		],
	];

	it.each(broken)('is refused at its place where %s', (_, item, path, message) => {
		const [problem, ...others] = checkAssociate(item);
		expect(others).toEqual([]);
		expect(problem).toMatchObject({ path, message });
		expect(problem?.advice).not.toBe('');
	});

	it('takes different matters that cannot be told apart or don’t exclude each other', () => {
		const item = compatible({ sameMatter: false, relation: 'cant-tell' });
		expect(checkAssociate({ ...item, b: [candidate('b1', { span: ref('b1') })] })).toEqual([]);
	});
});
