import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { launchOptions } from '../find-browser.mjs';
import { lowerBound } from './lower-bound.ts';
import { median, quantile, type Bench, type Figure } from './measure.ts';
import { readSite, requireSite, serve } from './serve-site.ts';

type Weight = { kind: string; gzip: number; brotli: number };

const kindOf = (type: string): string =>
	new Map([
		['document', 'HTML'],
		['script', 'JavaScript'],
		['stylesheet', 'CSS'],
		['font', 'font'],
	]).get(type) ?? 'other';

/** Opens a page and weighs all that it asks for until it is quiet. Service workers are kept out of it. */
async function weigh(browser: Browser, url: string): Promise<Weight[]> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const bodies: Promise<Weight>[] = [];
	page.on('response', (response) => {
		bodies.push(
			response.body().then((body) => ({
				kind: kindOf(response.request().resourceType()),
				gzip: gzipSync(body, { level: 9 }).length,
				brotli: brotliCompressSync(body).length,
			})),
		);
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	const weights = await Promise.all(bodies);
	await context.close();
	return weights;
}

type Seen = { largest: number; blocking: number; shift: number };

declare global {
	interface Window {
		/** From `page/measure.js`. */
		bench: { seen: Seen; timeUntilShown(button: string, wanted: string): Promise<number> };
	}
}

const measuring = { path: fileURLToPath(new URL('page/measure.js', import.meta.url)) };

/** Paint times, the time over 50 ms of each long task, and layout shift, in a fresh browser context. */
async function paint(browser: Browser, url: string, slowdown: number): Promise<Seen & { first: number }> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await throttle(page, slowdown);
	await page.addInitScript(measuring);
	await page.goto(url, { waitUntil: 'networkidle' });
	const result = await page.evaluate(() => ({
		first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
		...window.bench.seen,
	}));
	await context.close();
	return result;
}

