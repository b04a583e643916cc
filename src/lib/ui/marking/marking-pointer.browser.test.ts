import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused } from '../testing/keys.ts';
import {
	bar,
	button,
	click,
	markOn,
	openMarking,
	said,
	selection,
	source,
	word,
} from '../testing/marking.ts';
import { longReading } from '../testing/readings.ts';
import { tap } from '../testing/touch.ts';

const selectedByDragging = async (from: string, to: string) => {
	await userEvent.dragAndDrop(word(from), word(to));
	return selection();
};

describe.each([
	['with a finger', (text: string) => tap(word(text))],
	['with the mouse', click],
])('tapping words %s', (_how, touch) => {
	it('takes the first word, then the last, then the label', async () => {
		const marked = await openMarking();
		await touch('minister');
		expect(selection()).toBe('minister');
		await touch('strike');
		expect(selection()).toBe('minister said the strike');
		await button('Cue').click();
		expect(marked()).toEqual(['cue: minister said the strike']);
		expect(selection()).toBeUndefined();
	});

	it('takes the last word first as well', async () => {
		await openMarking();
		await touch('strike');
		await touch('minister');
		expect(selection()).toBe('minister said the strike');
	});

	it('begins anew with the third tap', async () => {
		await openMarking();
		await touch('minister');
		await touch('said');
		await touch('aides');
		expect(selection()).toBe('aides');
	});

	it('begins anew in another paragraph, since a mark stays inside one', async () => {
		await openMarking();
		await touch('minister');
		await touch('agency');
		expect(selection()).toBe('agency');
	});

	it('selects a whole mark that is tapped, to relabel or remove it', async () => {
		const marked = await openMarking({ marks: [markOn('Two aides'), markOn('denied', 'cue')] });
		await touch('aides');
		expect(selection()).toBe('Two aides');
		await button('Content').click();
		expect(marked()).toEqual(['content: Two aides', 'cue: denied']);
		await touch('denied');
		await button('Remove the mark').click();
		expect(marked()).toEqual(['content: Two aides']);
	});
});

describe('the bar', () => {
	it('is there only while words are selected', async () => {
		await openMarking();
		await expect.element(bar()).not.toBeInTheDocument();
		await click('minister');
		await expect.element(bar()).toBeVisible();
		await expect.element(button('Remove the mark')).not.toBeInTheDocument();
	});

	it.each([
		['Start one word earlier', 'Two aides denied'],
		['Start one word later', 'denied'],
		['End one word earlier', 'aides'],
		['End one word later', 'aides denied it'],
		['Whole sentence', 'Two aides denied it'],
	])('changes the selection by “%s” and says what is selected now', async (name, selected) => {
		const marked = await openMarking();
		await click('aides');
		await click('denied');
		await button(name).click();
		expect(selection()).toBe(selected);
		expect(said()).toContain(`“${selected}”`);
		expect(focused()).toBe(name);
		expect(marked()).toEqual([]);
	});

	it('keeps at least one word, and stays in the paragraph', async () => {
		await openMarking();
		await click('it');
		await button('End one word earlier').click();
		await button('Start one word later').click();
		await button('End one word later').click();
		expect(selection()).toBe('it');
	});

	it('cancels, and nothing is marked', async () => {
		const marked = await openMarking();
		await click('aides');
		await button('Cancel').click();
		expect(selection()).toBeUndefined();
		expect(marked()).toEqual([]);
		expect(focused()).toBe('Two aides denied it.');
	});

	it('names its one label as what it does', async () => {
		const marked = await openMarking({ labels: [source] });
		await click('aides');
		await button('Mark: Source').click();
		expect(marked()).toEqual(['source: aides']);
	});

	it('leaves the focus in the text after a mark', async () => {
		await openMarking();
		await click('aides');
		await button('Source').click();
		expect(focused()).toBe('Two aides (Source) denied it.');
	});

	it('is in view at once in a text longer than the screen', async () => {
		await openMarking({ reading: longReading(38) });
		await click('Sentence');
		const { top, bottom } = bar().element().getBoundingClientRect();
		expect(top).toBeGreaterThan(0);
		expect(bottom).toBeLessThanOrEqual(innerHeight);
	});
});

describe('dragging over words with the mouse', () => {
	it('selects them, whole words at both ends, and leaves no native selection behind', async () => {
		const marked = await openMarking();
		expect(await selectedByDragging('said', 'planned')).toBe('said the strike was planned');
		expect(getSelection()?.toString()).toBe('');
		await button('Content').click();
		expect(marked()).toEqual(['content: said the strike was planned']);
	});

	it('goes backwards as well', async () => {
		await openMarking();
		expect(await selectedByDragging('strike', 'minister')).toBe('minister said the strike');
	});

	it('goes on into the next sentence', async () => {
		await openMarking();
		expect(await selectedByDragging('planned', 'aides')).toBe('planned. Two aides');
	});

	it('stops at the end of the paragraph where it began', async () => {
		await openMarking();
		expect(await selectedByDragging('denied', 'agency')).toBe('denied it');
	});

	it('is no tap: the next click begins a new selection', async () => {
		await openMarking();
		await selectedByDragging('said', 'planned');
		await click('minister');
		expect(selection()).toBe('minister');
	});

	it('leaves what is selected outside the text to the reader', async () => {
		await openMarking();
		const heading = document.querySelector('h2') ?? document.body;
		await userEvent.tripleClick(heading);
		expect(getSelection()?.toString().trim()).toBe('Who says so?');
		expect(selection()).toBeUndefined();
	});
});

describe('marks that are given', () => {
	it('are shown, are not the learner’s, and can be neither changed nor removed', async () => {
		const marked = await openMarking({ fixed: [markOn('Two aides')] });
		await click('aides');
		await expect.element(button('Remove the mark')).not.toBeInTheDocument();
		await button('Cue').click();
		expect(said()).toBe('These words are marked already. That mark stays.');
		expect(marked()).toEqual([]);
	});
});
