import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, type Cell } from './csv.ts';

/** Reads a file back by RFC 4180, and by nothing else. */
function readCsv(file: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
	cell.lastIndex = 1;
	for (let found = cell.exec(file); found; found = cell.exec(file)) {
		const [, raw = '', end] = found;
		row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
		if (end === ',') continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

const cellOf = (cell: Cell) => readCsv(toCsv([[cell]]))[0]?.[0];

describe('a file for spreadsheets', () => {
	it('starts with a byte order mark and ends each row with CRLF', () => {
		expect(toCsv([['a', 1], ['b']])).toBe('\uFEFFa,1\r\nb\r\n');
	});

	it('quotes commas, quotation marks and line breaks', () => {
		expect(toCsv([['a,b', 'say "so"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""so""","two\nlines"\r\n');
	});

	it('leaves a cell empty for nothing and for what is not a number', () => {
		expect(toCsv([[undefined, NaN, Infinity]])).toBe('\uFEFF,,\r\n');
	});

	it('gives every text back, save for the apostrophe before a formula', () => {
		const text = fc.string({ unit: fc.constantFrom(...'ab,"=-\r\n\t ’é\uFEFF'), maxLength: 6 });
		const table = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(table, (rows) => {
				const read = readCsv(toCsv(rows));
				const unarmed = rows.map((row, index) =>
					row.map((cell, column) => (read[index]?.[column] === `'${cell}` ? `'${cell}` : cell)),
				);
				expect(read).toEqual(unarmed);
			}),
		);
	});
});

describe('a text that a spreadsheet would run', () => {
	it.each([
		['=1+1'],
		['+1'],
		['-1'],
		['@SUM(A1)'],
		['|calc'],
		['%A1'],
		['  =1'],
		['\u00A0=1'],
		['\u200B=1'],
		['\uFEFF=1'],
		['\n=1'],
		['\t=1'],
		['\tplain'],
		['\rplain'],
		['\u0000=1'],
		['\u202E=1'],
		['＝1'],
		['＋1'],
		['－1'],
		['＠A1'],
		['−1'],
		['=cmd|"/C calc"!A0'],
	])('%j gets an apostrophe', (text) => {
		expect(cellOf(text)).toBe(`'${text}`);
	});

	it.each([['a=1'], ['“=1”'], ['3-2'], ['a\n=1'], ['(−1)']])('%j is left as it is', (text) => {
		expect(cellOf(text)).toBe(text);
	});

	it('a number below 0 stays a number', () => {
		expect(cellOf(-0.5)).toBe('-0.5');
	});

	it('no text ever begins with a sign of a formula, whatever stands before it', () => {
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.constantFrom(' ', '\t', '\n', '\r', '\u00A0', '\u2028', '\u200B', '\uFEFF', '\0'),
				}),
				fc.constantFrom(...'=+-@＝＋－＠'),
				fc.string(),
				(before, sign, after) => {
					expect(cellOf(before + sign + after)?.startsWith("'")).toBe(true);
				},
			),
		);
	});
});
