import { expect, it } from 'vitest';
import { sizeInWords } from './sizes.ts';

it.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1_000, '1 kB'],
	[1_449, '1.4 kB'],
	[14_200, '14 kB'],
	[999_400, '999 kB'],
	[999_600, '1 MB'],
	[2_130_000, '2.1 MB'],
	[64_000_000_000, '64 GB'],
	[5e16, '50000 TB'],
])('%d bytes read “%s”', (bytes, words) => {
	expect(sizeInWords(bytes)).toBe(words);
});
