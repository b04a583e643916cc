import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Browser } from 'playwright';
import { build, preview } from 'vite';
import { launchOptions } from '../find-browser.mjs';
import { median, quantile, type Bench, type Figure } from './measure.ts';

const root = 'tests/bench/marking';

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
			({ key }) => {
				if (key === 'Shift' || key === 'Control') return;
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
	return times;
}

export const marking: Bench = {
	name: 'marking',
	async run() {
		const outDir = mkdtempSync(join(tmpdir(), 'crossread-bench-'));
		const shared = { root, configFile: false, logLevel: 'error' } as const;
		await build({ ...shared, plugins: [svelte()], build: { outDir, emptyOutDir: true } });
		const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
		const browser = await chromium.launch(launchOptions());
		const figures: Figure[] = [];
		for (const words of [400, 1200])
			for (const slowdown of [1, 4]) {
				const url = `${server.resolvedUrls?.local[0]}?words=${words}`;
				const times = await measureSteps(browser, url, slowdown);
				figures.push({
					measure: 'marking step, key to next frame',
					of: `${words} words, ${slowdown}× slower`,
					value: median(times),
					p95: quantile(times, 0.95),
					unit: 'ms',
				});
			}
		await browser.close();
		await server.close();
		rmSync(outDir, { recursive: true });
		return figures;
	},
};
