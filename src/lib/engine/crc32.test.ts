import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';

const of = (text: string) => crc32(new TextEncoder().encode(text));

describe('CRC-32', () => {
	// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms, and values used by zip tools.
	it.each([
		['', '00000000'],
		['123456789', 'cbf43926'],
		['a', 'e8b7be43'],
		['The quick brown fox jumps over the lazy dog', '414fa339'],
	])('of “%s” is %s', (text, checksum) => {
		expect(of(text)).toBe(checksum);
	});

	it('of 32 zero bytes and of 32 bytes of 255 are the known ones', () => {
		expect(crc32(new Uint8Array(32))).toBe('190a55ad');
		expect(crc32(new Uint8Array(32).fill(255))).toBe('ff6cab0b');
	});
});
