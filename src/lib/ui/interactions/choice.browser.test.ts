import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { descriptionOf } from '../testing/accessibility.ts';
import { afterClosing, afterTry, answer } from '../testing/interactions.ts';
import { manyOfThree, oneOfThree } from '../testing/items.ts';
import { focusBefore, press } from '../testing/keys.ts';

const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const checkbox = (name: string) => page.getByRole('checkbox', { name, exact: true });

describe('a choice of one', () => {
	it('is a group named by the question, of radio buttons named by their options', async () => {
		await answer(oneOfThree);
		const group = page.getByRole('group', { name: 'The question' });
		for (const name of ['The minister', 'Two aides', 'An agency'])
			await expect.element(group.getByRole('radio', { name, exact: true })).not.toBeChecked();
	});

	it('responds with what is clicked, and with the next click instead', async () => {
		const { responses } = await answer(oneOfThree);
		await page.getByText('Two aides').click();
		await page.getByText('An agency').click();
		expect(responses).toEqual([['aides'], ['agency']]);
		await expect.element(radio('An agency')).toBeChecked();
		await expect.element(radio('Two aides')).not.toBeChecked();
	});

	it('is one tab stop, moved through by arrows', async () => {
		const { responses } = await answer(oneOfThree);
		await focusBefore();
		await press('Tab');
		await press('Space');
		await press('ArrowDown');
		expect(responses).toEqual([['minister'], ['aides']]);
		await press('Tab');
		await expect.element(page.getByRole('button', { name: 'After the question' })).toHaveFocus();
	});

	it('stands in the order of the attempt unless the author has fixed it', async () => {
		const values = () =>
			page
				.getByRole('radio')
				.elements()
				.map((input) => input.getAttribute('value'));
		await answer({ ...oneOfThree, order: 'seeded' });
		expect(values()).toEqual(['agency', 'aides', 'minister']);
	});

	it('says what is wrong with a wrong answer while a try is open, and does not tell the right one', async () => {
		const { container } = await afterTry(oneOfThree, ['aides']);
		await expect.element(radio('Two aides')).toBeDisabled();
		await expect.poll(() => descriptionOf('radio', 'Two aides')).toBe('Your answer, not right About aides.');
		expect(container.textContent).not.toMatch(/Right answer|About minister|About agency/);
	});

	it('tells the right one, and why not the others, when closed', async () => {
		const { container } = await afterClosing(oneOfThree, ['aides']);
		await expect.poll(() => descriptionOf('radio', 'The minister')).toBe('Right answer About minister.');
		expect(container.textContent).toContain('About agency');
	});
});

describe('a choice of many', () => {
	it('responds with all that is ticked, in the order of the item', async () => {
		const { responses } = await answer(manyOfThree);
		await page.getByText('An agency').click();
		await page.getByText('The minister').click();
		await page.getByText('An agency').click();
		expect(responses).toEqual([['agency'], ['minister', 'agency'], ['minister']]);
	});

	it('works by Tab and Space', async () => {
		const { responses } = await answer(manyOfThree);
		await focusBefore();
		await press('Tab', 2);
		await press('Space');
		await press('Tab');
		await press('Space');
		expect(responses.at(-1)).toEqual(['aides', 'agency']);
		await expect.element(checkbox('An agency')).toBeChecked();
	});

	it('keeps what was missed to itself while a try is open', async () => {
		const open = await afterTry(manyOfThree, ['minister', 'agency']);
		await expect.poll(() => descriptionOf('checkbox', 'The minister')).toMatch(/^Your answer, right/);
		await expect.element(checkbox('Two aides')).not.toHaveAttribute('aria-describedby');
		expect(open.container.textContent).not.toContain('Right, not chosen');
	});

	it('tells what was missed when closed', async () => {
		await afterClosing(manyOfThree, ['minister']);
		await expect
			.poll(() => descriptionOf('checkbox', 'Two aides'))
			.toMatch(/^Right, not chosen About aides\./);
	});
});
