import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseParagraphs, parseRichText } from './parse-inline.ts';
import { plainText } from './rich-text.ts';

const rich = (source: string) => {
	const { rich: runs, problems } = parseRichText(source);
	expect(problems).toEqual([]);
	return runs;
};

const messagesOf = (source: string) => parseRichText(source).problems.map(({ message }) => message);

describe('authored text', () => {
	it.each([
		['plain words', 'Who says so?', [{ text: 'Who says so?' }]],
		['emphasis', 'who *says* so', [{ text: 'who ' }, { text: 'says', em: true }, { text: ' so' }]],
		['exact words', ':exact[EU frowns]', [{ text: 'EU frowns', exact: '' }]],
		['exact words of a named account', ':exact[EU]{from=eu-frowns}', [{ text: 'EU', exact: 'eu-frowns' }]],
		['a glossary word', 'a :term[byline]{#byline}', [{ text: 'a ' }, { text: 'byline', term: 'byline' }]],
		[
			'emphasis within exact words',
			':exact[a *b* c]',
			[
				{ text: 'a ', exact: '' },
				{ text: 'b', em: true, exact: '' },
				{ text: ' c', exact: '' },
			],
		],
		[
			'a glossary word within emphasis within exact words',
			':exact[*a :term[b]{#t}*]{from=x}',
			[
				{ text: 'a ', em: true, exact: 'x' },
				{ text: 'b', em: true, exact: 'x', term: 't' },
			],
		],
		['brackets within a directive', ':exact[the \\[U.S.\\] side]', [{ text: 'the [U.S.] side', exact: '' }]],
		[
			'balanced brackets within a directive',
			':exact[the [U.S.] side]',
			[{ text: 'the [U.S.] side', exact: '' }],
		],
		['a line break as a space', 'two\nlines', [{ text: 'two lines' }]],
		['an escaped colon', 'at 9\\:exact', [{ text: 'at 9:exact' }]],
		['a time of day with an escaped colon', 'at 10\\:30', [{ text: 'at 10:30' }]],
		['a time of day', 'at 10:30', [{ text: 'at 10:30' }]],
		['a colon before a space', 'He said: no', [{ text: 'He said: no' }]],
		['an escaped star', 'five \\* stars', [{ text: 'five * stars' }]],
		['entities', 'salt &amp; pepper', [{ text: 'salt & pepper' }]],
		[
			'two exact quotations side by side',
			':exact[a] :exact[b]',
			[{ text: 'a', exact: '' }, { text: ' ' }, { text: 'b', exact: '' }],
		],
	])('reads %s', (_, source, runs) => {
		expect(rich(source)).toEqual(runs);
	});

	it('loses no words and adds none', () => {
		const words = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,2}$/);
		const part = fc.oneof(
			words.map((text) => ({ text, source: text })),
			words.map((text) => ({ text, source: `*${text}*` })),
			words.map((text) => ({ text, source: `:exact[${text}]{from=a}` })),
			words.map((text) => ({ text, source: `:term[*${text}*]{#t}` })),
		);
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
				const runs = rich(parts.map(({ source }) => source).join(' '));
				expect(plainText(runs)).toBe(parts.map(({ text }) => text).join(' '));
				expect(runs.every(({ text }) => text.length > 0)).toBe(true);
			}),
		);
	});

	it('never throws, whatever it is given', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...':[]{}#*_`<>!\\- \n\t”&;.1ab'), maxLength: 40 }),
				(source) => {
					const { rich: runs, problems } = parseRichText(source);
					expect(runs.every(({ text }) => text.length > 0)).toBe(true);
					for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('a text that is not of the format', () => {
	it.each([
		['a heading', '# Title', '“a heading”'],
		['a list', '- one', 'a list'],
		['a link', '[words](https://example.org)', 'a link'],
		['an image', '![alt](picture.png)', 'an image'],
		['HTML', 'a <b>bold</b> word', 'HTML'],
		['bold text', 'a **bold** word', 'bold text'],
		['code', 'some `code`', 'code'],
		['a quotation block', '> words', 'a quotation block'],
		['a rule', '---', 'a rule'],
		['a block directive', '::exact[words]', 'a block directive'],
	])('is told what it holds: %s', (name, source) => {
		expect(messagesOf(source)).toContain(`${name} is not part of the format`);
	});

	it.each([
		['an unknown directive', ':quote[words]', '“:quote” is not a directive of this format'],
		['a directive without words', 'the :exact of it', '“:exact” has no words'],
		['a span outside a reading', ':span[words]{#id}', ':span stands outside a reading'],
		['a glossary word without an id', ':term[byline]', ':term has no id'],
	])('is told of %s', (_, source, message) => {
		expect(messagesOf(source)).toEqual([message]);
	});

	it('is told that it is empty, or that it has two paragraphs', () => {
		expect(messagesOf('')).toEqual(['this text is empty']);
		expect(messagesOf('one\n\ntwo')).toEqual(['this text has more than one paragraph']);
	});

	it('is told how to write a colon that begins no directive', () => {
		const { problems } = parseRichText('warning:stop');
		expect(problems[0]).toMatchObject({ column: 8, message: '“:stop” is not a directive of this format' });
		expect(problems[0]?.advice).toContain('“\\:”');
	});

	it('keeps the words that could be understood', () => {
		const { rich: runs, problems } = parseRichText('before :quote[within] after');
		expect(plainText(runs)).toBe('before within after');
		expect(parseParagraphs('before :quote[within] after').paragraphs[0]?.annotations).toEqual([]);
		expect(problems).toHaveLength(1);
	});

	it('is told where: the line and column of the mistake, with what to do', () => {
		const { problems } = parseParagraphs('A good line\nand a **bold** one.\n\nThen :quote[words] too.');
		expect(problems).toMatchObject([
			{ line: 2, column: 7, message: 'bold text is not part of the format' },
			{ line: 4, column: 6, message: '“:quote” is not a directive of this format' },
		]);
		for (const { advice } of problems) expect(advice).not.toBe('');
	});

	it('is told of all its mistakes at once', () => {
		expect(messagesOf(':term[a] **b** :span[c]{#c} `d`')).toHaveLength(4);
	});
});

describe('paragraphs of a reading', () => {
	it('are flat texts with annotations that point at their words', () => {
		const { paragraphs, problems } = parseParagraphs(
			'First :span[who :exact[says *so*]]{#s1 .named .direct by=s2}.\n\nSecond.',
		);
		expect(problems).toEqual([]);
		expect(paragraphs.map(({ text }) => text)).toEqual(['First who says so.', 'Second.']);
		const [first] = paragraphs;
		const words = first?.annotations.map(({ kind, start, end }) => [kind, first.text.slice(start, end)]);
		expect(new Map(words?.map(([kind = '', text = '']) => [kind, text]))).toEqual(
			new Map([
				['em', 'so'],
				['exact', 'says so'],
				['span', 'who says so'],
			]),
		);
		expect(first?.annotations.find(({ kind }) => kind === 'span')?.attributes).toEqual({
			id: 's1',
			class: 'named direct',
			by: 's2',
		});
	});

	it('know where they stand in the source', () => {
		const { paragraphs } = parseParagraphs('One.\n\n\nTwo :span[words]{#id}.');
		expect(paragraphs.map(({ place }) => place)).toEqual([
			{ line: 1, column: 1 },
			{ line: 4, column: 1 },
		]);
		expect(paragraphs[1]?.annotations[0]?.place).toEqual({ line: 4, column: 5 });
	});

	it('treat a word every object knows like any other', () => {
		expect(messagesOf(':constructor[a]')).toEqual(['“:constructor” is not a directive of this format']);
		expect(parseRichText(':term[a]{#constructor}').rich).toEqual([{ text: 'a', term: 'constructor' }]);
	});
});
