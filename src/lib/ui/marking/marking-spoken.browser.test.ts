import { virtual } from '@guidepup/virtual-screen-reader';
import { afterEach, expect, it } from 'vitest';
import { focusBefore, press } from '../testing/keys.ts';
import { openMarking } from '../testing/marking.ts';

afterEach(() => virtual.stop());

/** Keeps only what is spoken from now on. */
async function hear(act: () => Promise<void>): Promise<string[]> {
	await virtual.clearSpokenPhraseLog();
	await act();
	return virtual.spokenPhraseLog();
}

/** Reads on, piece by piece, until something is spoken; at the end a reader starts over. */
const readTo = async (phrase: RegExp) => {
	for (let step = 0; step < 200; step += 1) {
		await virtual.next();
		if (phrase.test(await virtual.lastSpokenPhrase())) return;
	}
};

it('reads the question, how to answer, and the text as paragraphs of sentences', async () => {
	await openMarking();
	await virtual.start({ container: document.body });
	const heard = await hear(() => readTo(/^option, Two aides/));
	expect(heard).toEqual(
		expect.arrayContaining([
			'heading, Who says so?, level 2',
			expect.stringMatching(/^By keyboard: .*1–3 marks, Delete removes, Ctrl\+Z undoes\.$/),
			expect.stringMatching(/^listbox, Who says so\?, Tap the first word.* multi-selectable$/),
			'group, Paragraph 1',
			'option, The minister said the strike was planned., not selected, position 1, set size 2',
			'option, Two aides denied it., not selected, position 2, set size 2',
		]),
	);
});

it('speaks a whole task by keyboard: to the text, to a sentence, its words, a label, undo, another way', async () => {
	const marked = await openMarking({ limit: 2 });
	await virtual.start({ container: document.body });
	const heard = await hear(async () => {
		await focusBefore();
		await press('Tab');
		await press('ArrowDown');
		await press('ArrowRight', 2);
		await press('Shift+ArrowRight');
		await press('Enter');
		await press('Tab');
		await press('Enter');
		await press('Control+z');
		await press('1');
	});
	expect(heard).toEqual([
		'button, Before the text',
		expect.stringMatching(/^option, The minister said the strike was planned\., not selected/),
		expect.stringMatching(/^option, Two aides denied it\., not selected/),
		'polite: “Two”, 1 word selected.',
		'polite: “aides”, 1 word selected.',
		'polite: “aides denied”, 2 words selected.',
		'button, Source',
		'button, Cue',
		expect.stringMatching(/^option, Two aides denied \(Cue\) it\., selected/),
		'polite: “aides denied” is marked: Cue. 1 mark, 1 left.',
		'polite: Undone. 0 marks, 2 left.',
		'polite: “Two aides denied it” is marked: Source. 1 mark, 1 left.',
	]);
	expect(marked()).toEqual(['source: Two aides denied it']);
});

it('reads “Your marks” with what each button removes, and the door for lists', async () => {
	await openMarking();
	await virtual.start({ container: document.body });
	await focusBefore();
	await press('Tab');
	await press('2');
	const heard = await hear(() => readTo(/After the text/));
	const order = [
		/^region, Your marks 1 made, 3 left/,
		/^heading, Your marks 1 made, 3 left/,
		/^listitem/,
		/^button, Remove Cue: The minister said the strike was planned/,
		/^button, Undo/,
		/Add a mark from a list/,
	].map((phrase) => heard.findIndex((spoken) => phrase.test(spoken)));
	expect(order).not.toContain(-1);
	expect(order).toEqual([...order].sort((a, b) => a - b));
});
