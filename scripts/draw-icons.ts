// Draws the icons of the installed app from static/icon.svg, with the browser that the tests use.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { launchOptions } from './find-browser.mjs';

/** `bleed`: the background fills the square, and the drawing keeps clear of the edges, as masks and iOS cut them off. */
const icons = [
	{ name: 'icon-192', size: 192, bleed: false },
	{ name: 'icon-512', size: 512, bleed: false },
	{ name: 'icon-maskable-512', size: 512, bleed: true },
	{ name: 'apple-touch-icon', size: 180, bleed: true },
];

const svg = readFileSync('static/icon.svg', 'utf8');
const background = /fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (!background) throw new Error('static/icon.svg has no background to fill the square with.');

const browser = await chromium.launch(launchOptions());
for (const { name, size, bleed } of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	// A mask may leave only the circle of 80 % of the width.
	await page.setContent(
		`<style>body{margin:0;background:${bleed ? background : 'transparent'}}svg{display:block;width:100vw;${bleed ? 'scale:.82' : ''}}</style>${svg}`,
	);
	writeFileSync(`static/icons/${name}.png`, await page.screenshot({ omitBackground: true }));
	await page.close();
}
await browser.close();
