import { describe, expect, it } from 'vitest';
import { authoredKey, authoredMarkItem, label, readingOf, ref } from '../../testing.ts';
import { checkMark } from './check.ts';
import type { AuthoredMarkItem } from './schema.ts';

const filler = 'Nobody in the room would say more about it on that long day in May.';

const reading = readingOf(
	'Planes land',
	[`The planes landed in the north. ${filler}`, filler, 'He gave no name.'],
	{
		planes: 'planes landed',
		landed: 'landed in',
		north: 'the north',
		may: 'long day in May',
		sentence: 'The planes landed in the north',
		short: 'The planes landed in',
		last: 'He gave no name',
		headline: 'Planes land',
	},
);
const readings = new Map([
	['account', reading],
	['long', { ...readingOf('Much', ['word '.repeat(1_201)], { one: 'word' }), slug: 'long' }],
]);

const good = authoredMarkItem({ key: [authoredKey('planes', 'x'), authoredKey('last', 'y')] });
const checked = (change: Partial<AuthoredMarkItem> = {}) => checkMark({ ...good, ...change }, readings);

const given = (span: string) => authoredKey(span, 'x', { given: true });
const arguable = (span: string) => [{ span: ref(span), note: [] }];
const clean = (span: string) => [{ span: ref(span), feedback: [], misconception: undefined }];
const wrong = (span: string, labelId = 'y') => [{ span: ref(span), label: labelId }];
const inFirst = { paragraphs: [1, 1] as [number, number], key: [authoredKey('planes', 'x')] };

describe('an item in which words are marked', () => {
	it.each([
		['starts bare', {}],
		[
			'starts half-marked',
			{ start: 'half-marked' as const, key: [given('planes'), authoredKey('last', 'y')] },
		],
		['has marks to fix', { start: 'to-fix' as const, wrong: wrong('may') }],
		[
			'has right marks among those to fix',
			{ start: 'to-fix' as const, wrong: wrong('may'), key: [given('planes'), authoredKey('last', 'y')] },
		],
		['has a clean and an arguable place', { clean: clean('may'), arguable: arguable('north') }],
		['has a clean place around a mark of the key', { clean: clean('sentence') }],
		['has a field', inFirst],
	])('has no problems where it %s', (_, change) => {
		expect(checked(change)).toEqual([]);
	});

	const broken: [string, Partial<AuthoredMarkItem>, PropertyKey[], string][] = [
		[
			'a label id is used twice',
			{ labels: [label('x'), label('y'), label('y')] },
			['labels', 2, 'id'],
			'the id “y” is used twice in this item',
		],
		[
			'the field is given twice',
			{ ...inFirst, within: ref('sentence') },
			['paragraphs'],
			'the field is given twice',
		],
		[
			'a mark is given but the item starts bare',
			{ key: [given('planes')] },
			['start'],
			'a mark of the key is given, but the item starts bare',
		],
		[
			'it starts half-marked without a given mark',
			{ start: 'half-marked' },
			['start'],
			'the item starts half-marked, but no mark is given',
		],
		[
			'every mark is given',
			{ start: 'half-marked', key: [given('planes'), given('last')] },
			['key'],
			'every mark is given',
		],
		[
			'there is nothing wrong to fix',
			{ start: 'to-fix' },
			['wrong'],
			'there are marks to fix, but none is wrong',
		],
		[
			'there are wrong marks but nothing is to be fixed',
			{ wrong: wrong('may') },
			['wrong'],
			'wrong marks are given, but nothing is to be fixed',
		],
		[
			'a label of the key is unknown',
			{ key: [authoredKey('planes', 'x'), authoredKey('last', 'z')] },
			['key', 1, 'label'],
			'“z” is not a label of this item',
		],
		[
			'a label of a wrong mark is unknown',
			{ start: 'to-fix', wrong: wrong('may', 'z') },
			['wrong', 0, 'label'],
			'“z” is not a label of this item',
		],
		[
			'the paragraphs of the field don’t exist',
			{ paragraphs: [8, 9] },
			['paragraphs'],
			'the field has no words',
		],
		['the span of the field does not exist', { within: ref('gone') }, ['within'], 'the field has no words'],
		[
			'the field is too long',
			{ reading: 'long', key: [authoredKey('one', 'x', { span: { reading: 'long', span: 'one' } })] },
			[],
			'the field has 1201 words',
		],
		[
			'a mark of the key lies outside the field',
			{ ...inFirst, key: [...inFirst.key, authoredKey('last', 'y')] },
			['key', 1, 'span'],
			'this span lies outside the field',
		],
		[
			'an arguable place lies outside the field',
			{ ...inFirst, arguable: arguable('last') },
			['arguable', 0, 'span'],
			'this span lies outside the field',
		],
		[
			'a clean place lies outside the field',
			{ clean: clean('headline') },
			['clean', 0, 'span'],
			'this span lies outside the field',
		],
		[
			'a wrong mark lies outside the field',
			{ ...inFirst, start: 'to-fix', wrong: wrong('last') },
			['wrong', 0, 'span'],
			'this span lies outside the field',
		],
		[
			'two marks of the key overlap',
			{ key: [authoredKey('planes', 'x'), authoredKey('landed', 'y')] },
			['key', 1, 'span'],
			'this mark overlaps another mark of the key',
		],
		[
			'a mark of the key reaches out of a clean place',
			{ clean: clean('landed') },
			['key', 0, 'span'],
			'this mark (x) and a clean place overlap',
		],
		[
			'marking everything agrees too well',
			{ within: ref('short'), key: [authoredKey('planes', 'x')] },
			['key'],
			'marking without reading would agree 80 % with the key',
		],
		[
			'leaving the marks as they are agrees too well',
			{
				start: 'to-fix',
				key: [given('planes'), authoredKey('last', 'y', { given: true })],
				wrong: wrong('may'),
			},
			['key'],
			'marking without reading would agree 80 % with the key',
		],
	];

	it.each(broken)('is refused at its place where %s', (_, change, path, message) => {
		const [problem, ...others] = checked(change);
		expect(others).toEqual([]);
		expect(problem).toMatchObject({ path, message });
		expect(problem?.advice).not.toBe('');
	});

	it('leaves what cannot be looked up to the rules about references', () => {
		expect(checked({ reading: 'gone' })).toEqual([]);
		expect(checked({ clean: clean('gone') })).toEqual([]);
	});
});
