import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Compared } from '../../engine/interactions/mark/compare.ts';
import { accessibilityTree } from '../testing/accessibility.ts';
import { press } from '../testing/keys.ts';
import { bar, button, click, markOn, openMarking, said, sentences, tabToText } from '../testing/marking.ts';
import { account, rangeOf, wholeOf } from '../testing/readings.ts';
import MarkedText from './MarkedText.svelte';
import { sentencesOf } from './marking-model.ts';

const field = { cut: account.cut, range: wholeOf(account), fixed: [], limit: 4 };
const names = { source: 'Source', cue: 'Cue' };

const nameOf = (label: string | undefined) => ({
	text: new Map(Object.entries(names)).get(label ?? '') ?? '',
	number: Object.keys(names).indexOf(label ?? '') + 1,
});

const on = (quote: string, more: Omit<Compared, 'from' | 'to'>): Compared => ({
	...rangeOf(account, quote),
	...more,
});

const showMarked = (compared: Compared[]) =>
	render(MarkedText, { reading: account, sentences: sentencesOf(field), compared, nameOf });

describe('the text while it is marked', () => {
	it('is a list box of several choices, named by the question and described by how it works', async () => {
		await openMarking();
		const text = page.getByRole('listbox', { name: 'Who says so?' });
		await expect.element(text).toHaveAttribute('aria-multiselectable', 'true');
		await expect.element(text).toHaveAccessibleDescription(/Tap the first word.*→ ← word.*Delete removes/);
	});

	it('has its paragraphs as numbered groups, and other parts of the page under their names', async () => {
		const [headline, ...others] = account.blocks;
		const blocks = headline ? [{ ...headline, part: 'picture' as const }, ...others] : [];
		await openMarking({ reading: { ...account, blocks } });
		const text = page.getByRole('listbox');
		await expect.element(text.getByRole('group', { name: 'Picture', exact: true })).toBeVisible();
		await expect.element(text.getByRole('group', { name: 'Paragraph 2', exact: true })).toBeVisible();
		expect(text.getByRole('group').elements()).toHaveLength(2);
	});

	it('has its sentences as options that browsers name by their words, gaps kept', async () => {
		await openMarking();
		await expect.element(sentences().first()).toBeVisible();
		const options = (await accessibilityTree()).filter(({ role }) => role === 'option');
		expect(options.map(({ name }) => name)).toEqual([
			'The minister said the strike was planned.',
			'Two aides denied it.',
			'An agency reported that sources close to the army confirmed the claim.',
			'Nobody else was quoted.',
		]);
	});

	it('says of a sentence that something in it is marked, what, and where it ends', async () => {
		await openMarking({ marks: [markOn('aides'), markOn('denied it', 'cue')] });
		const sentence = page.getByRole('option', { name: 'Two aides (Source) denied it (Cue).', exact: true });
		await expect.element(sentence).toHaveAttribute('aria-selected', 'true');
		const states = sentences()
			.elements()
			.map((option) => option.getAttribute('aria-selected'));
		expect(states).toEqual(['false', 'true', 'false', 'false']);
	});

	it('has nothing inside a sentence that takes the focus or has a role of its own', async () => {
		await openMarking({ marks: [markOn('aides')] });
		const inside = [...document.querySelectorAll('[role="option"] *')];
		expect(inside.length).toBeGreaterThan(0);
		expect(inside.filter((element) => element.matches('[role], [tabindex], button, a'))).toEqual([]);
	});

	it('names every control', async () => {
		await openMarking({ marks: [markOn('Two aides')] });
		await page.getByText('Add a mark from a list').click();
		await click('aides');
		const controls = (await accessibilityTree()).filter(({ role }) => /button|combobox/i.test(role));
		expect(controls.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				'Start one word earlier',
				'Start one word later',
				'End one word earlier',
				'End one word later',
				'Source',
				'Cue',
				'Content',
				'Remove the mark',
				'Whole sentence',
				'Cancel',
				'Remove Source: Two aides',
				'Sentence',
				'First word',
				'Last word',
				'Label',
				'Add this mark',
			]),
		);
		expect(controls.filter(({ name }) => name === '')).toEqual([]);
		await expect.element(bar()).toBeVisible();
	});

	it('announces through one status what happened, as it happens', async () => {
		await openMarking({ limit: 2 });
		await tabToText();
		expect(page.getByRole('status').elements()).toHaveLength(1);
		const heard: string[] = [];
		const listen = async (key: string) => {
			await press(key);
			heard.push(said());
		};
		for (const key of ['ArrowRight', 'Shift+ArrowRight', '2', 'Delete', 'Control+z', 'ArrowDown'])
			await listen(key);
		expect(heard).toEqual([
			'“The”, 1 word selected.',
			'“The minister”, 2 words selected.',
			'“The minister” is marked: Cue. 1 mark, 1 left.',
			'The mark on “The minister” is removed. 0 marks, 2 left.',
			'Undone. 1 mark, 1 left.',
			'',
		]);
	});
});

