import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatPoints, pointsInWords } from './points.ts';

describe('points in figures', () => {
	it.each([
		[0, '0'],
		[1, '1'],
		[12, '12'],
		[0.25, '¼'],
		[0.5, '½'],
		[0.75, '¾'],
		[1.5, '1½'],
		[10.25, '10¼'],
		[0.1, '0.1'],
		[1 / 3, '0.33'],
		[2 / 3, '0.67'],
		[1.005, '1'],
		[0.1 + 0.2, '0.3'],
		[0.999, '1'],
		[2.2499999, '2¼'],
		[0.004, '0'],
	])('%d is “%s”', (points, text) => {
		expect(formatPoints(points)).toBe(text);
	});

	it('are at most a hundredth away from the number', () => {
		const valueOf = (text: string) =>
			Number(text.replace(/[¼½¾]/, (sign) => ({ '¼': '.25', '½': '.5', '¾': '.75' })[sign] ?? ''));
		fc.assert(
			fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (points) => {
				expect(Math.abs(valueOf(formatPoints(points)) - points)).toBeLessThanOrEqual(0.005 + 1e-9);
			}),
		);
	});
});

describe('points in words', () => {
	it.each([
		[0, '0 points'],
		[0.5, '½ point'],
		[0.33, '0.33 point'],
		[1, '1 point'],
		[1.5, '1½ points'],
		[2, '2 points'],
	])('%d is “%s”', (points, text) => {
		expect(pointsInWords(points)).toBe(text);
	});

	it('agree with the number as it is shown, not with what was rounded away', () => {
		expect(pointsInWords(1.0000000000000002)).toBe('1 point');
		expect(pointsInWords(0.001)).toBe('0 points');
	});
});
