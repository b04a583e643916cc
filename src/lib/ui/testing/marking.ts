import type { ComponentProps } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Mark } from '../../engine/interactions/mark/mark.ts';
import type { Reading } from '../../text/reading.ts';
import { quoteOf } from '../marking/text-pieces.ts';
import { focusBefore, press } from './keys.ts';
import MarkingPage from './MarkingPage.svelte';
import { account, rangeOf, wholeOf } from './readings.ts';

export const source = { id: 'source', text: 'Source' };
export const cue = { id: 'cue', text: 'Cue' };
export const content = { id: 'content', text: 'Content' };

type Page = Partial<ComponentProps<typeof MarkingPage>> & { reading?: Reading };

/** Shows a text to mark; returns what is marked so far, as “label: words”. */
export async function openMarking({ reading = account, marks = [], ...page }: Page = {}): Promise<
	() => string[]
> {
	let kept: readonly Mark[] = marks;
	await render(MarkingPage, {
		reading,
		marks,
		range: wholeOf(reading),
		labels: [source, cue, content],
		fixed: [],
		limit: 4,
		onmarks: (next: readonly Mark[]) => (kept = next),
		...page,
	});
	return () => kept.map((mark) => `${mark.label}: ${quoteOf(reading, mark)}`);
}

export const markOn = (quote: string, label = 'source', reading = account): Mark => ({
	...rangeOf(reading, quote),
	label,
});

/** Goes to the text by keyboard, as somebody who doesn't use a mouse does. */
export async function tabToText(): Promise<void> {
	await focusBefore();
	await press('Tab');
}

/** A word of the text, the first that reads like this. */
export function word(text: string): HTMLElement {
	const words = [...document.querySelectorAll<HTMLElement>('[role="listbox"] [data-word]')];
	const found = words.find(({ textContent }) => textContent === text);
	if (!found) throw new TypeError(`The text has no word “${text}”`);
	return found;
}

export const sentences = () => page.getByRole('listbox').getByRole('option');

export const click = (text: string): Promise<void> => userEvent.click(word(text));

export const bar = () => page.getByRole('toolbar', { name: 'Mark the selected words' });

/** The words that the bar says are selected. */
export const selection = (): string | undefined =>
	bar().query()?.querySelector('p')?.textContent.replace(/^“|”$/g, '');

export const button = (name: string) => page.getByRole('button', { name, exact: true });

export const said = (): string => page.getByRole('status').element().textContent.trim();

export const yourMarks = () => page.getByRole('region', { name: 'Your marks' });
