import type { Page } from '@playwright/test';
import { compiled, expect, lessonOf, openLesson, test } from './crossread.ts';

const lesson = lessonOf('who-says-so');
const sepia = 'rgb(241, 227, 200)';

const look = (page: Page) =>
	page.evaluate(() => ({
		paper: getComputedStyle(document.body).backgroundColor,
		size: getComputedStyle(document.documentElement).fontSize,
		isWide: document.documentElement.dataset['spacing'] === 'wide',
	}));

const chosen = { paper: sepia, size: '20.8px', isWide: true };

async function choose(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Reading settings' }).click();
	for (const name of ['Sepia', 'Larger', 'Wide']) await page.getByRole('radio', { name }).check();
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Reading settings' })).toBeFocused();
}

test('reading settings hold at once, on every page, after a reload and in another tab', async ({
	page,
	context,
}) => {
	const other = await context.newPage();
	await other.goto('/about/');
	await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto('/');
	await choose(page);
	expect(await look(page)).toEqual(chosen);
	await expect.poll(() => look(other)).toEqual(chosen);
	await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#f1e3c8');

	// Looks when the body begins: nothing can be painted before, and the site’s scripts come after it.
	await page.addInitScript(() =>
		new MutationObserver((_changes, observer) => {
			if (!document.body) return;
			observer.disconnect();
			Object.assign(window, { atFirst: { ...document.documentElement.dataset } });
		}).observe(document, { childList: true, subtree: true }),
	);
	await page.reload();
	expect(await look(page)).toEqual(chosen);
	expect(await page.evaluate(() => 'atFirst' in window && window.atFirst)).toEqual({
		theme: 'sepia',
		size: 'larger',
		spacing: 'wide',
	});
	for (const path of ['/teach/', '/about/', `/readings/${compiled.readings[0]?.slug}/`]) {
		await page.goto(path);
		await expect(page.getByRole('button', { name: 'Reading settings' })).toBeVisible();
		expect(await look(page), path).toEqual(chosen);
	}
	await openLesson(page, lesson.id, `#${lesson.steps[0]?.id}`);
	await page.getByRole('button', { name: 'Reading settings' }).click();
	await page.getByRole('button', { name: 'Reset' }).click();
	expect(await look(page)).toEqual({ paper: 'rgb(250, 246, 238)', size: '16px', isWide: false });
});
