import { describe, expect, it } from 'vitest';
import { countPresses, focused, press } from '../testing/keys.ts';
import { cue, markOn, openMarking, said, selection, source, tabToText } from '../testing/marking.ts';
import { longReading } from '../testing/readings.ts';

const first = 'The minister said the strike was planned.';
const second = 'Two aides denied it.';
const third = 'An agency reported that sources close to the army confirmed the claim.';
const last = 'Nobody else was quoted.';

describe('how many keys a mark takes', () => {
	const middle = 'officials in the northern town';

	it('marks five words in the middle of 38 sentences with at most 35 key presses', async () => {
		const marked = await openMarking({ reading: longReading(38), labels: [source] });
		await tabToText();
		const presses = countPresses();
		await press('ArrowDown', 18);
		await press('ArrowRight', 5);
		await press('Shift+ArrowRight', 4);
		await press('Enter');
		expect(marked()).toEqual([`source: ${middle}`]);
		expect(focused()).toContain('Sentence 19 ');
		expect(presses()).toBeLessThanOrEqual(35);
	});

	it('takes no more with several labels, whether the label is chosen by its digit or from the bar', async () => {
		const marked = await openMarking({ reading: longReading(38) });
		await tabToText();
		const presses = countPresses();
		await press('ArrowDown', 18);
		await press('ArrowRight', 5);
		await press('Shift+ArrowRight', 4);
		await press('2');
		const withDigit = presses();
		expect(marked()).toEqual([`cue: ${middle}`]);

		await press('ArrowRight', 5);
		await press('Shift+ArrowRight', 4);
		await press('Enter');
		await press('Enter');
		expect(marked()).toEqual([`source: ${middle}`]);
		expect(withDigit).toBeLessThanOrEqual(35);
		expect(presses() - withDigit + 18).toBeLessThanOrEqual(35);
	});

	it('reaches the last sentence and its last word in two presses and marks the sentence in a third', async () => {
		const marked = await openMarking({ reading: longReading(38) });
		await tabToText();
		const presses = countPresses();
		await press('Control+End');
		await press('1');
		expect(marked()).toHaveLength(1);
		expect(marked()[0]).toContain('Sentence 38 ');
		expect(presses()).toBe(3);
	});
});

