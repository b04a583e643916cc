import type { Page } from '@playwright/test';
import { isItem } from '../../src/lib/engine/lesson-plan.ts';
import { byHand, expect, lessonOf, rightOptions, shown, test } from './crossread.ts';
import { a4, letter, pdfPages } from './pdf-pages.ts';

/** Together they use every interaction. */
const lessons = byHand.map(lessonOf);

async function openSheet(page: Page, lesson: string, sheet: 'worksheet' | 'key'): Promise<void> {
	await page.goto(`/teach/lessons/${lesson}/`);
	await page
		.getByRole('navigation', { name: 'What to print' })
		.getByRole('link')
		.nth(sheet === 'key' ? 2 : 1)
		.click();
	await expect(page.locator('.sheet ol > li').first()).toBeVisible();
	await page.emulateMedia({ media: 'print' });
}

/** As wide as what the margins leave of an A4 sheet, in CSS pixels. */
const sheetWidth = Math.round((190 / 25.4) * 96);

for (const lesson of lessons) {
	const items = lesson.steps.filter(isItem);

	test(`the worksheet of “${lesson.title}” has every question and no answer, and numbers every fifth line`, async ({
		page,
	}) => {
		await page.setViewportSize({ width: sheetWidth, height: 1100 });
		await openSheet(page, lesson.id, 'worksheet');
		const sheet = page.locator('.sheet');
		await expect(sheet.locator('ol > li')).toHaveCount(items.length);
		const words = ((await sheet.textContent()) ?? '').replace(/\s+/g, ' ');
		for (const item of items) {
			expect(words).toContain(shown(item.prompt).replace(/\s+/g, ' '));
			expect(words).not.toContain(shown(item.explanation).replace(/\s+/g, ' '));
		}
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
		).toBeLessThanOrEqual(0);
		// Where the lines of the text are, and beside which of them the numbers stand.
		const numbered = await sheet.locator('.numbered').evaluateAll((blocks) =>
			blocks.map((block) => {
				const range = document.createRange();
				const tops = [...block.querySelectorAll('p')].flatMap((paragraph) => {
					range.selectNodeContents(paragraph);
					return [...range.getClientRects()].map(({ top, height }) => Math.round(top + height / 2));
				});
				const lines: number[] = [];
				for (const top of tops.sort((a, b) => a - b)) if (top - (lines.at(-1) ?? -99) > 6) lines.push(top);
				return [...block.querySelectorAll('.numbers span')]
					.filter(({ textContent }) => textContent)
					.map((span) => {
						const { top, height } = span.getBoundingClientRect();
						return {
							number: Number(span.textContent),
							line: lines.findIndex((line) => Math.abs(line - top - height / 2) < 6) + 1,
						};
					})
					.filter(({ number }) => number <= lines.length);
			}),
		);
		expect(numbered).toHaveLength(lesson.readings.length);
		for (const numbers of numbered) {
			expect(numbers.length).toBeGreaterThan(3);
			for (const { number, line } of numbers) expect(line).toBe(number);
		}
		for (const [format, size] of [
			['A4', a4],
			['Letter', letter],
		] as const)
			for (const each of pdfPages(await page.pdf({ format }))) expect(each).toEqual(size);
	});
}

test('the key says of every question what is right, and why; only the sheet itself is printed', async ({
	page,
}) => {
	const [lesson] = lessons;
	if (!lesson) throw new Error('There is no lesson');
	await openSheet(page, lesson.id, 'key');
	const items = lesson.steps.filter(isItem);
	const questions = page.locator('.sheet ol > li');
	await expect(questions).toHaveCount(items.length);
	for (const [index, item] of items.entries()) {
		await expect(questions.nth(index)).toContainText(shown(item.explanation));
		if (item.type !== 'choice') continue;
		for (const { id, text, feedback } of item.options) {
			const line = questions
				.nth(index)
				.getByRole('listitem')
				.filter({ hasText: shown(text) })
				.first();
			await expect(line).toContainText(shown(feedback));
			await expect(line).toContainText(rightOptions(item).includes(id) ? '✓' : '×');
		}
	}
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('the key ends every sentence once', async ({ page }) => {
	for (const { id } of lessons) {
		await page.emulateMedia({ media: 'screen' });
		await openSheet(page, id, 'key');
		const lines = await page.locator('.sheet li li').allTextContents();
		expect(lines.filter((line) => /[.?!]\s*\./.test(line))).toEqual([]);
	}
});

test('teachers find plan, worksheet, key and the guide for a first time', async ({ page }) => {
	const [lesson] = lessons;
	if (!lesson) throw new Error('There is no lesson');
	await page.goto('/teach/');
	await page.getByText(lesson.title, { exact: true }).first().click();
	await page.getByRole('link', { name: 'Answer key' }).first().click();
	await expect(page.getByRole('heading', { name: `${lesson.title}: the key` })).toBeVisible();
	await page.getByRole('link', { name: 'Plan', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'What tends to go wrong' })).toBeVisible();
	await page.getByRole('link', { name: 'All lessons' }).click();
	await page.getByRole('link', { name: 'First time?' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('First time? Ten minutes');
	for (const paper of ['A4', 'Letter']) expect(pdfPages(await page.pdf({ format: paper }))).toHaveLength(1);
});
