import type { Page } from '@playwright/test';
import { compiled, expect, itemsOf, lessonOf, openLesson, shown, test } from './crossread.ts';
import { headlineOf } from '../../src/lib/text/reading.ts';
import { plainText } from '../../src/lib/text/rich-text.ts';

const lesson = lessonOf('who-says-so');

test('the home page says what this is and leads to every lesson and account', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('One event. Five accounts.');
	for (const { title } of compiled.lessons)
		await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
	for (const reading of compiled.readings) {
		await page.getByRole('link', { name: headlineOf(reading), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: headlineOf(reading) })).toBeVisible();
		await page.goBack();
	}
	await expect(page.getByRole('link', { name: `Start with “${compiled.lessons[0]?.title}”` })).toBeVisible();
});

test.describe('at an address that isn’t there', () => {
	test.use({ expected: /status of 404/ });

	test('the page leads back to the lessons', async ({ page }) => {
		await page.goto('/nothing/');
		await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
		await page.getByRole('link', { name: 'To the lessons' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('One event.');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the accounts and the questions of a lesson are readable', async ({ page }) => {
		await page.goto(`/lessons/${lesson.id}/`);
		await page.getByRole('link', { name: 'Read the accounts and the questions' }).click();
		const plain = page.getByRole('main');
		for (const reading of lesson.readings) await expect(plain).toContainText(headlineOf(reading));
		for (const item of itemsOf(lesson)) await expect(plain).toContainText(plainText(item.prompt));
	});
});

/** Whatever can be pressed and is smaller than a fingertip: 44 by 44 pixels. Words within a text are exempt. */
const tooSmall = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('a, button, select, summary, textarea, label:has(input)')]
			.filter(
				(control) => control.checkVisibility() && !control.matches('.term, p:not(.kicker) > a:not(.button)'),
			)
			.map((control) => ({ text: control.textContent.trim(), box: control.getBoundingClientRect() }))
			.filter(({ box }) => box.width < 43.5 || box.height < 43.5)
			.map(({ text, box }) => `${text}: ${box.width} × ${box.height}`),
	);

for (const [name, width, fontSize] of [
	['320 pixels wide', 320, '100%'],
	['with text at 200 %', 640, '200%'],
] as const) {
	test(`nothing has to be scrolled sideways, and every control is large enough for a finger, ${name}`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 640 });
		await page.addInitScript((size) => {
			document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
		}, fontSize);
		for (const path of ['/', '/about/', `/readings/${lesson.readings[0]?.slug}/`, `/lessons/${lesson.id}/`]) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
				width,
			);
			expect(await tooSmall(page), path).toEqual([]);
		}
		for (const item of itemsOf(lesson)) {
			await openLesson(page, lesson.id, `#${item.id}`);
			await expect(page.locator('[data-step-heading]')).toHaveText(shown(item.prompt));
			expect(await page.evaluate(() => document.documentElement.scrollWidth), item.id).toBeLessThanOrEqual(
				width,
			);
			expect(await tooSmall(page), item.id).toEqual([]);
		}
	});
}
