import { expect, type Locator, type Page } from '@playwright/test';
import type { WordRange } from '../../src/lib/text/words.ts';
import type { Hand } from './crossread.ts';

const labelButton = (page: Page, number: number): Locator =>
	page
		.getByRole('toolbar', { name: 'Mark the selected words' })
		.locator('.primary')
		.nth(number - 1);

async function markByPointing(
	page: Page,
	{ from, to }: WordRange,
	label: number,
	point: Hand['press'],
): Promise<void> {
	await point(page.locator(`[data-word="${from}"]`));
	if (to - from > 1) await point(page.locator(`[data-word="${to - 1}"]`));
	await point(labelButton(page, label));
	await expect(page.locator('.said')).toContainText(' is marked: ');
}

export const mouse = (page: Page): Hand => ({
	choose: (control) => control.check(),
	press: (control) => control.click(),
	select: async (control, label) => void (await control.selectOption({ label })),
	write: (control, text) => control.fill(text),
	mark: (words, label) => markByPointing(page, words, label, (control) => control.click()),
});

export const finger = (page: Page): Hand => ({
	choose: (control) => control.tap(),
	press: (control) => control.tap(),
	// The list of a native select is the system's own: it opens by touch, and choosing in it is the system's part.
	select: async (control, label) => void (await control.selectOption({ label })),
	async write(control, text) {
		await control.tap();
		await page.keyboard.insertText(text);
	},
	mark: (words, label) => markByPointing(page, words, label, (control) => control.tap()),
});

const clickNow = (control: Locator) => control.evaluate((element: HTMLElement) => element.click());

/** Clicks by script: no pointer moves, so that hundreds of items take seconds. The ways in have tests of their own. */
export const script = (page: Page): Hand => ({
	choose: clickNow,
	press: clickNow,
	select: (control, label) =>
		control.evaluate((element: HTMLSelectElement, wanted) => {
			const option = [...element.options].find(({ label: own }) => own === wanted);
			element.value = option?.value ?? '';
			element.dispatchEvent(new Event('change', { bubbles: true }));
		}, label),
	write: (control, text) => control.fill(text),
	mark: (words, label) => markByPointing(page, words, label, clickNow),
});

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 120; presses += 1) {
		if (await isFocused(control)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached ${control}`);
}

const pressTimes = async (page: Page, key: string, times: number) => {
	for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

export const keyboard = (page: Page): Hand => ({
	async choose(control) {
		if ((await control.getAttribute('type')) !== 'radio') {
			await tabTo(page, control);
			return page.keyboard.press('Space');
		}
		const group = page.locator(`input[name="${await control.getAttribute('name')}"]`);
		const checked = group.and(page.locator(':checked'));
		await tabTo(page, (await checked.count()) > 0 ? checked : group.first());
		await page.keyboard.press('Space');
		for (let moves = 0; moves < (await group.count()) && !(await isFocused(control)); moves += 1)
			await page.keyboard.press('ArrowDown');
		await expect(control).toBeChecked();
	},
	async press(control) {
		await tabTo(page, control);
		await page.keyboard.press('Enter');
	},
	async select(control, label) {
		await tabTo(page, control);
		const labels = await control.locator('option').allTextContents();
		// The first option only says “choose”; the arrow goes on from it.
		await pressTimes(page, 'ArrowDown', labels.indexOf(label));
		await expect(control.locator('option:checked')).toHaveText(label);
	},
	async write(control, text) {
		await tabTo(page, control);
		await page.keyboard.insertText(text);
	},
	async mark({ from, to }, label, sentences) {
		const sentence = sentences.findIndex((candidate) => from >= candidate.from && from < candidate.to);
		await tabTo(page, page.locator('[role="option"][tabindex="0"]'));
		await page.keyboard.press('Control+Home');
		await pressTimes(page, 'ArrowDown', sentence);
		await pressTimes(page, 'ArrowRight', from - (sentences[sentence]?.from ?? 0) + 1);
		await pressTimes(page, 'Shift+ArrowRight', to - from - 1);
		await page.keyboard.press(String(label));
		await expect(page.locator('.said')).toContainText(' is marked: ');
	},
});
