// What a page and the whole site may weigh. Opens the built site in a browser; fails when something grows over its budget.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { launchOptions } from './find-browser.mjs';
import { startHost } from './static-host.mjs';

const site = 'build';

/** Bytes as gzip leaves them, at its highest level. */
const budgets = {
	/** A page from its address to its last request, before anybody does anything. Nothing in it may move. */
	home: { javascript: 55_000, all: 95_000, requests: 14, fonts: 1, shift: 0 },
	opened: { javascript: 55_000, all: 95_000, requests: 12, fonts: 1, shift: 0 },
	/** The same page after its first question has come and all that the lesson needs until its end. */
	lesson: { javascript: 110_000 },
	offline: 1_500_000,
};

/** Marks of code that belongs to the build and must not reach a page. */
const forbidden = [
	['Zod', /\bZodError\b|_zod\b/],
	['YAML', /YAMLParseError|YAMLMap/],
	['the Markdown parser', /micromark|mdast/],
];

const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Opens a page as a first visit, waits until it asks for nothing more, and does so again after each of the deeds.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {((page: import('playwright').Page) => Promise<void>)[]} deeds
 */
async function weigh(browser, url, deeds = []) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const bodies = [];
	page.on('response', (response) =>
		bodies.push(
			response.body().then(
				(body) => [{ type: response.request().resourceType(), size: gzipped(body) }],
				// The page was left before it came.
				() => [],
			),
		),
	);
	await page.addInitScript(() => {
		globalThis.shift = 0;
		new PerformanceObserver((list) => {
			for (const { value } of list.getEntries()) globalThis.shift += value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	const stages = [];
	const settle = async () => {
		await page.waitForLoadState('networkidle');
		const loaded = (await Promise.all(bodies)).flat();
		stages.push({
			javascript: sum(loaded.filter(({ type }) => type === 'script').map(({ size }) => size)),
			all: sum(loaded.map(({ size }) => size)),
			requests: loaded.length,
			fonts: loaded.filter(({ type }) => type === 'font').length,
			shift: await page.evaluate(() => globalThis.shift),
		});
	};
	await page.goto(url);
	await settle();
	for (const deed of deeds) {
		await deed(page);
		await settle();
	}
	await context.close();
	return stages;
}

async function start(page) {
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await page.locator('[data-step-heading]').waitFor();
}

if (!existsSync(site)) {
	console.error('There is no built site in build/. Run “npm run build” first.');
	process.exit(2);
}

const problems = [];

/** Notes what is over its budget. */
function hold(what, measured, budget) {
	for (const [kind, most] of Object.entries(budget))
		if (measured[kind] > most) problems.push(`${what}: ${kind} is ${measured[kind]}; the budget is ${most}`);
}

const host = await startHost({ folder: site });
const browser = await chromium.launch(launchOptions());
try {
	const lessons = readdirSync(join(site, 'lessons')).map((lesson) => `lessons/${lesson}/`);
	for (const path of ['', ...lessons]) {
		const isLesson = path !== '';
		const [opened, begun] = await weigh(browser, host.url + path, isLesson ? [start] : []);
		const more = begun ? `; its whole lesson ${inKilobytes(begun.javascript)}` : '';
		console.log(
			`/${path}: ${inKilobytes(opened.javascript)} of JavaScript, ${inKilobytes(opened.all)} in ${opened.requests} requests${more}`,
		);
		hold(`/${path}, opened`, opened, isLesson ? budgets.opened : budgets.home);
		if (begun) hold(`/${path}, begun`, begun, budgets.lesson);
	}
} finally {
	await browser.close();
	await host.close();
}

const everything = readdirSync(site, { recursive: true }).filter((name) =>
	statSync(join(site, name)).isFile(),
);
const offline = sum(everything.map((name) => gzipped(readFileSync(join(site, name)))));
console.log(`offline use: ${inKilobytes(offline)} in ${everything.length} files`);
hold('what a first visit fetches for offline use', { size: offline }, { size: budgets.offline });

for (const file of readdirSync(join(site, '_app'), { recursive: true }).filter((name) =>
	name.endsWith('.js'),
)) {
	const code = readFileSync(join(site, '_app', file), 'utf8');
	for (const [what, mark] of forbidden)
		if (mark.test(code)) problems.push(`_app/${file} contains ${what}, which is for the build only`);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
