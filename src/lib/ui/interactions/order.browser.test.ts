import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { chain } from '../testing/items.ts';
import { focusBefore, focused, press } from '../testing/keys.ts';

const list = () => page.getByRole('list', { name: 'The question' });
const links = () => list().getByRole('listitem');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = () => page.getByRole('status');

const shown = () =>
	links()
		.elements()
		.map((link) => link.querySelector('.words')?.textContent.trim());

const [witness, agency, paper] = ['A witness sees it', 'An agency reports it', 'A paper prints it'];

describe('putting steps in order', () => {
	it('starts shuffled, and says which end is which', async () => {
		const { container } = await answer(chain);
		await expect.element(list()).toBeVisible();
		expect(shown()).toEqual([paper, agency, witness]);
		expect(container.textContent).toMatch(/↑ where it starts[\s\S]*↓ what you read/);
	});

	it('never starts solved', async () => {
		await answer(chain, undefined, (parts) => [...parts]);
		await expect.element(list()).toBeVisible();
		expect(shown()).not.toEqual([witness, agency, paper]);
	});

	it('moves a step by its buttons, responds with the whole order and says the place', async () => {
		const { responses } = await answer(chain);
		await button(`Move up: ${witness}`).click();
		expect(responses).toEqual([['paper', 'witness', 'agency']]);
		await expect.element(status()).toHaveTextContent('Moved to place 2 of 3.');
		await button(`Move down: ${paper}`).click();
		expect(responses.at(-1)).toEqual(['witness', 'paper', 'agency']);
		expect(shown()).toEqual([witness, paper, agency]);
	});

	it('cannot move the first up or the last down', async () => {
		await answer(chain);
		await expect.element(button(`Move up: ${paper}`)).toBeDisabled();
		await expect.element(button(`Move down: ${witness}`)).toBeDisabled();
		await expect.element(button(`Move down: ${paper}`)).toBeEnabled();
	});

	it('keeps the focus on the step that moves, also at the end of the list', async () => {
		const { responses } = await answer(chain);
		await expect.element(list()).toBeVisible();
		await focusBefore();
		await press('Tab');
		expect(focused()).toBe(`Move down: ${paper}`);
		await press('Enter');
		expect(focused()).toBe(`Move down: ${paper}`);
		await press('Space');
		expect(focused()).toBe(`Move up: ${paper}`);
		await expect.element(status()).toHaveTextContent('Moved to place 3 of 3.');
		expect(responses.at(-1)).toEqual(['agency', 'witness', 'paper']);
	});

	it('is put in order by keyboard alone', async () => {
		const { responses } = await answer(chain);
		await expect.element(list()).toBeVisible();
		await focusBefore();
		await press('Tab');
		await press('Enter', 2);
		await press('Shift+Tab', 2);
		expect(focused()).toBe(`Move up: ${witness}`);
		await press('Enter');
		expect(responses.at(-1)).toEqual(['witness', 'agency', 'paper']);
	});

	it.each([
		['down', paper, witness, ['agency', 'witness', 'paper']],
		['up', witness, paper, ['witness', 'paper', 'agency']],
	])(
		'is dragged %s with the mouse, to the place of the step it is dropped on',
		async (_way, from, to, order) => {
			const { responses } = await answer(chain);
			await userEvent.dragAndDrop(page.getByText(from), page.getByText(to));
			await expect.poll(() => responses).toEqual([order]);
			await expect.element(status()).toHaveTextContent(/^Moved to place/);
		},
	);

	it('says which are in order while a try is open, and no more; nothing can be moved', async () => {
		const { container } = await afterTry(chain, ['paper', 'witness', 'agency']);
		await expect.element(list()).toBeVisible();
		expect(container.textContent.match(/✓ In order/g)).toHaveLength(2);
		expect(container.textContent.match(/× Out of place/g)).toHaveLength(1);
		expect(container.textContent).not.toMatch(/Papers take from agencies/);
		expect(list().getByRole('button').elements()).toHaveLength(0);
		expect(page.getByRole('list').elements()).toHaveLength(1);
	});

	it('tells the right order and why when closed', async () => {
		const { container } = await afterClosing(chain, ['paper', 'witness', 'agency']);
		await expect.element(page.getByText('In order', { exact: true })).toBeVisible();
		expect(container.textContent).toContain('Papers take from agencies.');
		const lines = page.getByRole('list').last().getByRole('listitem').elements();
		expect(lines.map(({ textContent }) => textContent.trim())).toEqual([witness, agency, paper]);
	});
});
