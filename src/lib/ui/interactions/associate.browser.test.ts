import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { linking } from '../testing/items.ts';
import { focusBefore, press } from '../testing/keys.ts';

const radio = (name: RegExp | string) => page.getByRole('radio', { name });
const status = () => page.getByRole('status');

const right = { a: 'plan', b: 'denial', same: true, relation: 'contradicts', clash: 'negation' };
const wrong = { a: 'day', b: 'denial', same: false, relation: 'compatible' };

describe('linking two passages', () => {
	it('names the accounts and the passages by the side they would be set to', async () => {
		await answer(linking);
		await expect.element(page.getByRole('group', { name: 'The question' })).toBeVisible();
		await expect.element(page.getByRole('group', { name: 'A An account' })).toBeVisible();
		await expect.element(page.getByRole('group', { name: 'B Another account' })).toBeVisible();
		await expect.element(radio('Set as A: It was planned')).not.toBeChecked();
		await expect.element(radio('Set as B: It was not planned')).not.toBeChecked();
	});

	it('asks about the same matter before it asks how they relate', async () => {
		await answer(linking);
		await expect.element(radio('Set as A: It was planned')).toBeVisible();
		const groups = page.getByRole('group').elements();
		expect(groups.map((group) => group.querySelector(':scope > legend')?.textContent.trim())).toEqual([
			undefined,
			'A An account',
			'B Another account',
			'Are A and B about the same matter?',
			'How does B relate to A?',
		]);
	});

	it('says the pair in words as it is set', async () => {
		await answer(linking);
		await expect.element(status()).toHaveTextContent('No passage is set yet.');
		await radio('Set as A: It was planned').click();
		await expect.element(status()).toHaveTextContent('A is “It was planned”. B is not set yet.');
		await radio('Set as B: It was not planned').click();
		await expect.element(status()).toHaveTextContent('A is “It was planned”. B is “It was not planned”.');
	});

	it('responds with every part, and asks for the kind of clash only of a contradiction', async () => {
		const { responses } = await answer(linking);
		await radio('Set as A: It was planned').click();
		await radio('Set as B: It was not planned').click();
		await radio('Yes, the same matter').click();
		await expect.element(radio('One denies it')).not.toBeInTheDocument();
		await radio(/^Contradicts/).click();
		await radio('One denies it').click();
		expect(responses.at(-1)).toEqual(right);
		await radio(/^Update/).click();
		await expect.element(radio('One denies it')).not.toBeInTheDocument();
		expect(responses.at(-1)).toEqual({ a: 'plan', b: 'denial', same: true, relation: 'update' });
	});

	it('works by keyboard alone, one stop a question', async () => {
		const { responses } = await answer(linking);
		await expect.element(radio('Set as A: It was planned')).toBeVisible();
		await focusBefore();
		await press('Tab');
		await press('Space');
		await press('Tab');
		await press('Space');
		await press('Tab');
		await press('Space');
		await press('Tab');
		await press('Space');
		await press('ArrowDown', 4);
		await press('Tab');
		await press('ArrowLeft');
		expect(responses.at(-1)).toEqual(right);
		await press('Tab');
		await expect.element(page.getByRole('button', { name: 'After the question' })).toHaveFocus();
	});

	it('shows a pair that is given as text, with nothing to set', async () => {
		await answer({ ...linking, a: linking.a.slice(0, 1), b: linking.b.slice(0, 1) });
		await expect.element(page.getByText('It was planned', { exact: true })).toBeVisible();
		await expect.element(radio(/^Set as/)).not.toBeInTheDocument();
		await expect.element(status()).not.toBeInTheDocument();
	});

	it('says part by part what is right while a try is open, without the answer', async () => {
		const { container } = await afterTry(linking, wrong);
		await expect.element(page.getByText('Can a thing be planned and not planned?')).toBeVisible();
		const text = container.textContent;
		expect(text.match(/× Not right/g)).toHaveLength(3);
		expect(text.match(/✓ Right/g)).toHaveLength(1);
		expect(text).not.toMatch(/Belongs to the pair|One says yes|Both are about the plan|The second denies/);
		expect(text).not.toContain('What do they clash in?');
	});

	it('tells the pair, the relation and the clash, and why, when closed', async () => {
		const { container } = await afterClosing(linking, wrong);
		await expect.element(page.getByText('✓ Belongs to the pair').first()).toBeVisible();
		const text = container.textContent;
		expect(text.match(/Belongs to the pair/g)).toHaveLength(2);
		for (const reason of [
			'Both are about the plan.',
			'One says yes, one says no.',
			'The second denies the first.',
		])
			expect(text).toContain(reason);
		expect(text).toContain('One denies it ✓');
	});
});
