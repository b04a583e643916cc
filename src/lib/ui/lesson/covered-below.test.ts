import { expect, it } from 'vitest';
import { coveredBelow } from './covered-below.ts';

const whole = { height: 844, offsetTop: 0, scale: 1 };

it.each<[what: string, viewport: Parameters<typeof coveredBelow>[0], covered: number]>([
	['nothing is covered where all of the page is in view', whole, 0],
	['a keyboard covers what it takes', { ...whole, height: 508 }, 336],
	[
		'a page that is pushed up behind the keyboard is covered less',
		{ ...whole, height: 508, offsetTop: 200 },
		136,
	],
	['zooming in covers nothing', { ...whole, height: 422, scale: 2 }, 0],
	['bars that shrink while scrolling never count below zero', { ...whole, height: 900 }, 0],
])('%s', (_what, viewport, covered) => {
	expect(coveredBelow(viewport, 844)).toBe(covered);
});
