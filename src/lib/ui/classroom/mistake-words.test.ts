import { describe, expect, it } from 'vitest';
import type { Finding } from '../../engine/interactions/interaction.ts';
import type { Item } from '../../engine/interactions/schemas.ts';
import {
	associateItem,
	choiceItem,
	inlineChoiceItem,
	keyMark,
	markItem,
	matchItem,
	option,
	orderItem,
	range,
	readingOf,
	ref,
	rich,
} from '../../engine/testing.ts';
import { mistakeInWords } from './mistake-words.ts';

const reading = readingOf('EU frowns', ['Two planes landed near Caracas, a website said on Sunday.']);

const mark = markItem({
	reading: reading.slug,
	field: range(0, 12),
	key: [keyMark('k1', 'x', range(7, 9))],
	clean: [{ span: ref('clean'), feedback: rich('No'), words: range(2, 4) }],
});

const said = (item: Item, kind: Finding['kind'], part: string, answer?: string) =>
	mistakeInWords({ finding: { kind, part, ...(answer && { answer }) }, count: 1 }, item, [reading]);

describe('a mistake in words', () => {
	it.each<[string, Item, Finding['kind'], string, string | undefined]>([
		['chose “Option b”', choiceItem(), 'wrong', 'b', undefined],
		['left out “Option a”', choiceItem(), 'missed', 'a', undefined],
		['put “Snippet s1” under “Category z”', matchItem(), 'wrong', 's1', 'z'],
		['chose “Option 2 of verb” (Gap verb)', inlineChoiceItem(), 'wrong', 'verb', 'o2'],
		['had “Link l2” out of place', orderItem(), 'wrong', 'l2', undefined],
		['took “The words of a2” for an end of the pair', associateItem(), 'wrong', 'a', 'a2'],
		['said that they are about two matters', associateItem(), 'wrong', 'same', 'false'],
		['said that both are about the same matter', associateItem(), 'wrong', 'same', 'true'],
		['said “Can’t tell”', associateItem(), 'wrong', 'relation', 'cant-tell'],
		['said that they clash over: a time', associateItem(), 'wrong', 'clash', 'time'],
		['saw no clash', associateItem(), 'wrong', 'clash', undefined],
		['missed “a website” (Label x)', mark, 'missed', 'k1', undefined],
		['marked “a website” as Label y; it is Label x', mark, 'mislabelled', 'k1', 'y'],
		['marked only a part of “a website” (Label x)', mark, 'partly', 'k1', 'short'],
		['marked more than “a website” (Label x)', mark, 'partly', 'k1', 'long'],
		['marked “Two planes”, where nothing is to be marked', mark, 'wrong', '2-3', 'clean'],
		['marked “near Caracas”, where nothing is to be marked', mark, 'wrong', '5-7', undefined],
	])('%s', (words, item, kind, part, answer) => {
		expect(said(item, kind, part, answer)).toBe(words);
	});

	it('leaves the end of a long passage out, and sets no second quotation marks', () => {
		const long = choiceItem({
			options: [option('a', true), option('b', false, { text: rich('word '.repeat(60)) })],
		});
		expect(said(long, 'wrong', 'b').length).toBeLessThan(130);
		const quoted = choiceItem({
			options: [option('a', true), option('b', false, { text: rich('“No,” he said') })],
		});
		expect(said(quoted, 'wrong', 'b')).toBe('chose “No,” he said');
	});
});
