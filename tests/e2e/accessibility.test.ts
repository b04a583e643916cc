import { existsSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { problemsOf } from './axe-problems.ts';
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

/** What a learner meets inside the pages. */
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
];

for (const theme of ['light', 'sepia', 'dark']) {
	test.describe(`in the ${theme} theme`, () => {
		test.use({ reducedMotion: 'reduce' });
		test.beforeEach(({ page }) =>
			page.addInitScript(
				(chosen) =>
					localStorage.setItem('crossread.preferences', JSON.stringify({ version: 1, theme: chosen })),
				theme,
			),
		);

		test('axe finds nothing wrong on any route', async ({ page }) => {
			test.slow();
			for (const path of routes) {
				await page.goto(path, { waitUntil: 'networkidle' });
				expect.soft(await problemsOf(page), path).toEqual([]);
			}
		});

		for (const [name, reach] of states)
			test(`axe finds nothing wrong in ${name}`, async ({ page }) => {
				await reach(page);
				expect(await problemsOf(page)).toEqual([]);
			});
	});
}
