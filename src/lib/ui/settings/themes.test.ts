import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { papers } from './themes.ts';

const css = readFileSync(new URL('../app.css', import.meta.url), 'utf8');
const html = readFileSync(new URL('../../../app.html', import.meta.url), 'utf8');

type Colours = Map<string, string>;

const light: Colours = new Map();
const dark: Colours = new Map();
for (const [, name = '', ofLight = '', ofDark = ''] of css.matchAll(
	/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g,
)) {
	light.set(name, ofLight);
	dark.set(name, ofDark);
}

const [, sepiaRule = ''] = css.match(/\[data-theme='sepia'\] \{([^}]*)\}/) ?? [];
const sepia: Colours = new Map(
	[...sepiaRule.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
);

const themes = { light, sepia, dark };

const channels = (colour: string): number[] =>
	[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** WCAG 2.2, “relative luminance”: 0…1. */
function luminance(rgb: readonly number[]): number {
	const [red = 0, green = 0, blue = 0] = rgb
		.map((channel) => channel / 255)
		.map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, “contrast ratio”: 1…21. */
function contrast(a: readonly number[], b: readonly number[]): number {
	const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
	return (lighter + 0.05) / (darker + 0.05);
}

/** `share` of one colour over another, as `color-mix` with `transparent` lays it. */
const over = (colour: readonly number[], share: number, ground: readonly number[]): number[] =>
	colour.map((channel, index) => share * channel + (1 - share) * (ground[index] ?? 0));

const grounds = ['paper', 'card', 'sunk', 'accent-soft', 'right-soft', 'wrong-soft', 'part-soft'];
const labels = ['sourcing', 'framing', 'contradictions', 'right', 'all'];
const texts = ['ink', 'soft', 'accent', 'wrong', 'part', ...labels];

describe.each(Object.entries(themes))('in the %s theme', (theme, colours) => {
	const of = (name: string) => channels(colours.get(name) ?? '');
	const below = (least: number, pairs: [front: string, ground: string][]) =>
		pairs
			.map(([front, ground]) => ({ front, ground, ratio: contrast(of(front), of(ground)) }))
			.filter(({ ratio }) => !(ratio >= least));

	it('every text colour has a contrast of 4.5 or more on every ground', () => {
		expect(colours.size).toBeGreaterThan(20);
		const pairs = texts.flatMap((text) => grounds.map((ground): [string, string] => [text, ground]));
		expect(below(4.5, [...pairs, ['ink', 'lit'], ['accent', 'lit'], ['on-accent', 'accent']])).toEqual([]);
	});

	it('every edge that means something has a contrast of 3 or more', () => {
		const pairs = ['edge', 'lit-edge', 'accent'].flatMap((edge) =>
			grounds.map((ground): [string, string] => [edge, ground]),
		);
		expect(below(3, [...pairs, ['lit-edge', 'lit']])).toEqual([]);
	});

	it('words stay readable under the tint of a mark, and so does its name', () => {
		for (const label of labels) {
			const tint = over(of(label), 0.13, of('card'));
			expect(contrast(of('ink'), tint), label).toBeGreaterThanOrEqual(4.5);
			expect(contrast(of(label), tint), label).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('the browser’s bars have the colour of the page', () => {
		expect({ [theme]: colours.get('paper') }).toEqual({
			[theme]: Object.entries(papers).find(([name]) => name === theme)?.[1],
		});
	});
});

it('the sepia theme has every colour that the others have', () => {
	expect([...sepia.keys()].sort()).toEqual([...light.keys()].sort());
});

it('a page that runs no script names the colours for the browser’s bars as well', () => {
	for (const scheme of ['light', 'dark'] as const)
		expect(html).toContain(`media="(prefers-color-scheme: ${scheme})" content="${papers[scheme]}"`);
});
