import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { MarkItem } from '../../engine/interactions/mark/schema.ts';
import { afterClosing, afterGivingUp, afterTry, answer } from '../testing/interactions.ts';
import { marking } from '../testing/items.ts';
import { focusBefore, press } from '../testing/keys.ts';
import { button, click, markOn, said } from '../testing/marking.ts';
import { account, rangeOf } from '../testing/readings.ts';

const [first, ...others] = marking.key;

const halfMarked: MarkItem = {
	...marking,
	start: 'half-marked',
	key: first ? [{ ...first, given: true }, ...others] : [],
};

const toFix: MarkItem = {
	...marking,
	start: 'to-fix',
	key: halfMarked.key,
	wrong: [
		{ span: { reading: 'account', span: 'army' }, label: 'source', words: rangeOf(account, 'the army') },
	],
};

/** Right, wrong label, wrong place, and arguable; the aides are missed. */
const tried = [markOn('The minister'), markOn('denied'), markOn('An agency'), markOn('the army')];

/** How often it is said that readers differ. */
const differs = () => page.getByText('Here readers reasonably differ').elements().length;

describe('a bare text', () => {
	it('is marked by keyboard', async () => {
		const { responses } = await answer(marking);
		await expect.element(page.getByRole('listbox', { name: 'The question' })).toBeVisible();
		await focusBefore();
		await press('Tab');
		await press('ArrowRight');
		await press('Shift+ArrowRight');
		await press('1');
		expect(responses).toEqual([[markOn('The minister')]]);
	});

	it('is marked by clicks, mark after mark', async () => {
		const { responses } = await answer(marking, [markOn('The minister')]);
		await expect.element(page.getByRole('listbox')).toBeVisible();
		await click('denied');
		await button('Cue').click();
		expect(responses).toEqual([[markOn('The minister'), markOn('denied', 'cue')]]);
	});
});

describe('a half-marked text', () => {
	it('shows the given marks with why, and they are not in the response', async () => {
		const { responses } = await answer(halfMarked);
		const given = page.getByRole('heading', { name: 'Marked already, and why' });
		await expect.element(given).toBeVisible();
		await expect.element(page.getByText('“The minister”. Why minister is marked.')).toBeVisible();
		await expect.element(page.getByRole('region', { name: /Your marks 0 made, 5 left/ })).toBeVisible();
		await click('denied');
		await button('Cue').click();
		expect(responses).toEqual([[markOn('denied', 'cue')]]);
	});
});

describe('marks to fix', () => {
	it('are the learner’s from the start: to be removed or relabelled', async () => {
		const { responses } = await answer(toFix);
		await button('Remove Source: the army').click();
		expect(responses).toEqual([[markOn('The minister')]]);
		expect(said()).toContain('The mark on “the army” is removed.');
		await click('minister');
		await button('Cue').click();
		expect(responses.at(-1)).toEqual([markOn('The minister', 'cue')]);
	});
});

describe('what is said to the marks', () => {
	it('while a try is open: which hit and which don’t, how many are missing, and no more', async () => {
		const { container } = await afterTry(marking, tried);
		await expect.element(page.getByText('One more is to be found.')).toBeVisible();
		const text = container.textContent;
		expect(text).toContain('✓ Source: The minister');
		expect(text).toContain('× Source: denied');
		expect(text).toContain('× Not Source');
		expect(text).toContain('The sign of a source.');
		expect(text).toContain('Nobody from the army speaks.');
		expect(text).not.toMatch(/Missed|missed|It is Cue|is Cue|Why denial|Why aides|Two aides \(end\)/);
		expect(container.querySelector('[role="listbox"], [role="option"]')).toBeNull();
	});

	it('when closed: everything, in place and in words', async () => {
		const { container } = await afterClosing(marking, tried);
		await expect.element(page.getByText('Missed: Source', { exact: true })).toBeVisible();
		const text = container.textContent;
		expect(text).toContain('missed: Source: Two aides');
		expect(text).toContain('× Source, is Cue: denied');
		expect(text).toContain('× You said Source. It is Cue.');
		expect(text).toContain('Why denial is marked.');
		expect(text).toContain('Why aides is marked.');
		expect(text).toContain('Source? readers differ: An agency');
		expect(text).toContain('Why readers differ.');
		expect(differs()).toBe(1);
	});

	it('says where readers differ also to those who did not mark there', async () => {
		await afterClosing(marking, [markOn('The minister')]);
		await expect.element(page.getByText('Why readers differ.')).toBeVisible();
		expect(differs()).toBe(1);
	});

	it('shows the key alone where the solution was asked for', async () => {
		const { container } = await afterGivingUp(marking);
		await expect.element(page.getByText('missed: Cue:')).toBeVisible();
		expect(container.textContent).toContain('missed: Source: The minister');
	});

	it.each([
		['too short', [markOn('minister')], 'Source: the right place, but words are missing'],
		['too long', [markOn('The minister said the strike')], 'Source: in there, but the mark is too long'],
	])('says of a mark that it is %s', async (_what, marks, words) => {
		await afterTry(marking, marks);
		await expect.element(page.getByText(words)).toBeVisible();
	});
});
