import { readFileSync } from 'node:fs';
import { perfect } from '../learner/simulated-learners.ts';
import { homeOf, reviewLesson } from '../../src/lib/learner/item-ref.ts';
import {
	answerRight,
	checkButton,
	expect,
	heading,
	itemsOf,
	lessonOf,
	nextLink,
	saySure,
	shown,
	test,
} from './crossread.ts';
import { script } from './hands.ts';
import { keep, workAt } from './keep.ts';

const lesson = lessonOf('who-says-so');

/** A Monday afternoon. */
const learnt = new Date('2026-10-05T15:00:00+02:00');

const daysLater = (days: number) => new Date(learnt.getTime() + days * 86_400_000);

/** A whole lesson, answered right and fairly sure of it. */
const answers = workAt(lesson, learnt.getTime(), (item, dice) => ({
	...perfect(item, dice),
	confidence: 'fairly-sure',
}));

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });

test('what was learnt comes back two days later, in a short review, and then later again', async ({
	page,
}) => {
	await page.clock.setFixedTime(daysLater(1));
	await page.goto('/about/');
	await keep(page, answers);
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Next review: Wednesday 7 October' })).toBeVisible();

	await page.clock.setFixedTime(daysLater(2));
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Due today: 3 questions, about 3 minutes' })).toBeVisible();
	await page.getByRole('link', { name: 'Review now' }).click();
	await page.getByRole('button', { name: 'Start' }).click();
	for (const number of [1, 2, 3]) {
		await expect(page.getByText(`${number} of 3`, { exact: true })).toBeVisible();
		const home = homeOf(reviewLesson, decodeURIComponent(new URL(page.url()).hash.slice(1)));
		const item = itemsOf(lessonOf(home.lesson)).find(({ id }) => id === home.item);
		if (!item) throw new Error(`There is no item at ${page.url()}`);
		await expect(heading(page)).toHaveText(shown(item.prompt));
		await answerRight(page, item, lessonOf(home.lesson), script(page));
		await saySure(page, item, script(page));
		await checkButton(page).click();
		await nextLink(page).click();
	}
	await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused();
	await expect(page.getByRole('listitem').filter({ hasText: 'Right at once' })).toHaveCount(3);
	const next = page.locator('main ol > li').first();
	const words = (await next.textContent()) ?? '';

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the dates for my calendar' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('crossread-review.ics');
	const calendar = readFileSync(await file.path(), 'utf8');
	expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n.*DTSTART;VALUE=DATE:202610\d\d\r\n.*END:VCALENDAR\r\n$/s);

	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Nothing is due today' })).toBeVisible();
	await expect(next).toHaveText(words);
	await page.goto('/');
	await expect(page.getByRole('link', { name: /^Next review: / })).toBeVisible();
});

test('who has answered nothing yet is told when reviews begin', async ({ page }) => {
	await page.goto('/review/');
	await expect(page.getByRole('heading', { level: 1, name: 'Nothing to review yet' })).toBeVisible();
	await page.getByRole('link', { name: 'To the lessons' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('One event.');
});