describe('the marked text afterwards', () => {
	const compared = [
		on('The minister', { kind: 'hit', label: 'source', own: 'source' }),
		on('planned', { kind: 'extra', own: 'cue' }),
		on('Two aides', { kind: 'missed', label: 'source' }),
		on('denied', { kind: 'mislabelled', label: 'cue', own: 'source' }),
		on('An agency', { kind: 'given', label: 'source' }),
		on('sources close to the army', { kind: 'arguable', own: 'source' }),
		on('Nobody', { kind: 'arguable' }),
	];

	it('is plain prose: no roles, nothing to focus', async () => {
		const { container } = await showMarked(compared);
		expect(container.textContent).toContain('The minister');
		expect(container.querySelector('[role], [tabindex], [aria-selected], button')).toBeNull();
	});

	it('says in words what each stretch is, and where it ends', async () => {
		const { container } = await showMarked(compared);
		const paragraphs = [...container.querySelectorAll('p')].map((p) => p.textContent.trim());
		expect(paragraphs).toEqual([
			'✓ Source: The minister (end) said the strike was × Cue: planned (end). missed: Source: Two aides (end) × Source, is Cue: denied (end) it.',
			'Source: An agency (end) reported that Source? readers differ: sources close to the army (end) confirmed the claim. readers differ: Nobody (end) else was quoted.',
		]);
	});

	it('does not say the right label of a wrong one while that is not told', async () => {
		const { container } = await showMarked([on('denied', { kind: 'mislabelled', own: 'source' })]);
		expect(container.textContent).toContain('× Source: denied');
		expect(container.textContent).not.toContain('Cue');
	});

	it('keeps the gaps between words for assistive technology', async () => {
		await showMarked(compared);
		const texts = (await accessibilityTree()).filter(({ role }) => role === 'StaticText');
		expect(texts.map(({ name }) => name)).toContain('said the strike was');
		expect(texts.map(({ name }) => name)).toContain('sources close to the army');
	});

	it('tags a stretch over two sentences once, and ends it once', async () => {
		const { container } = await showMarked([
			on('planned. Two', { kind: 'hit', label: 'source', own: 'source' }),
		]);
		expect(container.querySelector('p')?.textContent.trim()).toBe(
			'The minister said the strike was ✓ Source: planned. Two (end) aides denied it.',
		);
	});

	it('leaves every word of the text where it was', async () => {
		const { container } = await showMarked([]);
		const paragraphs = [...container.querySelectorAll('p')].map((p) => p.textContent);
		expect(paragraphs).toEqual(account.blocks.map(({ start, end }) => account.text.slice(start, end)));
	});
});

it('gives up its roles with the marking: buttons of the bar go when nothing is selected', async () => {
	await openMarking();
	await click('aides');
	await button('Cancel').click();
	expect((await accessibilityTree()).some(({ role }) => role === 'toolbar')).toBe(false);
});
