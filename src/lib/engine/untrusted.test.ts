import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isTooDeep, readJson } from './untrusted.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

describe('reading untrusted JSON', () => {
	it('gives back what was written', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
				const text = JSON.stringify(value);
				expect(readJson(bytesOf(text), 1e6)).toEqual({ ok: true, data: JSON.parse(text) });
			}),
		);
	});

	it('never throws, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(readJson(bytes, 150)).toHaveProperty('ok');
			}),
		);
	});

	it.each([
		['more bytes than allowed', bytesOf('[1,2]'), 4, 'too-large'],
		['bytes that are not UTF-8', Uint8Array.of(0x22, 0xc3, 0x28, 0x22), 100, 'not-text'],
		['half a document', bytesOf('{"a":'), 100, 'not-json'],
		['nothing', bytesOf(''), 100, 'not-json'],
		['33 lists in each other', bytesOf(nested(33)), 100, 'too-deep'],
		['100,000 lists in each other', bytesOf(nested(100_000)), 1e6, 'too-deep'],
	])('refuses %s', (_, bytes, maxBytes, fault) => {
		expect(readJson(bytes, maxBytes)).toEqual({ ok: false, fault });
	});

	it('takes 32 lists in each other', () => {
		expect(readJson(bytesOf(nested(32)), 100).ok).toBe(true);
		expect(isTooDeep(JSON.parse(nested(32)))).toBe(false);
		expect(isTooDeep({ a: JSON.parse(nested(32)) })).toBe(true);
	});
});