async function throttle(page: Page, rate: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** From the press on Check to the painted feedback, in milliseconds. */
const checkToFeedback = (page: Page, button: string, feedback: string): Promise<number> =>
	page.evaluate(([pressed, wanted]) => window.bench.timeUntilShown(pressed, wanted), [
		button,
		feedback,
	] as const);

const lessonId = 'who-says-so';

/** Works through the choices of a lesson until there are enough times. */
async function feedbackTimes(browser: Browser, base: string, slowdown: number, times: number) {
	const measured: number[] = [];
	let heap = 0;
	while (measured.length < times) {
		const context = await browser.newContext({ serviceWorkers: 'block' });
		const page = await context.newPage();
		await page.addInitScript(measuring);
		for (const item of choices) {
			if (measured.length >= times) break;
			await page.goto(`${base}/lessons/${lessonId}/#${item}`);
			await page.locator('main .choice input').first().check();
			const sure = page.locator('.confidence input[value="sure"]');
			if ((await sure.count()) > 0) await sure.check();
			await throttle(page, slowdown);
			measured.push(await checkToFeedback(page, 'nav[aria-label="Steps"] button.primary', '.feedback'));
			await throttle(page, 1);
		}
		const session = await context.newCDPSession(page);
		await session.send('HeapProfiler.collectGarbage');
		heap = (await session.send('Runtime.getHeapUsage')).usedSize;
		await context.close();
	}
	return { measured, heap };
}

async function lowerFeedbackTimes(browser: Browser, base: string, slowdown: number, times: number) {
	const page = await browser.newPage();
	await page.addInitScript(measuring);
	const measured: number[] = [];
	while (measured.length < times) {
		await page.goto(`${base}/`);
		const form = page.locator('form').nth(measured.length % 10);
		const id = await form.getAttribute('id');
		await form.locator('input').first().check();
		await throttle(page, slowdown);
		measured.push(await checkToFeedback(page, `[id="${id}"] button`, `[id="${id}"] .why`));
		await throttle(page, 1);
	}
	await page.close();
	return measured;
}

const lessons = (() => {
	const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
	if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
	return compileContent(content).lessons;
})();

const choices = (lessons.find(({ id }) => id === lessonId)?.steps ?? [])
	.filter(({ type }) => type === 'choice')
	.map(({ id }) => id);

const routes = [
	['home', '/'],
	['a lesson', `/lessons/${lessonId}/`],
	['results', '/teach/results/'],
] as const;

const kinds = ['HTML', 'CSS', 'JavaScript', 'font', 'other'];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

async function weights(browser: Browser, base: string, lower: string): Promise<Figure[]> {
	const bound = sum((await weigh(browser, `${lower}/`)).map(({ brotli }) => brotli));
	const figures: Figure[] = [
		{ measure: 'weight, brotli', of: 'lower bound', value: bound / 1000, unit: 'kB', ratio: 1 },
	];
	for (const [name, path] of routes) {
		if (!readSite(`${path}index.html`)) continue;
		const all = await weigh(browser, base + path);
		for (const kind of kinds) {
			const own = all.filter((weight) => weight.kind === kind);
			if (own.length > 0)
				figures.push({
					measure: `${kind}, gzip`,
					of: name,
					value: sum(own.map(({ gzip }) => gzip)) / 1000,
					unit: 'kB',
				});
		}
		const total = sum(all.map(({ brotli }) => brotli));
		figures.push(
			{ measure: 'weight, gzip', of: name, value: sum(all.map(({ gzip }) => gzip)) / 1000, unit: 'kB' },
			{ measure: 'weight, brotli', of: name, value: total / 1000, unit: 'kB', ratio: total / bound },
			{ measure: 'requests', of: name, value: all.length, unit: 'requests' },
		);
	}
	return figures;
}

async function paints(browser: Browser, base: string, lower: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const slowdown of [1, 4]) {
		const bounds = await repeat(5, () => paint(browser, `${lower}/`, slowdown));
		const bound = median(bounds.map(({ largest }) => largest));
		for (const [name, path] of routes) {
			if (!readSite(`${path}index.html`)) continue;
			const seen = await repeat(5, () => paint(browser, base + path, slowdown));
			const of = `${name}, ${slowdown}× slower`;
			const largest = median(seen.map((one) => one.largest));
			figures.push(
				{ measure: 'first contentful paint', of, value: median(seen.map(({ first }) => first)), unit: 'ms' },
				{ measure: 'largest contentful paint', of, value: largest, unit: 'ms', ratio: largest / bound },
				{ measure: 'blocking time', of, value: median(seen.map(({ blocking }) => blocking)), unit: 'ms' },
				{ measure: 'layout shift', of, value: median(seen.map(({ shift }) => shift)), unit: '' },
			);
		}
	}
	return figures;
}

async function feedback(browser: Browser, base: string, lower: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const slowdown of [1, 4]) {
		const bound = median(await lowerFeedbackTimes(browser, lower, slowdown, 30));
		const { measured, heap } = await feedbackTimes(browser, base, slowdown, 30);
		figures.push({
			measure: 'Check to painted feedback',
			of: `30 answers, ${slowdown}× slower`,
			value: median(measured),
			p95: quantile(measured, 0.95),
			unit: 'ms',
			ratio: median(measured) / bound,
		});
		if (slowdown === 1)
			figures.push({
				measure: 'heap after the choices of a lesson',
				of: lessonId,
				value: heap / 1e6,
				unit: 'MB',
			});
	}
	return figures;
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let time = 0; time < times; time += 1) results.push(await work());
	return results;
}

export const pages: Bench = {
	name: 'pages',
	async run() {
		requireSite();
		const bound = lowerBound(lessons);
		const lowerFiles = new Map([
			['/index.html', Buffer.from(bound.html)],
			['/quiz.js', Buffer.from(bound.script)],
		]);
		const real = await serve(readSite);
		const lower = await serve((path) => lowerFiles.get(path));
		const browser = await chromium.launch(launchOptions());
		try {
			return [
				...(await weights(browser, real.url, lower.url)),
				...(await paints(browser, real.url, lower.url)),
				...(await feedback(browser, real.url, lower.url)),
			];
		} finally {
			await browser.close();
			real.server.close();
			lower.server.close();
		}
	},
};
