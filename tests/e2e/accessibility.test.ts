import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
	arriveAt,
	checkButton,
	expect,
	itemsOf,
	lessonOf,
	openLesson,
	option,
	saySure,
	see,
	test,
	wrongOption,
	type ItemOf,
} from './crossread.ts';
import { script } from './hands.ts';
import { problemsOf } from './axe-problems.ts';
import { keep, workAt } from './keep.ts';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import { encodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import { collectHandIn } from '../../src/lib/classroom/hand-in.ts';
import { packHandIn } from '../../src/lib/classroom/pack-hand-in.ts';
import type { AttemptRecord } from '../../src/lib/engine/attempt-record.ts';
import { perfect } from '../learner/simulated-learners.ts';

const lesson = lessonOf('who-says-so');
const items = itemsOf(lesson);
const choice = items.find(
	(item): item is ItemOf<'choice'> => item.type === 'choice' && item.select === 'one',
);
const marking = items.find(({ type }) => type === 'mark');
if (!choice || !marking) throw new Error('The lesson of these tests has lost its choice or its marking task');

/** Every route of the site, with one of those pages that differ only in their lesson or reading. */
const routes = (function find(path: string): string[] {
	const folder = `build${path}`;
	const inside = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== '_app')
		.map(({ name }) => name);
	const isList = /\/(lessons|readings)\/$/.test(path);
	const wanted = isList
		? inside.filter((name) => [lesson.id, lesson.readings[0]?.slug].includes(name))
		: inside;
	return [
		...(existsSync(`${folder}index.html`) ? [path] : []),
		...wanted.flatMap((name) => find(`${path}${name}/`)),
	];
})('/');

const assignment: Assignment = {
	id: 'week3of2026',
	title: 'Week 3',
	note: '',
	lessons: [lesson.id],
	settings: { mode: 'check', tries: 1, hints: true, confidence: false, order: 'authored' },
	naming: 'nickname',
};

/** The lesson worked through, full answers throughout. */
const [started, ...events] = workAt(lesson, 0, perfect);
const work: AttemptRecord = [{ ...started, assignment: assignment.id }, ...events];

async function beginAssignment(page: Page): Promise<void> {
	await page.goto(`/start/#${await encodeAssignment(assignment)}`);
	await page.getByRole('textbox', { name: /nickname/i }).fill('Moss');
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(page.getByText('Feedback comes at the end, all of it.')).toBeVisible();
	await keep(page, work);
}

async function openResults(page: Page): Promise<void> {
	const handIn = collectHandIn(assignment, 'Moss', [work], new Map([[lesson.id, lesson]]), 3_600_000);
	const code = handIn && (await packHandIn(handIn, undefined));
	await page.goto('/teach/results/');
	await page.getByLabel('Paste codes').fill(code ?? '');
	await page.getByRole('button', { name: 'Read the codes' }).click();
	await see(page, 'nav[aria-label="Views"]');
}

/** What people meet inside the pages. */
const states: [string, (page: Page) => Promise<void>][] = [
	[
		'an unfinished question',
		async (page) => {
			await openLesson(page, lesson.id, `#${choice.id}`);
			await arriveAt(page, choice);
		},
	],
	[
		'feedback on a wrong answer',
		async (page) => {
			await openLesson(page, lesson.id, `#${choice.id}`);
			await arriveAt(page, choice);
			await script(page).choose(option(page, choice, wrongOption(choice)));
			await saySure(page, choice, script(page));
			await script(page).press(checkButton(page));
			await see(page, '.feedback');
		},
	],
	[
		'marking, with words selected',
		async (page) => {
			await openLesson(page, lesson.id, `#${marking.id}`);
			await see(page, '[data-word]:not(.fixed)');
			await script(page).press(page.locator('[data-word]:not(.fixed)').first());
			await see(page, '[role="toolbar"]');
		},
	],
	[
		'reading settings',
		async (page) => {
			await page.goto('/');
			await page.getByRole('button', { name: 'Reading settings' }).first().click();
			await see(page, 'dialog[open]');
		},
	],
	[
		'the end of a lesson',
		async (page) => {
			await page.goto('/about/');
			await keep(
				page,
				work.map((event) => (event.type === 'started' ? { ...event, assignment: undefined } : event)),
			);
			await openLesson(page, lesson.id);
			await page.getByRole('link', { name: 'See your result' }).click();
			await see(page, '[data-step-heading]');
		},
	],
	[
		'handing in',
		async (page) => {
			await beginAssignment(page);
			await page.goto(`/hand-in/?assignment=${assignment.id}`);
			await page.getByRole('button', { name: 'Show a code to scan' }).click();
			await see(page, 'main [role="img"]');
		},
	],
	['results: what came in', openResults],
	...['next-lesson', 'learners', 'skills', 'questions', 'texts'].map((view): (typeof states)[number] => [
		`results: ${view}`,
		async (page) => {
			await openResults(page);
			await page.locator(`nav[aria-label="Views"] a[href="#${view}"]`).click();
			await see(page, `a[href="#${view}"][aria-current="page"]`);
		},
	]),
];

