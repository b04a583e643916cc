import { expect, it } from 'vitest';
import fc from 'fast-check';
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { qrPath } from './qr-path.ts';

/** Draws the rectangles of a path as black on white, `scale` pixels a module. */
function draw(path: string, size: number, scale: number) {
	const side = size * scale;
	const data = new Uint8Array(side * side * 4).fill(255);
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
			for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column += 1)
				data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
	return { width: side, height: side, data };
}

it('draws a code that a scanner reads, up to the longest link', () => {
	for (const length of [10, 300, 1_500]) {
		const text = `https://example.org/start/#${'aB3-_'.repeat(300)}`.slice(0, length);
		const modules = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
		expect(decodeQR(draw(qrPath(modules), modules.length, 3))).toBe(text);
	}
});

it('covers each dark module once and no light one', () => {
	const anyModules = fc.integer({ min: 1, max: 12 }).chain((size) =>
		fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
			minLength: size,
			maxLength: size,
		}),
	);
	fc.assert(
		fc.property(anyModules, (modules) => {
			const drawn = modules.map((row) => row.map(() => 0));
			for (const [, x, y, width] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)/g))
				for (let at = 0; at < Number(width); at += 1) {
					const row = drawn[Number(y)];
					const column = Number(x) + at;
					if (row) row[column] = (row[column] ?? 0) + 1;
				}
			expect(drawn).toEqual(modules.map((row) => row.map(Number)));
		}),
	);
});
