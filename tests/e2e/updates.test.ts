import type { Lesson } from '../../src/lib/content/compile-content.ts';
import {
	checkButton,
	firstChoiceOf,
	heading,
	itemsOf,
	lessonOf,
	nextLink,
	option,
	rightOptions,
	shown,
} from './crossread.ts';
import { expect, test, untilOffline, untilUpdateWaits, watchReloads } from './own-host.ts';

const lesson = lessonOf('who-says-so');
const first = firstChoiceOf(lesson);

const other = lessonOf('upstream');
const markingIn = (lesson: Lesson) => itemsOf(lesson).find(({ type }) => type === 'mark');

const wording = 'Suppose you want to check both passages.';
const newWording = 'Say that you want to check both passages.';
const newVersion = new Map([
	[wording, newWording],
	[lesson.hash, [...lesson.hash].reverse().join('')],
]);

const notice = 'A new version is ready.';

test('a new version that comes in mid-attempt neither reloads nor loses anything, is offered and applied outside, and leaves the attempt its words', async ({
	page,
	context,
	host,
}) => {
	await page.goto(`lessons/${lesson.id}/#${first.id}`);
	await untilOffline(page);
	await option(page, first, rightOptions(first)[0] ?? '').check();
	await checkButton(page).click();
	await expect(nextLink(page)).toBeVisible();
	const elsewhere = await context.newPage();
	await elsewhere.goto(`lessons/${other.id}/#${other.steps[0]?.id}`);
	const [isReloaded, otherIsReloaded] = [await watchReloads(page), await watchReloads(elsewhere)];
	host.redeploy(newVersion);
	await untilUpdateWaits(page);
	await page.goto(`lessons/${lesson.id}/#${markingIn(lesson)?.id}`);
	await expect(page.getByRole('listbox')).toBeVisible();
	await expect(page.getByText(notice)).toBeHidden();

	await page.getByRole('link', { name: 'All lessons' }).click();
	await expect(page.getByText(notice)).toBeVisible();
	expect(await isReloaded()).toBe(false);
	await page.getByRole('button', { name: 'Update' }).click();
	await expect(page.locator('html[data-first]')).toHaveCount(0);
	await expect(page.getByText(`1 of ${itemsOf(lesson).length} answered`)).toBeVisible();
	await expect(page.getByText(notice)).toBeHidden();

	await test.step('an attempt in another tab goes on as it was, and the way out leads to the new version', async () => {
		await elsewhere.goto(`lessons/${other.id}/#${markingIn(other)?.id}`);
		await expect(elsewhere.getByRole('listbox')).toBeVisible();
		expect(await otherIsReloaded()).toBe(false);
		await elsewhere.getByRole('link', { name: 'All lessons' }).click();
		await expect(elsewhere.locator('html[data-first]')).toHaveCount(0);
	});

	await test.step('the attempt keeps the words that it began with, and a new one gets the new words', async () => {
		await page.goto(`lessons/${lesson.id}/`);
		await expect(page.getByText('This lesson has changed since you began.')).toBeVisible();
		await page.goto(`lessons/${lesson.id}/#${first.id}`);
		await expect(heading(page)).toHaveText(shown(first.prompt));
		await page.goto(`lessons/${lesson.id}/#summary`);
		await expect(page.getByText(`1 of ${itemsOf(lesson).length} points`)).toBeVisible();
		await page.getByRole('button', { name: 'Do this lesson again' }).click();
		await expect(heading(page)).toHaveText(shown(first.prompt).replace(wording, newWording));
	});
});
