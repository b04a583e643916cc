import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { wordings } from '../testing/items.ts';
import { focusBefore, focused, press } from '../testing/keys.ts';

const verb = () => page.getByRole('combobox', { name: 'Verb of saying, gap 1 of 2', exact: true });
const noun = () => page.getByRole('combobox', { name: 'Name of the event, gap 2 of 2', exact: true });

const wrongly = { verb: 'admitted', noun: 'raid' };

describe('choosing the wording of a sentence', () => {
	it('has a named select in each gap, nothing chosen', async () => {
		await answer(wordings);
		await expect.element(page.getByRole('group', { name: 'The question' })).toBeVisible();
		await expect.element(verb()).toHaveValue('');
		await expect.element(verb()).toHaveTextContent('choose');
		await expect.element(noun()).toHaveValue('');
	});

	it('responds with every gap so far', async () => {
		const { responses } = await answer(wordings);
		await userEvent.selectOptions(verb(), 'admitted');
		await userEvent.selectOptions(noun(), 'raid');
		await userEvent.selectOptions(verb(), 'said');
		expect(responses).toEqual([{ verb: 'admitted' }, wrongly, { verb: 'said', noun: 'raid' }]);
		await expect.element(verb()).toHaveValue('said');
	});

	it('works by keyboard alone', async () => {
		const { responses } = await answer(wordings);
		await expect.element(verb()).toBeVisible();
		await focusBefore();
		await press('Tab');
		expect(focused()).toBe('Verb of saying, gap 1 of 2');
		await press('s');
		await press('Tab');
		await press('r');
		expect(responses.at(-1)).toEqual({ verb: 'said', noun: 'raid' });
		expect(focused()).toBe('Name of the event, gap 2 of 2');
	});

	it('reads the sentence as a whole with the chosen words, and says what each does, while a try is open', async () => {
		const { container } = await afterTry(wordings, wrongly);
		const sentence = page.getByRole('group', { name: 'The question' });
		await expect.element(sentence).toHaveTextContent('The minister admitted that the raid was planned.');
		await expect.element(page.getByText('× Verb of saying: “admitted”')).toBeVisible();
		await expect.element(page.getByText('✓ Name of the event: “raid”')).toBeVisible();
		expect(container.textContent).toContain('About admitted.');
		expect(container.textContent).not.toMatch(/“said”|About said|As a whole it can read|Why not the other/);
	});

	it('tells the wording that fits, why, and how the whole can read, when closed', async () => {
		const { container } = await afterClosing(wordings, wrongly);
		await expect.element(page.getByText('As a whole it can read')).toBeVisible();
		const text = container.textContent;
		expect(text).toContain('The minister said that the raid was planned.');
		expect(text).toMatch(/“said” fits\. About said\./);
		expect(text).toContain('About claimed.');
		expect(text).toContain('About massacre.');
	});

	it('does not repeat the sentence to somebody who had it right', async () => {
		const { container } = await afterClosing(wordings, { verb: 'said', noun: 'raid' });
		await expect.element(page.getByText('✓ Verb of saying: “said”')).toBeVisible();
		expect(container.textContent).not.toContain('As a whole it can read');
	});
});