describe('what each key does', () => {
	it.each<[title: string, keys: [string, number?][], sentence: string, selected: string | undefined]>([
		['Down goes to the next sentence', [['ArrowDown', 2]], third, undefined],
		['Down stops at the last sentence', [['ArrowDown', 9]], last, undefined],
		['Up goes back a sentence', [['ArrowDown', 2], ['ArrowUp']], second, undefined],
		['Up stops at the first sentence', [['ArrowUp', 2]], first, undefined],
		['Right goes to the first word, then on', [['ArrowRight', 2]], first, 'minister'],
		['Left goes to the last word, then back', [['ArrowLeft', 2]], first, 'was'],
		['Right goes on into the next sentence', [['End'], ['ArrowRight']], second, 'Two'],
		['Left goes back into the sentence before', [['ArrowDown'], ['Home'], ['ArrowLeft']], first, 'planned'],
		['Up and Down drop the selection', [['ArrowRight'], ['ArrowDown']], second, undefined],
		[
			'Shift+Right takes in the next word',
			[['ArrowRight'], ['Shift+ArrowRight', 2]],
			first,
			'The minister said',
		],
		[
			'Shift+Left gives it back',
			[['ArrowRight'], ['Shift+ArrowRight', 3], ['Shift+ArrowLeft', 2]],
			first,
			'The minister',
		],
		[
			'Shift+Left grows to the left of the anchor',
			[['End'], ['Shift+ArrowLeft', 2]],
			first,
			'strike was planned',
		],
		[
			'Shift keeps the selection in its paragraph',
			[['ArrowDown'], ['End'], ['Shift+ArrowRight', 3]],
			second,
			'it',
		],
		[
			'Shift+Down selects to the end of the sentence',
			[['ArrowRight', 3], ['Shift+ArrowDown']],
			first,
			'said the strike was planned',
		],
		[
			'Shift+Down again goes on to the next',
			[
				['ArrowRight', 3],
				['Shift+ArrowDown', 2],
			],
			second,
			'said the strike was planned. Two aides denied it',
		],
		[
			'Shift+Up selects to the start of the sentence',
			[['ArrowRight', 3], ['Shift+ArrowUp']],
			first,
			'The minister said',
		],
		['Home goes to the first word of the sentence', [['ArrowRight', 3], ['Home']], first, 'The'],
		['End goes to its last word', [['End']], first, 'planned'],
		['Shift+Home selects to the start', [['ArrowRight', 3], ['Shift+Home']], first, 'The minister said'],
		['Shift+End selects to the end', [['ArrowRight', 6], ['Shift+End']], first, 'was planned'],
		['Ctrl+End goes to the last sentence', [['Control+End']], last, undefined],
		['Ctrl+Home goes to the first sentence', [['Control+End'], ['Control+Home']], first, undefined],
		['Esc drops the selection', [['ArrowRight', 3], ['Escape']], first, undefined],
	])('%s', async (_title, keys, sentence, selected) => {
		const marked = await openMarking();
		await tabToText();
		for (const [key, times] of keys) await press(key, times);
		expect(focused()).toBe(sentence);
		expect(selection()).toBe(selected);
		expect(marked()).toEqual([]);
	});

	it.each(['Enter', 'Space'])('%s marks at once where there is one label', async (key) => {
		const marked = await openMarking({ labels: [source] });
		await tabToText();
		await press('ArrowRight', 2);
		await press(key);
		expect(marked()).toEqual(['source: minister']);
		expect(focused()).toContain('The minister');
	});

	it.each(['Enter', 'Space'])('%s leads to the labels where there are several', async (key) => {
		const marked = await openMarking();
		await tabToText();
		await press('ArrowRight', 2);
		await press(key);
		expect(focused()).toMatch(/Source$/);
		expect(marked()).toEqual([]);
		await press('Tab');
		await press(key);
		expect(marked()).toEqual(['cue: minister']);
	});

	it('means the whole sentence where no word is selected', async () => {
		const marked = await openMarking();
		await tabToText();
		await press('ArrowDown');
		await press('3');
		expect(marked()).toEqual(['content: Two aides denied it']);
	});

	it.each([
		['1', 'source'],
		['2', 'cue'],
		['3', 'content'],
	])('%s gives the label of that number', async (digit, label) => {
		const marked = await openMarking();
		await tabToText();
		await press('ArrowRight');
		await press(digit);
		expect(marked()).toEqual([`${label}: The`]);
	});

	it('does nothing at a digit that has no label', async () => {
		const marked = await openMarking({ labels: [source, cue] });
		await tabToText();
		await press('ArrowRight');
		await press('3');
		await press('0');
		expect(marked()).toEqual([]);
		expect(selection()).toBe('The');
	});

	it.each(['Delete', 'Backspace'])(
		'%s removes the mark in view, and says so where there is none',
		async (key) => {
			const marked = await openMarking({ marks: [markOn('aides denied')] });
			await tabToText();
			await press(key);
			expect(marked()).toEqual(['source: aides denied']);
			expect(said()).toBe('There is no mark of yours here.');
			await press('ArrowDown');
			await press(key);
			expect(marked()).toEqual([]);
		},
	);

	it('removes the mark under the selected word, not another of the sentence', async () => {
		const marked = await openMarking({ marks: [markOn('minister'), markOn('strike', 'cue')] });
		await tabToText();
		await press('ArrowRight', 5);
		expect(selection()).toBe('strike');
		await press('Delete');
		expect(marked()).toEqual(['source: minister']);
	});

	it('undoes with Ctrl+Z, step by step', async () => {
		const marked = await openMarking();
		await tabToText();
		await press('1');
		await press('ArrowDown');
		await press('2');
		await press('Delete');
		expect(marked()).toEqual(['source: The minister said the strike was planned']);
		await press('Control+z');
		expect(marked()).toEqual([
			'source: The minister said the strike was planned',
			'cue: Two aides denied it',
		]);
		await press('Control+z', 5);
		expect(marked()).toEqual([]);
	});
});

