import {
	checkButton,
	expect,
	firstChoiceOf,
	heading,
	holdCode,
	itemsOf,
	lessonOf,
	nextLink,
	openLesson,
	option,
	rightOptions,
	shown,
	test,
} from './crossread.ts';

const lesson = lessonOf('who-says-so');
const first = firstChoiceOf(lesson);
const right = rightOptions(first)[0] ?? '';

test('an attempt resumes where it was, with the answer that was chosen but not checked', async ({ page }) => {
	await openLesson(page, lesson.id);
	await page.getByRole('link', { name: 'Start' }).click();
	await option(page, first, right).check();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.reload();
	await expect(option(page, first, right)).toBeChecked();
	await checkButton(page).click();
	await nextLink(page).click();
	await expect(heading(page)).not.toHaveText(shown(first.prompt));
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	await page.goto('/');
	await expect(page.getByText(`1 of ${itemsOf(lesson).length} answered`)).toBeVisible();
	await page.getByRole('link', { name: `Continue: ${lesson.title}` }).click();
	await page.getByRole('link', { name: /^Continue \(/ }).click();
	await expect(page.getByText(`2 of ${lesson.steps.length}`)).toBeVisible();
});

test('the back button goes one step back, and forward again', async ({ page }) => {
	await openLesson(page, lesson.id);
	await page.getByRole('link', { name: 'Start' }).click();
	await page.getByRole('link', { name: 'Skip' }).click();
	await expect(page.getByText(`2 of ${lesson.steps.length}`)).toBeVisible();
	await page.goBack();
	await expect(heading(page)).toHaveText(shown(first.prompt));
	await page.goForward();
	await expect(page.getByText(`2 of ${lesson.steps.length}`)).toBeVisible();
	await page.goBack();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible();
});

test('“Start” works before the page has come to life, and the back button leads to the opening', async ({
	page,
}) => {
	const letGo = await holdCode(page);
	await page.goto(`/lessons/${lesson.id}/`);
	// From here on the router knows the address that it begins with.
	await page.waitForFunction(() => history.state !== null);
	await page.getByRole('link', { name: 'Start' }).click();
	await expect(page).toHaveURL(/#./);
	letGo();
	await expect(heading(page)).toHaveText(shown(first.prompt));
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
	await page.goForward();
	await expect(heading(page)).toHaveText(shown(first.prompt));
});

test('a link to a question opens that question', async ({ page }) => {
	const third = itemsOf(lesson)[2];
	await openLesson(page, lesson.id, `#${third?.id}`);
	await expect(heading(page)).toHaveText(shown(third?.prompt ?? []));
	await expect(heading(page)).toBeVisible();
});

test('a link to a question that is gone opens the lesson', async ({ page }) => {
	await page.goto(`/lessons/${lesson.id}/#long-gone`);
	await expect(page.getByRole('link', { name: 'Start' })).toBeVisible();
});

test('checking without an answer says what is missing and costs no try', async ({ page }) => {
	await openLesson(page, lesson.id, `#${first.id}`);
	await checkButton(page).click();
	await expect(page.getByText('Choose an answer first. This costs no try.')).toBeVisible();
	await option(page, first, right).check();
	await checkButton(page).click();
	await expect(page.getByText('1 point of 1', { exact: false })).toBeVisible();
});

test('a lesson can be done again from its result, and the earlier answers are not in the way', async ({
	page,
}) => {
	await openLesson(page, lesson.id, `#${first.id}`);
	await option(page, first, right).check();
	await checkButton(page).click();
	await page.goto(`/lessons/${lesson.id}/#summary`);
	await expect(page.getByText(`1 of ${itemsOf(lesson).length} points`)).toBeVisible();
	await page.getByRole('button', { name: 'Do this lesson again' }).click();
	await expect(heading(page)).toHaveText(shown(first.prompt));
	await expect(option(page, first, right)).not.toBeChecked();
	await expect(checkButton(page)).toBeVisible();
});
