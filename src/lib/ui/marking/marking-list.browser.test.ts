import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focused, press } from '../testing/keys.ts';
import {
	bar,
	button,
	cue,
	markOn,
	openMarking,
	said,
	source,
	tabToText,
	yourMarks,
} from '../testing/marking.ts';
import { longReading } from '../testing/readings.ts';

const openList = () => page.getByText('Add a mark from a list').click();
const field = (name: string) => page.getByRole('combobox', { name, exact: true });
const add = () => button('Add this mark').click();
const wordsIn = (name: string) =>
	[...field(name).element().querySelectorAll('option')].map(({ textContent }) => textContent);

const choose = async (choices: Record<string, string>) => {
	for (const [name, option] of Object.entries(choices)) await userEvent.selectOptions(field(name), option);
};

describe('adding a mark from a list', () => {
	it('takes any words of any sentence and any label, without the text being touched', async () => {
		const marked = await openMarking();
		await openList();
		await choose({
			Sentence: '3. An agency reported that sources close to the army confirmed the claim',
			'First word': 'sources',
			'Last word': 'army',
			Label: 'Content',
		});
		await add();
		expect(marked()).toEqual(['content: sources close to the army']);
		expect(said()).toBe('“sources close to the army” is marked: Content. 1 mark, 3 left.');
		await choose({ Sentence: '1. The minister said the strike was planned', Label: 'Cue' });
		await add();
		expect(marked()).toEqual(['cue: The', 'content: sources close to the army']);
		expect(focused()).toBe('Add this mark');
	});

	it('offers every sentence, numbered, and every label', async () => {
		await openMarking({ reading: longReading(38) });
		await openList();
		expect(wordsIn('Sentence')).toHaveLength(38);
		expect(wordsIn('Sentence')[18]).toMatch(/^19\. Sentence 19 tells/);
		expect(wordsIn('Label')).toEqual(['Source', 'Cue', 'Content']);
	});

	it('offers as last words only those from the first word on', async () => {
		const marked = await openMarking();
		await openList();
		await choose({ 'Last word': 'said', 'First word': 'strike' });
		expect(wordsIn('Last word')).toEqual(['strike', 'was', 'planned']);
		await expect.element(field('Last word')).toHaveDisplayValue('strike');
		await add();
		expect(marked()).toEqual(['source: strike']);
	});

	it('begins at the first word again in another sentence', async () => {
		const marked = await openMarking();
		await openList();
		await choose({ 'First word': 'strike', 'Last word': 'planned' });
		await choose({ Sentence: '2. Two aides denied it' });
		expect(wordsIn('First word')).toEqual(['Two', 'aides', 'denied', 'it']);
		await add();
		expect(marked()).toEqual(['source: Two']);
	});

	it('asks for no label where there is one', async () => {
		const marked = await openMarking({ labels: [cue] });
		await openList();
		await expect.element(field('Label')).not.toBeInTheDocument();
		await add();
		expect(marked()).toEqual(['cue: The']);
	});

	it('keeps to the part of the text that is asked about', async () => {
		await openMarking({ range: markOn('Two aides denied it') });
		await openList();
		expect(wordsIn('Sentence')).toEqual(['1. Two aides denied it']);
	});

	it('works by keyboard alone', async () => {
		const marked = await openMarking();
		await tabToText();
		await press('Tab');
		await press('Enter');
		await press('Tab');
		await press('ArrowDown');
		await press('Tab');
		await press('ArrowDown');
		await press('Tab', 2);
		await press('ArrowDown');
		await press('Tab');
		await press('Enter');
		expect(marked()).toEqual(['cue: aides']);
	});
});

describe('“Your marks”', () => {
	it('lists every mark with its label and its words, in the order of the text', async () => {
		await openMarking({ marks: [markOn('minister'), markOn('aides denied', 'cue')] });
		const lines = yourMarks().getByRole('listitem').elements();
		expect(lines.map(({ textContent }) => textContent.trim())).toEqual([
			'Source “minister” Remove',
			'Cue “aides denied” Remove',
		]);
	});

	it('says that there are none yet', async () => {
		await openMarking();
		await expect.element(yourMarks()).toHaveTextContent('Your marks 0 made, 4 left None yet.');
	});

	it('removes the mark whose button is pressed, and says so', async () => {
		const marked = await openMarking({ marks: [markOn('minister'), markOn('aides', 'cue')] });
		await button('Remove Cue: aides').click();
		expect(marked()).toEqual(['source: minister']);
		expect(said()).toBe('The mark on “aides” is removed. 1 mark, 3 left.');
	});

	it('undoes additions and removals, one by one, and offers that only where there is something', async () => {
		const marked = await openMarking({ marks: [markOn('minister')] });
		await expect.element(button('Undo')).not.toBeInTheDocument();
		await button('Remove Source: minister').click();
		await openList();
		await add();
		expect(marked()).toEqual(['source: The']);
		await button('Undo').click();
		expect(marked()).toEqual([]);
		await button('Undo').click();
		expect(marked()).toEqual(['source: minister']);
		expect(said()).toBe('Undone. 1 mark, 3 left.');
		await expect.element(button('Undo')).not.toBeInTheDocument();
	});
});

describe('the limit', () => {
	const full = { marks: [markOn('minister'), markOn('aides')], limit: 2, labels: [source, cue] };

	it('is told with every mark that is made', async () => {
		await openMarking({ limit: 2 });
		await tabToText();
		await press('1');
		expect(said()).toMatch(/1 mark, 1 left\.$/);
		await press('ArrowDown');
		await press('1');
		expect(said()).toMatch(/2 marks, 0 left\.$/);
		await expect.element(yourMarks()).toHaveTextContent('2 made, 0 left');
	});

	it('refuses one more, says why, and keeps the selection', async () => {
		const marked = await openMarking(full);
		await tabToText();
		await press('Control+End');
		await press('ArrowRight');
		await press('1');
		expect(said()).toBe('All 2 marks are used. Remove one first.');
		expect(marked()).toEqual(['source: minister', 'source: aides']);
		await expect.element(bar()).toBeVisible();
	});

	it('speaks the same refusal again where it is refused again', async () => {
		await openMarking(full);
		await tabToText();
		await press('Control+End');
		const status = page.getByRole('status').element();
		await press('1');
		const first = status.textContent;
		await press('1');
		expect(status.textContent).not.toBe(first);
		expect(said()).toBe('All 2 marks are used. Remove one first.');
	});

	it('refuses one more from the list as well', async () => {
		const marked = await openMarking(full);
		await openList();
		await add();
		expect(marked()).toHaveLength(2);
		expect(said()).toBe('All 2 marks are used. Remove one first.');
	});

	it('does not stand in the way of another label for words marked already', async () => {
		const marked = await openMarking(full);
		await tabToText();
		await press('ArrowDown');
		await press('2');
		expect(marked()).toEqual(['source: minister', 'cue: Two aides denied it']);
	});
});
