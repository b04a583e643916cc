import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityTree } from '../testing/accessibility.ts';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { sorting } from '../testing/items.ts';
import { focusBefore, press } from '../testing/keys.ts';

const snippet = (name: RegExp) => page.getByRole('group', { name });
const category = (of: RegExp, name: string) => snippet(of).getByRole('radio', { name, exact: true });

const wrongly = { aides: 'denied', sources: 'denied' };

describe('sorting snippets', () => {
	it('has each snippet as a numbered group of the categories', async () => {
		await answer(sorting);
		await expect.element(page.getByRole('group', { name: 'The question' })).toBeVisible();
		await expect.element(snippet(/^1 of 2: Sources confirmed it$/)).toBeVisible();
		await expect.element(category(/^2 of 2: Two aides denied it$/, 'Confirmed')).not.toBeChecked();
	});

	it('responds with every pair so far, and says how many are left', async () => {
		const { responses } = await answer(sorting);
		await expect.element(page.getByText('2 snippets are still to be sorted.')).toBeVisible();
		await category(/aides/, 'Confirmed').click();
		await expect.element(page.getByText('1 snippet is still to be sorted.')).toBeVisible();
		await category(/sources/i, 'Confirmed').click();
		await category(/aides/, 'Denied').click();
		expect(responses).toEqual([
			{ aides: 'confirmed' },
			{ aides: 'confirmed', sources: 'confirmed' },
			{ aides: 'denied', sources: 'confirmed' },
		]);
		await expect.element(page.getByText('still to be sorted')).not.toBeInTheDocument();
	});

	it('works by keyboard: one stop a snippet, arrows to its categories', async () => {
		const { responses } = await answer(sorting);
		await focusBefore();
		await press('Tab');
		await press('ArrowRight');
		await press('Tab');
		await press('Space');
		expect(responses.at(-1)).toEqual({ sources: 'confirmed', aides: 'denied' });
		await press('Tab');
		await expect.element(page.getByRole('button', { name: 'After the question' })).toHaveFocus();
	});

	it('says which are right while a try is open, and of the others not where they belong', async () => {
		const { container } = await afterTry(sorting, wrongly);
		expect(container.textContent).toContain('Denied: right');
		expect(container.textContent).toContain('Denied: not right');
		expect(container.textContent).not.toMatch(/It is Confirmed|Why the sources confirm/);
		const categories = (await accessibilityTree()).filter(({ role }) => role === 'radio');
		expect(categories.map(({ name }) => name)).toEqual(['Denied', 'Denied']);
		for (const radio of page.getByRole('radio').elements()) expect(radio).toBeDisabled();
	});

	it('tells where they belong, and why, when closed', async () => {
		await afterClosing(sorting, wrongly);
		await expect.element(snippet(/sources/i)).toHaveTextContent('You chose Denied. It is Confirmed.');
		await expect.element(snippet(/sources/i)).toHaveTextContent('Why the sources confirm.');
	});
});
