import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { crc32 } from '../engine/crc32.ts';
import { base32Length, fromBase32, toBase32 } from './base32.ts';
import { findCodes, formatCode, maxBodyBytes, packings } from './hand-in-code.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const anyBody = fc.uint8Array({ maxLength: 200 });
const anyPacking = fc.constantFrom(...packings);

const body = utf8('What a learner hands in, in a few words.');
const code = formatCode('sealed', body);

describe('base32', () => {
	it.each([
		['', ''],
		['f', 'MY'],
		['fo', 'MZXQ'],
		['foo', 'MZXW6'],
		['foob', 'MZXW6YQ'],
		['fooba', 'MZXW6YTB'],
		['foobar', 'MZXW6YTBOI'],
	])('of “%s” is “%s”, as in RFC 4648', (text, letters) => {
		expect(toBase32(utf8(text))).toBe(letters);
		expect(fromBase32(letters)).toEqual(utf8(text));
		expect(base32Length(text.length)).toBe(letters.length);
	});

	it('gives back any bytes', () => {
		fc.assert(
			fc.property(anyBody, (bytes) => {
				expect(fromBase32(toBase32(bytes))).toEqual(bytes);
			}),
		);
	});

	it.each(['A1', 'a', 'A=', 'Ä'])('doesn’t read “%s”', (text) => {
		expect(fromBase32(text)).toBeUndefined();
	});
});

describe('a code', () => {
	const found = (text: string) =>
		findCodes(text).map((reading) => (reading.ok ? [...reading.body] : reading.fault));

	it('gives back what was packed, and how', () => {
		fc.assert(
			fc.property(anyPacking, anyBody, (packing, any) => {
				const text = formatCode(packing, any);
				expect(findCodes(text)).toEqual([{ ok: true, text, packing, body: any }]);
			}),
		);
	});

	it('consists of letters that a QR code holds tightly', () => {
		expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
	});

	it.each([
		['words around it', `Hi,\n\nhere is my code: ${code} THANKS\n`],
		['lines as mail programs break them', code.replace(/.{20}/g, '$&\r\n> ')],
		['a sentence that names Crossread', `Crossread: handed-in work.\n\n${code}\n`],
		['small letters', code.toLowerCase()],
		['characters that nobody sees', `\uFEFF${code.replace(/.{15}/g, '$&\u200B')}\u00A0`],
		['a letter right behind it', `${code}A`],
	])('is found with %s', (_, text) => {
		expect(found(text)).toEqual([[...body]]);
	});

	it('is found beside others, each by itself', () => {
		const other = formatCode('open', utf8('another'));
		expect(found(`${code}\n${other} and ${code.slice(0, 50)}\n${other}`)).toEqual([
			[...body],
			[...utf8('another')],
			'truncated',
			[...utf8('another')],
		]);
	});

	it('cut off anywhere says that a part is missing', () => {
		for (let length = 10; length < code.length; length += 1)
			expect(found(code.slice(0, length))).toEqual(['truncated']);
	});

	it('with one letter changed says that it was damaged', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 10, max: code.length - 1 }),
				fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567!1'),
				(at, letter) => {
					const changed = code.slice(0, at) + letter + code.slice(at + 1);
					if (changed !== code && at < code.length - 1) expect(found(changed)).toEqual(['damaged']);
				},
			),
		);
	});

	it('of a newer version says so, and damage to it says damage', () => {
		const bytes = fromBase32(code.slice(10)) ?? new Uint8Array();
		bytes[0] = 2;
		bytes[5] = Number.parseInt(crc32(bytes.subarray(0, 5)), 16) & 0xff;
		expect(found(`CROSSREAD:${toBase32(bytes)}`)).toEqual(['newer']);
		bytes[20] = (bytes[20] ?? 0) ^ 1;
		expect(found(`CROSSREAD:${toBase32(bytes)}`)).toEqual(['damaged']);
	});

	it('that claims to be huge is not waited for', () => {
		const bytes = fromBase32(code.slice(10)) ?? new Uint8Array();
		bytes[2] = 0xff;
		bytes[5] = Number.parseInt(crc32(bytes.subarray(0, 5)), 16) & 0xff;
		expect(found(`CROSSREAD:${toBase32(bytes)}`)).toEqual(['too-large']);
		expect(() => formatCode('open', new Uint8Array(maxBodyBytes + 1))).toThrow(RangeError);
	});

	it('is nowhere in a text without its mark', () => {
		expect(findCodes('An essay.')).toEqual([]);
		expect(findCodes('')).toEqual([]);
	});
});
