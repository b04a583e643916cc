import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { writing } from '../testing/items.ts';
import { focusBefore, press } from '../testing/keys.ts';

const field = () => page.getByRole('textbox', { name: 'The question' });
const text = 'Both sides speak';

describe('writing', () => {
	it('has a field named by the question that counts words and says how many it takes', async () => {
		await answer(writing);
		await expect
			.element(field())
			.toHaveAccessibleDescription(/^0 words; write at least 3\. Nobody scores this/);
		await userEvent.fill(field(), 'One');
		await expect.element(field()).toHaveAccessibleDescription(/^1 word; write at least 3\./);
		await userEvent.fill(field(), text);
		await expect.element(field()).toHaveAccessibleDescription(/^3 words\. Nobody scores this/);
	});

	it('keeps the text after a pause, once, and not letter by letter', async () => {
		const { responses } = await answer(writing);
		await userEvent.type(field(), text);
		await expect.poll(() => responses, { timeout: 3_000 }).toContain(text);
		expect(responses.length).toBeLessThan(text.length / 2);
		await expect.element(field()).toHaveValue(text);
		await expect.element(field()).toHaveFocus();
	});

	it('keeps the text at once when the field is left', async () => {
		const { responses } = await answer(writing);
		await expect.element(field()).toBeVisible();
		await focusBefore();
		await press('Tab');
		await userEvent.keyboard('ok');
		await press('Tab');
		expect(responses.at(-1)).toBe('ok');
		await expect.element(field()).toHaveValue('ok');
	});

	it('keeps what was typed last when the page changes before the pause is over', async () => {
		const { responses } = await answer(writing);
		await userEvent.fill(field(), text);
		await cleanup();
		await expect.poll(() => responses).toEqual([text]);
	});

	it('goes on from what was kept, and does not keep again what has not changed', async () => {
		const { responses } = await answer(writing, text);
		await expect.element(field()).toHaveValue(text);
		await field().click();
		await press('Tab');
		expect(responses).toEqual([]);
	});
});

describe('comparing', () => {
	it('shows one’s own text, and while another try is open neither model nor rubric', async () => {
		const { container } = await afterTry(writing, text);
		await expect.element(page.getByRole('region', { name: 'What you wrote' })).toHaveTextContent(text);
		expect(container.textContent).not.toMatch(/One way to write it|I name both sides/);
		await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
	});

	it('shows the model beside it when closed', async () => {
		await afterClosing(writing, text);
		await expect
			.element(page.getByRole('region', { name: 'One way to write it' }))
			.toHaveTextContent('The minister said it was planned; two aides denied that.');
		await expect.element(page.getByRole('region', { name: 'What you wrote' })).toHaveTextContent(text);
	});

	it('lets the learner tick a rubric of their own text, by click and by keyboard', async () => {
		const { ticks } = await afterClosing(writing, text);
		const rubric = page.getByRole('group', { name: 'Look at your own text. What is true of it?' });
		await rubric.getByRole('checkbox', { name: 'My verbs are neutral.' }).click();
		await press('Shift+Tab');
		await press('Space');
		expect(ticks).toEqual([['neutral'], ['both', 'neutral']]);
		await rubric.getByRole('checkbox', { name: 'My verbs are neutral.' }).click();
		expect(ticks.at(-1)).toEqual(['both']);
	});
});
