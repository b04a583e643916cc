import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../app.css';
import ReadingSettings, { type Settings } from './ReadingSettings.svelte';

const usual: Settings = { theme: 'system', size: 'normal', spacing: 'normal' };

async function open(given: Partial<{ settings: Settings; isKept: boolean }> = {}) {
	const said: (Settings | 'reset' | 'closed')[] = [];
	await render(ReadingSettings, {
		settings: usual,
		isKept: true,
		onchange: (settings) => said.push(settings),
		onreset: () => said.push('reset'),
		onclose: () => said.push('closed'),
		...given,
	});
	return said;
}

it('the dialog has a name, and shows what is set now', async () => {
	await open({ settings: { theme: 'sepia', size: 'larger', spacing: 'wide' } });
	await expect.element(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
	for (const [group, choice] of [
		['Colours', 'Sepia'],
		['Text size', 'Larger'],
		['Space between letters, words and lines', 'Wide'],
	] as const)
		await expect
			.element(page.getByRole('group', { name: group }).getByRole('radio', { name: choice }))
			.toBeChecked();
});

it('each choice is told at once and leaves the others as they are', async () => {
	const said = await open({ settings: { ...usual, size: 'large' } });
	await userEvent.click(page.getByRole('radio', { name: 'Dark' }));
	await userEvent.click(page.getByRole('radio', { name: 'Wide' }));
	expect(said).toEqual([
		{ theme: 'dark', size: 'large', spacing: 'normal' },
		{ theme: 'system', size: 'large', spacing: 'wide' },
	]);
});

it('works by keyboard: arrows choose, Tab goes from group to group, Escape closes', async () => {
	const said = await open();
	await expect.element(page.getByRole('radio', { name: 'As my device' })).toHaveFocus();
	await userEvent.keyboard('{ArrowRight}');
	await userEvent.keyboard('{Tab}{ArrowDown}');
	expect(said).toEqual([
		{ ...usual, theme: 'light' },
		{ ...usual, size: 'large' },
	]);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => said.at(-1)).toBe('closed');
});

it('“Reset” and “Done” do what they say', async () => {
	const said = await open();
	await userEvent.click(page.getByRole('button', { name: 'Reset' }));
	await userEvent.click(page.getByRole('button', { name: 'Done' }));
	await expect.poll(() => said).toEqual(['reset', 'closed']);
});

it('says so where the browser keeps nothing', async () => {
	await open({ isKept: false });
	await expect.element(page.getByRole('status')).toHaveTextContent('They last until you leave or reload it.');
});

it('shows each theme in its own colours', async () => {
	await open();
	const groundOf = (theme: string) => {
		const sample = document.querySelector(`label[data-theme="${theme}"]`);
		return sample && getComputedStyle(sample).backgroundColor;
	};
	expect(groundOf('light')).toBe('rgb(250, 246, 238)');
	expect(groundOf('sepia')).toBe('rgb(241, 227, 200)');
	expect(groundOf('dark')).toBe('rgb(21, 23, 26)');
});

it.each([
	['a small phone', 320, 568, '16px'],
	['a phone on its side', 844, 390, '16px'],
	['a small phone with the largest text', 320, 568, '24px'],
])('fits %s: nothing is cut off at the sides, and “Done” is in view', async (_what, width, height, size) => {
	await page.viewport(width, height);
	document.documentElement.style.fontSize = size;
	await open();
	const dialog = page.getByRole('dialog').element();
	expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
	const done = page.getByRole('button', { name: 'Done' }).element().getBoundingClientRect();
	expect(done.bottom).toBeLessThanOrEqual(height);
	document.documentElement.style.fontSize = '';
	await page.viewport(414, 896);
});
