import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import {
	checkButton,
	expect,
	holdCode,
	lessonOf,
	nextLink,
	openLesson,
	option,
	rightOptions,
	test,
} from './crossread.ts';
import { isItem } from '../../src/lib/engine/lesson-plan.ts';

const lesson = lessonOf('who-says-so');
const first = lesson.steps[0];
if (!first || !isItem(first) || first.type !== 'choice') throw new Error('These tests start from a choice.');
const right = rightOptions(first)[0] ?? '';

async function answerFirst(page: Page): Promise<void> {
	await openLesson(page, lesson.id, `#${first?.id}`);
	if (first?.type === 'choice') await option(page, first, right).check();
	await checkButton(page).click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

const openStorage = async (page: Page) => {
	await page.goto('/storage/');
	await expect(page.getByText('Works. Holds')).toHaveCount(2);
};

const row = (page: Page) => page.getByRole('listitem').filter({ hasText: lesson.title });

const removeDatabase = (page: Page) =>
	page.evaluate(
		() =>
			new Promise((resolve, reject) => {
				const request = indexedDB.deleteDatabase('crossread');
				request.onsuccess = resolve;
				request.onerror = reject;
			}),
	);

const removeJournal = (page: Page) =>
	page.evaluate(async () =>
		(await navigator.storage.getDirectory()).removeEntry('crossread', { recursive: true }),
	);

for (const [what, remove] of [
	['database', removeDatabase],
	['journal', removeJournal],
] as const)
	test(`an answer is kept twice: without the ${what} it is still there, and soon in both places again`, async ({
		page,
	}) => {
		await answerFirst(page);
		await page.goto('/about/');
		await remove(page);
		await openStorage(page);
		await expect(row(page)).toContainText('1 attempt, 1 answer');
		await page.reload();
		const held = page.getByText(/^Works\. Holds \d+ entries\.$/);
		await expect(held).toHaveCount(2);
		expect(new Set(await held.allTextContents()).size).toBe(1);
	});

test('work saved to a file can be erased here and opened again', async ({ page }) => {
	await answerFirst(page);
	await openStorage(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Finish and erase' }).click();
	await page.getByRole('button', { name: 'Save to a file first' }).click();
	const path = await (await download).path();
	expect((await download).suggestedFilename()).toMatch(/^crossread-work-\d{4}-\d\d-\d\d\.json$/);
	await page.getByRole('button', { name: 'Erase now' }).click();
	await expect(page.getByText('Everything is erased from this browser.')).toBeVisible();
	await expect(page.getByText('Nothing yet.')).toBeVisible();

	const file = { name: 'work.json', mimeType: 'application/json', buffer: await readFile(path) };
	const damaged = Buffer.from(file.buffer.toString().replace(first.id, 'other'));
	await page.getByLabel('Open my work').setInputFiles({ ...file, buffer: damaged });
	await expect(page.getByText('Something in this file has changed')).toBeVisible();
	await page.getByLabel('Open my work').setInputFiles(file);
	await expect(page.getByText('Added 1 attempt with 1 answer.')).toBeVisible();
	await page.getByLabel('Open my work').setInputFiles(file);
	await expect(page.getByText('Everything in this file was here already.')).toBeVisible();
	await openLesson(page, lesson.id);
	await expect(page.getByRole('link', { name: /^Continue \(1 of/ })).toBeVisible();
});

for (const [path, field, words] of [
	['/storage/', 'Open my work', 'This isn’t work saved by Crossread.'],
	['/teach/results/', 'Choose files', 'There is no handed-in work in this.'],
] as const)
	test(`a file that was chosen before the page had come to life is read, on ${path}`, async ({ page }) => {
		const letGo = await holdCode(page);
		await page.goto(path);
		await page
			.getByLabel(field)
			.setInputFiles({ name: 'essay.txt', mimeType: 'text/plain', buffer: Buffer.from('An essay.') });
		letGo();
		await expect(page.getByText(words)).toBeVisible();
	});

test('a button that was pressed before the page had come to life does its work once it has', async ({
	page,
}) => {
	const letGo = await holdCode(page);
	await page.goto('/teach/results/');
	await page.getByLabel('Paste codes').fill('An essay.');
	await page.getByRole('button', { name: 'Read the codes' }).click();
	letGo();
	await expect(page.getByText('There is no handed-in work in this.')).toBeVisible();
});

test('of two tabs one writes, the other follows and can take over; erasing is noticed in both', async ({
	page,
	context,
}) => {
	await openLesson(page, lesson.id, `#${first.id}`);
	await expect(checkButton(page)).toBeVisible();
	const other = await context.newPage();
	await openLesson(other, lesson.id, `#${first.id}`);
	const notice = (tab: Page) => tab.getByText('This lesson is open in another tab.');
	await expect(notice(other)).toBeVisible();

	await option(page, first, right).check();
	await expect(option(other, first, right)).toBeChecked();
	await checkButton(page).click();
	await nextLink(page).click();
	await expect(other.getByText(`2 of ${lesson.steps.length}`)).toBeVisible();

	await other.getByRole('button', { name: 'Work here instead' }).click();
	await expect(notice(page)).toBeVisible();
	await expect(notice(other)).toBeHidden();
	await nextLink(other).click();
	await expect(page.getByText(`3 of ${lesson.steps.length}`)).toBeVisible();

	await other.close();
	await expect(notice(page)).toBeHidden();
	await page.getByRole('link', { name: 'Back' }).click();
	await expect(page.getByText(`2 of ${lesson.steps.length}`)).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	const eraser = await context.newPage();
	await openStorage(eraser);
	await eraser.getByRole('button', { name: 'Finish and erase' }).click();
	await eraser.getByRole('button', { name: 'Erase now' }).click();
	await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();
});

for (const [what, global] of [
	['database', 'indexedDB'],
	['journal', 'Worker'],
] as const)
	test(`where the browser forbids the ${what}, it says “Saved once”, and why`, async ({ page }) => {
		await page.addInitScript((forbidden) => {
			Object.defineProperty(window, forbidden, {
				get() {
					throw new DOMException('forbidden', 'SecurityError');
				},
			});
		}, global);
		await openLesson(page, lesson.id, `#${first.id}`);
		await option(page, first, right).check();
		await page.getByRole('button', { name: 'Saved once' }).click();
		await expect(page.getByText('in one copy instead of two')).toBeVisible();
	});

test('what cannot be saved is kept in the page, tried again, and can be taken along as a file', async ({
	page,
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'Worker', { value: undefined });
		const { get } = Object.getOwnPropertyDescriptor(window, 'indexedDB') ?? {};
		Object.defineProperty(window, 'indexedDB', {
			get() {
				if (!('isFree' in window)) throw new DOMException('forbidden', 'SecurityError');
				return get?.call(window);
			},
		});
	});
	await openLesson(page, lesson.id, `#${first.id}`);
	await option(page, first, right).check();
	await checkButton(page).click();
	const trouble = page.locator('.trouble');
	await expect(trouble).toContainText('Not saved: keep this page open, save to a file.');
	const download = page.waitForEvent('download');
	await trouble.getByRole('button', { name: 'Save to a file' }).click();
	expect(await readFile(await (await download).path(), 'utf8')).toContain('"type":"check"');

	await trouble.getByRole('link').click();
	await expect(page.getByText('Some of your work is not saved.')).toBeVisible();
	await expect(row(page)).toContainText('1 attempt, 1 answer');
	await page.goBack();
	await expect(page.getByText('Not saved: keep this page open, save to a file.').first()).toBeVisible();
	await page.evaluate(() => Object.assign(window, { isFree: true }));
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('button', { name: 'Saved once' })).toBeVisible();
});