/** Rules about colours; all others find the same in every theme. */
const colours = ['color-contrast', 'link-in-text-block'];

/** What takes longer than a blink to move, although less motion was asked for. */
const movesIn = (page: Page) =>
	page.evaluate(() =>
		document
			.getAnimations()
			.filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 20)
			.map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
	);

/** By script, since the policy of the pages takes no style from elsewhere. These are the distances of WCAG 2.2, 1.4.12. */
const spaceOut = (page: Page) =>
	page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
		);
		document.adoptedStyleSheets = [sheet];
	});

/** Words that are cut off, or page that has to be scrolled sideways. */
const lossesIn = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth } = document.documentElement;
		const cut = [...document.querySelectorAll('main *')].filter((element) => {
			const { overflowX, overflowY } = getComputedStyle(element);
			const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
			const isSeen = element.checkVisibility() && element.clientWidth > 4 && !element.closest('svg');
			return (
				hides &&
				isSeen &&
				(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
			);
		});
		return [
			...(scrollWidth > innerWidth ? [`the page is ${scrollWidth} pixels wide`] : []),
			...cut.map((element) => `cut off: ${element.textContent?.trim().slice(0, 60)}`),
		];
	});

/** Goes round with Tab: where the focus has no outline or is covered, and whether it comes round at all. */
async function focusFaultsIn(page: Page): Promise<string[]> {
	const faults: string[] = [];
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	for (let presses = 0; presses < 150; presses += 1) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(() => {
			const control = document.activeElement;
			if (!control || control === document.body) return 'outside';
			if (control.hasAttribute('data-met')) return 'round';
			control.setAttribute('data-met', '');
			const shown = (control instanceof HTMLInputElement && control.labels?.[0]) || control;
			const seen = [...shown.getClientRects()].some((box) =>
				[0.1, 0.5, 0.9].some((across) =>
					[0.1, 0.5, 0.9].some((down) => {
						const top = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
						return top !== null && (shown.contains(top) || top.contains(shown));
					}),
				),
			);
			const isRinged = [control, shown, shown.parentElement].some(
				(element) => element && getComputedStyle(element).outlineStyle !== 'none',
			);
			if (!isRinged) return `not shown: ${control.outerHTML.slice(0, 120)}`;
			return seen ? undefined : `hidden: ${control.outerHTML.slice(0, 120)}`;
		});
		if (at === 'outside' || at === 'round') return faults;
		if (at) faults.push(at);
	}
	return [...faults, 'the focus never comes round'];
}

async function expectOpenToAll(page: Page): Promise<void> {
	expect.soft(await movesIn(page), 'moves').toEqual([]);
	expect.soft(await problemsOf(page), 'light').toEqual([]);
	for (const theme of ['sepia', 'dark']) {
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		expect.soft(await problemsOf(page, colours), theme).toEqual([]);
	}
	// Forced colours take shadows away, and with them a focus that is shown by nothing else.
	await page.emulateMedia({ forcedColors: 'active' });
	await page.setViewportSize({ width: 390, height: 600 });
	expect.soft(await focusFaultsIn(page), 'focus').toEqual([]);
	await page.emulateMedia({ forcedColors: 'none' });
	await page.setViewportSize({ width: 320, height: 640 });
	expect.soft(await lossesIn(page), '320 pixels wide').toEqual([]);
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	await page.setViewportSize({ width: 640, height: 640 });
	expect.soft(await lossesIn(page), 'text at 200 %').toEqual([]);
	await page.evaluate(() => (document.documentElement.style.fontSize = ''));
	await spaceOut(page);
	expect.soft(await lossesIn(page), 'text spacing').toEqual([]);
}

test.use({ reducedMotion: 'reduce', colorScheme: 'light' });

for (const path of routes)
	test(`nobody is kept out of ${path}`, async ({ page }) => {
		await page.goto(path);
		await see(page, 'h1');
		await expectOpenToAll(page);
	});

for (const [name, reach] of states)
	test(`nobody is kept out of ${name}`, async ({ page }) => {
		await reach(page);
		await expectOpenToAll(page);
	});

test('every page has a title of its own', () => {
	const titles = routes.map(
		(path) => /<title>(.*?)<\/title>/.exec(readFileSync(`build${path}index.html`, 'utf8'))?.[1],
	);
	expect(titles).not.toContain(undefined);
	expect(new Set(titles).size).toBe(titles.length);
});