describe('one stop', () => {
	it('is a single tab stop: Tab enters at the sentence left last, and leaves again', async () => {
		await openMarking();
		await tabToText();
		expect(focused()).toBe(first);
		await press('ArrowDown', 2);
		await press('Shift+Tab');
		expect(focused()).toBe('Before the text');
		await press('Tab');
		expect(focused()).toBe(third);
		await press('Tab');
		expect(focused()).toBe('Add a mark from a list');
		await press('Tab');
		expect(focused()).toBe('After the text');
	});

	it('leads from the text to the bar, in the order of the page, while words are selected', async () => {
		await openMarking();
		await tabToText();
		await press('ArrowRight');
		await press('Tab');
		expect(focused()).toBe('Start one word earlier');
		await press('Escape');
		expect(focused()).toBe(first);
		expect(selection()).toBeUndefined();
	});

	it('takes digits only while the focus is inside the text', async () => {
		const marked = await openMarking();
		await tabToText();
		await press('ArrowRight');
		await press('Shift+Tab');
		await press('1');
		expect(marked()).toEqual([]);
		await press('Tab');
		await press('1');
		expect(marked()).toEqual(['source: The']);
	});
});

describe('where the focus is', () => {
	it.each<[after: string, keys: [string, number?][]]>([
		['marking with a digit', [['ArrowRight'], ['2']]],
		['marking with Enter', [['ArrowRight'], ['Enter'], ['Enter']]],
		['removing a mark with Delete', [['1'], ['Delete']]],
		['cancelling with Esc', [['ArrowRight'], ['Escape']]],
		['cancelling from the bar', [['ArrowRight'], ['Enter'], ['Escape']]],
		['undoing with Ctrl+Z', [['1'], ['Control+z']]],
	])('stays with the sentence after %s', async (_after, keys) => {
		await openMarking();
		await tabToText();
		await press('ArrowDown');
		for (const [key, times] of keys) await press(key, times);
		expect(focused()).toMatch(/^Two( \(\w+\))? aides denied it/);
		await press('ArrowUp');
		expect(focused()).toBe(first);
	});

	it('stays with the sentence after its mark is removed from the bar', async () => {
		const marked = await openMarking({ marks: [markOn('aides')], labels: [source, cue] });
		await tabToText();
		await press('ArrowDown');
		await press('ArrowRight', 2);
		await press('Enter');
		await press('Tab', 2);
		expect(focused()).toBe('Remove the mark');
		await press('Enter');
		expect(marked()).toEqual([]);
		expect(focused()).toBe(second);
	});

	it('stays in “Your marks” after a removal: on the next mark, then on Undo', async () => {
		await openMarking({ marks: [markOn('minister'), markOn('aides', 'cue')] });
		await tabToText();
		await press('Tab');
		expect(focused()).toBe('Remove Source: minister');
		await press('Enter');
		expect(focused()).toBe('Remove Cue: aides');
		await press('Enter');
		expect(focused()).toBe('Undo');
	});

	it('is in the text again when the last step has been undone by the button', async () => {
		await openMarking();
		await tabToText();
		await press('1');
		await press('Tab', 2);
		expect(focused()).toBe('Undo');
		await press('Enter');
		expect(focused()).toBe(first);
	});
});

describe('the bar', () => {
	const openBar = async (options: Parameters<typeof openMarking>[0]) => {
		await openMarking(options);
		await tabToText();
		await press('ArrowRight');
		await press('Enter');
		expect(focused()).toContain('Source');
	};

	it('is gone through by arrows, from its end to its start, and by Home and End', async () => {
		await openBar({});
		await press('ArrowRight');
		expect(focused()).toContain('Cue');
		await press('End');
		expect(focused()).toBe('Cancel');
		await press('ArrowRight');
		expect(focused()).toBe('Start one word earlier');
		await press('ArrowLeft');
		expect(focused()).toBe('Cancel');
		await press('Home');
		expect(focused()).toBe('Start one word earlier');
	});
});

it('types nothing into the page: letters and combinations of the browser are left alone', async () => {
	const marked = await openMarking({ labels: [source, cue] });
	await tabToText();
	let defaults = 0;
	const count = (event: KeyboardEvent) => (defaults += event.defaultPrevented ? 0 : 1);
	window.addEventListener('keydown', count);
	await press('a');
	await press('F2');
	window.removeEventListener('keydown', count);
	expect(defaults).toBe(2);
	expect(marked()).toEqual([]);
	expect(selection()).toBeUndefined();
	expect(focused()).toBe(first);
});
