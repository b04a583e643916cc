import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser } from 'playwright';
import { build, preview } from 'vite';
import { launchOptions } from './find-browser.mjs';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

type Row = {
	measure: string;
	words: number;
	slowdown: number;
	steps: number;
	median: number;
	p95: number;
	unit: 'ms';
};

const root = 'tests/bench';
const outDir = mkdtempSync(join(tmpdir(), 'crossread-bench-'));

const quantile = (sorted: readonly number[], share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Keys of a learner at work: through sentences and words, with a mark now and then. */
const round = [
	'ArrowDown',
	'ArrowRight',
	'ArrowRight',
	'Shift+ArrowRight',
	'Shift+ArrowRight',
	'1',
	'ArrowDown',
	'ArrowRight',
	'2',
	'Control+z',
];
const rounds = 12;

/** The time of each step of marking, from the key to the next frame, in milliseconds. */
async function measureSteps(browser: Browser, url: string, slowdown: number): Promise<number[]> {
	const page = await browser.newPage();
	await page.goto(url);
	await page.locator('[role="option"][tabindex="0"]').focus();
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	await page.evaluate(() => {
		const times: number[] = [];
		Object.assign(window, { times });
		addEventListener(
			'keydown',
			() => {
				const start = performance.now();
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => times.push(performance.now() - start);
					port2.postMessage(undefined);
				});
			},
			{ capture: true },
		);
	});
	for (let time = 0; time < rounds; time += 1) for (const key of round) await page.keyboard.press(key);
	const times = await page.evaluate(() => ('times' in window ? (window.times as number[]) : []));
	await page.close();
	return times.sort((a, b) => a - b);
}

await build({
	root,
	configFile: false,
	logLevel: 'error',
	plugins: [svelte()],
	build: { outDir, emptyOutDir: true },
});
const server = await preview({
	root,
	configFile: false,
	logLevel: 'error',
	build: { outDir },
	preview: { port: 4193, strictPort: true },
});
const browser = await chromium.launch(launchOptions());
const rows: Row[] = [];
for (const words of [400, 1200])
	for (const slowdown of [1, 4]) {
		const times = await measureSteps(browser, `http://localhost:4193/?words=${words}`, slowdown);
		rows.push({
			measure: 'marking step, key to next frame',
			words,
			slowdown,
			steps: times.length,
			median: quantile(times, 0.5),
			p95: quantile(times, 0.95),
			unit: 'ms',
		});
	}
await browser.close();
await server.close();
rmSync(outDir, { recursive: true });

if (values.json) {
	console.log(JSON.stringify(rows, null, '\t'));
} else {
	console.log(
		'| measure | words | CPU slowdown | steps | median | p95 |\n| --- | --- | --- | --- | --- | --- |',
	);
	for (const { measure, words, slowdown, steps, median, p95, unit } of rows)
		console.log(
			`| ${measure} | ${words} | ${slowdown}× | ${steps} | ${median.toFixed(1)} ${unit} | ${p95.toFixed(1)} ${unit} |`,
		);
}
