import type { Locator, Page } from '@playwright/test';
import {
	answerRight,
	arriveAt,
	byHand,
	checkButton,
	expect,
	heading,
	itemsOf,
	lessonOf,
	nextLink,
	openLesson,
	option,
	rightOptions,
	saySure,
	shown,
	test,
	wrongOption,
	type Hand,
	type ItemOf,
} from './crossread.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import { isItem } from '../../src/lib/engine/lesson-machine.ts';
import { finger, keyboard, mouse } from './hands.ts';

const lesson = lessonOf('who-says-so');
const items = itemsOf(lesson);

/** Touches the screen where the control is, without scrolling to it first. */
async function touch(page: Page, control: Locator): Promise<void> {
	const box = await control.boundingBox();
	if (!box) throw new Error(`${control} is not on the screen`);
	await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Works through a whole lesson without a mistake. */
async function workThrough(page: Page, through: Lesson, hand: Hand): Promise<void> {
	await openLesson(page, through.id);
	await hand.press(page.getByRole('link', { name: 'Start' }));
	for (const step of through.steps) {
		await arriveAt(page, step);
		if (isItem(step)) {
			await answerRight(page, step, through, hand);
			await saySure(page, step, hand);
			await hand.press(checkButton(page));
			await expect(page.getByRole('heading', { name: /^(Right|Compare)$/ })).toBeFocused();
		}
		await hand.press(nextLink(page));
	}
	const judged = itemsOf(through).filter(isJudged).length;
	await expect(page.getByText(`${judged} of ${judged} points`)).toBeVisible();
	await expect(page.getByText('Saved', { exact: true })).toBeAttached();
}

test('a learner works through a lesson with right, wrong and second-try answers', async ({ page }) => {
	await openLesson(page, lesson.id);
	await page.getByRole('link', { name: 'Start' }).click();
	let expected = 0;
	for (const step of lesson.steps) {
		if (!isItem(step)) {
			await page.getByRole('link', { name: 'Next' }).click();
			continue;
		}
		const position = items.indexOf(step);
		const isLater = position > 2 || step.type !== 'choice' || step.select !== 'one';
		if (isLater) {
			await answerRight(page, step, lesson, mouse(page));
			await saySure(page, step, mouse(page));
			await checkButton(page).click();
			expected += 1;
		} else {
			await wrongFirst(page, step);
			const gaveUp = position > 0;
			if (gaveUp) {
				await page.getByRole('button', { name: 'Show the answer instead' }).click();
			} else {
				await page.getByRole('button', { name: 'Try again' }).click();
				await option(page, step, rightOptions(step)[0] ?? '').check();
				await checkButton(page).click();
				await expect(page.getByText('½ point of 1', { exact: false })).toBeVisible();
				expected += 0.5;
			}
		}
		await explained(page, step);
		await nextLink(page).click();
	}
	const whole = Math.floor(expected);
	await expect(
		page.getByText(`${whole}${expected > whole ? '½' : ''} of ${items.length} points`),
	).toBeVisible();
	for (const skill of lesson.skills)
		await expect(page.getByRole('rowheader', { name: skill.title })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Worth another look' })).toBeVisible();
});

async function wrongFirst(page: Page, item: ItemOf<'choice'>): Promise<void> {
	const wrong = wrongOption(item);
	await option(page, item, wrong).check();
	await saySure(page, item, mouse(page));
	await checkButton(page).click();
	const feedback = item.options.find(({ id }) => id === wrong)?.feedback ?? [];
	await expect(page.getByText(shown(feedback))).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Not yet' })).toBeFocused();
	// What gives the answer away waits until there is no more try.
	await expect(page.getByText(shown(item.explanation))).toHaveCount(0);
	await expect(page.locator('mark[data-lit]')).toHaveCount(0);
}

/** The explanation is there, and the evidence is lit up in the account. */
async function explained(page: Page, item: (typeof items)[number]): Promise<void> {
	await expect(page.getByText(shown(item.explanation))).toBeVisible();
	const [first] = item.evidence;
	await expect(page.locator(`mark[data-lit~="${first?.span}"]`).first()).toBeVisible();
}

const through = byHand.map(lessonOf);

test('the lessons worked through here use every interaction', () => {
	const types = new Set(through.flatMap(itemsOf).map(({ type }) => type));
	expect([...types].sort()).toEqual([
		'associate',
		'choice',
		'extended-text',
		'inline-choice',
		'mark',
		'match',
		'order',
	]);
});

for (const each of through)
	test(`a learner works through “${each.title}” by keyboard only`, async ({ page }) => {
		test.slow();
		await workThrough(page, each, keyboard(page));
	});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	for (const each of through)
		test(`a learner works through “${each.title}” by touch only`, async ({ page }) => {
			test.slow();
			await workThrough(page, each, finger(page));
		});

	test('the account is one tap away, and closing it loses no place', async ({ page }) => {
		await openLesson(page, lesson.id, `#${items[1]?.id}`);
		await expect(heading(page)).toBeVisible();
		await page.evaluate(() => window.scrollTo(0, 300));
		const before = await page.evaluate(() => window.scrollY);
		await touch(page, page.getByRole('button', { name: 'Account' }));
		const account = page.getByRole('region', { name: 'The account' });
		await expect(account.getByRole('heading', { level: 2 })).toBeVisible();
		await account.evaluate((element) => element.scrollTo(0, 250));
		await page.getByRole('button', { name: 'Back to the question' }).tap();
		await expect(account.getByRole('heading', { level: 2 })).toBeHidden();
		expect(await page.evaluate(() => window.scrollY)).toBe(before);
		await touch(page, page.getByRole('button', { name: 'Account' }));
		expect(await account.evaluate((element) => element.scrollTop)).toBe(250);
		await page.goBack();
		await expect(account.getByRole('heading', { level: 2 })).toBeHidden();
		await expect(heading(page)).toBeVisible();
	});
});
