import type { Locator, Page } from '@playwright/test';
import {
	answerRight,
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
import { isItem } from '../../src/lib/engine/lesson-machine.ts';

const lesson = lessonOf('who-says-so');
const items = itemsOf(lesson);

const mouse: Hand = {
	choose: (control) => control.check(),
	press: (control) => control.click(),
};

const finger: Hand = {
	choose: (control) => control.tap(),
	press: (control) => control.tap(),
};

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 90; presses += 1) {
		if (await isFocused(control)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached ${control}`);
}

const keyboard = (page: Page): Hand => ({
	async choose(control) {
		const isRadio = (await control.getAttribute('type')) === 'radio';
		if (!isRadio) {
			await tabTo(page, control);
			return page.keyboard.press('Space');
		}
		const name = await control.getAttribute('name');
		const group = page.locator(`input[name="${name}"]`);
		const stop =
			(await group.and(page.locator(':checked')).count()) > 0
				? group.and(page.locator(':checked'))
				: group.first();
		await tabTo(page, stop);
		await page.keyboard.press('Space');
		for (let moves = 0; moves < (await group.count()) && !(await isFocused(control)); moves += 1)
			await page.keyboard.press('ArrowDown');
		await expect(control).toBeChecked();
	},
	async press(control) {
		await tabTo(page, control);
		await page.keyboard.press('Enter');
	},
});

/** Touches the screen where the control is, without scrolling to it first. */
async function touch(page: Page, control: Locator): Promise<void> {
	const box = await control.boundingBox();
	if (!box) throw new Error(`${control} is not on the screen`);
	await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Works through the whole lesson without a mistake. */
async function workThrough(page: Page, hand: Hand): Promise<void> {
	for (const step of lesson.steps) {
		await expect(heading(page)).toHaveText(isItem(step) ? shown(step.prompt) : step.title);
		if (isItem(step)) {
			await answerRight(page, step, hand);
			await saySure(page, step, hand);
			await hand.press(checkButton(page));
			await expect(page.getByRole('heading', { name: 'Right', exact: true })).toBeFocused();
		}
		await hand.press(nextLink(page));
	}
	await expect(page.getByText(`${items.length} of ${items.length} points`)).toBeVisible();
	await expect(page.getByText('Saved on this device')).toBeAttached();
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
			await answerRight(page, step, mouse);
			await saySure(page, step, mouse);
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
	await saySure(page, item, mouse);
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

test('a learner works through a lesson by keyboard only', async ({ page }) => {
	test.slow();
	await openLesson(page, lesson.id);
	const hand = keyboard(page);
	await hand.press(page.getByRole('link', { name: 'Start' }));
	await workThrough(page, hand);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a learner works through a lesson by touch only', async ({ page }) => {
		await openLesson(page, lesson.id);
		await page.getByRole('link', { name: 'Start' }).tap();
		await workThrough(page, finger);
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
