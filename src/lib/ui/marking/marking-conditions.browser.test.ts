import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import { focused, press } from '../testing/keys.ts';
import {
	bar,
	button,
	click,
	cue,
	markOn,
	openMarking,
	selection,
	sentences,
	source,
	tabToText,
	word,
} from '../testing/marking.ts';
import { longReading, readingOf, sameWords } from '../testing/readings.ts';

const phone = () => page.viewport(414, 896);

describe('in a text written from right to left', () => {
	afterEach(phone);

	const arabic = readingOf(['قال الوزير إن الضربة مخططة. نفى اثنان من مساعديه ذلك.'], 'ar');
	const arabicPage = { reading: arabic, language: 'ar', direction: 'rtl' as const };

	it('has its language and direction, and every word', async () => {
		await openMarking(arabicPage);
		const text = page.getByRole('listbox');
		await expect.element(text).toHaveAttribute('lang', 'ar');
		await expect.element(text).toHaveAttribute('dir', 'rtl');
		expect(text.element().textContent.trim()).toBe(arabic.text.trim());
		expect(getComputedStyle(word('الوزير')).direction).toBe('rtl');
		expect(word('قال').getBoundingClientRect().left).toBeGreaterThan(
			word('الوزير').getBoundingClientRect().left,
		);
	});

	it('goes on with the left arrow and back with the right one, as the words stand', async () => {
		const marked = await openMarking(arabicPage);
		await tabToText();
		await press('ArrowLeft', 2);
		expect(selection()).toBe('الوزير');
		await press('ArrowRight');
		expect(selection()).toBe('قال');
		await press('Shift+ArrowLeft', 2);
		expect(selection()).toBe('قال الوزير إن');
		await press('Shift+ArrowRight');
		await press('2');
		expect(marked()).toEqual(['cue: قال الوزير']);
	});

	it('has the tag at the right-hand start of the mark', async () => {
		await page.viewport(900, 700);
		await openMarking({ ...arabicPage, marks: [markOn('الوزير إن', 'source', arabic)] });
		const tag = getComputedStyle(word('الوزير'), '::before');
		expect(tag.content).toContain('Source');
		expect([tag.position, tag.right]).toEqual(['absolute', '0px']);
		expect(getComputedStyle(word('إن'), '::before').content).toBe('none');
		await expect.element(sentences().first()).toHaveAccessibleName('قال الوزير إن (Source) الضربة مخططة.');
	});

	it('moves the ends of the selection the way the words stand', async () => {
		const signs = () =>
			['Start one word earlier', 'Start one word later'].map((name) => button(name).element().textContent);
		await openMarking(arabicPage);
		await click('الوزير');
		expect(signs()).toEqual(['→', '←']);
		const [earlier, later] = ['Start one word earlier', 'Start one word later'].map((name) =>
			button(name).element().getBoundingClientRect(),
		);
		expect(earlier?.left).toBeGreaterThan(later?.left ?? Infinity);
		await button('Start one word earlier').click();
		expect(selection()).toBe('قال الوزير');
	});

	it('takes taps and drags', async () => {
		await openMarking(arabicPage);
		await click('الوزير');
		await click('مخططة');
		expect(selection()).toBe('الوزير إن الضربة مخططة');
		await userEvent.dragAndDrop(word('نفى'), word('من'));
		expect(selection()).toBe('نفى اثنان من');
	});
});

describe('in a text of 1,200 words', () => {
	const reading = longReading(86);

	it('shows them all and marks the last ones', async () => {
		expect(reading.cut.words.length).toBeGreaterThanOrEqual(1_200);
		const marked = await openMarking({ reading });
		expect(sentences().elements()).toHaveLength(86);
		await tabToText();
		await press('Control+End');
		await press('ArrowLeft');
		await press('Shift+ArrowLeft');
		await press('1');
		expect(marked()).toEqual(['source: on Monday']);
	});

	it.each<[step: string, keys: string[]]>([
		['to the next sentence', ['ArrowDown']],
		['to the next word', ['ArrowRight']],
		['to one more word', ['ArrowRight', 'Shift+ArrowRight']],
		['to a mark', ['ArrowRight', '1']],
		['to its removal', ['1', 'Delete']],
	])('touches only the sentences concerned by a step %s', async (_step, keys) => {
		await openMarking({ reading });
		await tabToText();
		await press('ArrowDown', 3);
		for (const key of keys.slice(0, -1)) await press(key);
		const touched = new Set<Element | null>();
		const observer = new MutationObserver((records) => {
			for (const { target } of records) {
				const element = target instanceof Element ? target : target.parentElement;
				touched.add(element?.closest('[role="option"]') ?? element);
			}
		});
		observer.observe(page.getByRole('listbox').element(), {
			subtree: true,
			childList: true,
			attributes: true,
			characterData: true,
		});
		await press(keys.at(-1) ?? '');
		await expect.poll(() => touched.size).toBeGreaterThan(0);
		observer.disconnect();
		expect(touched.size).toBeLessThanOrEqual(2);
	});
});

describe('on a screen of 320 × 256 pixels, as at 400 % zoom', () => {
	const labels = [source, cue, { id: 'long', text: 'Anonymous intermediary' }];

	const small = async (change: Parameters<typeof openMarking>[0] = {}) => {
		await page.viewport(320, 256);
		return openMarking({ labels, ...change });
	};

	afterEach(phone);

	it('overflows nowhere sideways, whatever is marked or selected', async () => {
		const longer = longReading(8);
		const everyOther = Array.from({ length: longer.cut.words.length / 2 }, (_, index) => ({
			from: index * 2,
			to: index * 2 + 1,
			label: 'long',
		}));
		await small({ reading: longer, marks: everyOther, limit: 60 });
		await page.getByText('Add a mark from a list').click();
		await click('what');
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
		const text = page.getByRole('listbox').element();
		expect(text.scrollWidth, 'no tag is cut off').toBeLessThanOrEqual(text.clientWidth);
		await page.viewport(720, 450);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(720);
	});

	it('does not cover the text with the bar', async () => {
		await small({ reading: longReading(8) });
		await click('tells');
		await expect.element(bar()).toBeVisible();
		word('tells').scrollIntoView({ block: 'center' });
		const { x, y, width, height } = word('tells').getBoundingClientRect();
		expect(document.elementFromPoint(x + width / 2, y + height / 2)).toBe(word('tells'));
		expect(getComputedStyle(bar().element()).position).toBe('static');
	});

	it('keeps every control within reach', async () => {
		await small({ marks: [markOn('minister', 'long')] });
		await page.getByText('Add a mark from a list').click();
		await tabToText();
		await press('ArrowRight', 2);
		const controls = page.getByRole('button').elements();
		expect(controls.length).toBeGreaterThan(12);
		for (const control of [...controls, ...page.getByRole('combobox').elements()])
			await userEvent.click(control, { trial: true });
	});

	it('takes a mark from the first key to the last', async () => {
		const marked = await small();
		await tabToText();
		await press('ArrowRight');
		await press('Shift+ArrowRight');
		await press('Enter');
		await press('Tab');
		await press('Enter');
		expect(marked()).toEqual(['cue: The minister']);
	});
});

describe('on an ordinary small screen', () => {
	it('never has the bar cover the word that the keyboard selects', async () => {
		await openMarking({ reading: longReading(38) });
		await tabToText();
		for (let sentence = 0; sentence < 12; sentence += 1) {
			await press('ArrowDown');
			await press('End');
			const { bottom } = document.querySelector('.selected')?.getBoundingClientRect() ?? { bottom: NaN };
			const { top } = bar().element().getBoundingClientRect();
			expect(bottom, focused()).toBeLessThanOrEqual(top);
		}
	});
});

describe('in forced colours', () => {
	const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: 'Same name' }));

	const force = (value: 'active' | 'none') =>
		cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });

	const showLabel = async (label: string) => {
		await cleanup();
		await openMarking({ reading: sameWords, labels: five, marks: [{ from: 1, to: 2, label }] });
	};

	const pictureOf = async (label: string): Promise<string> => {
		await showLabel(label);
		return page.screenshot({ element: page.getByRole('listbox'), save: false });
	};

	afterEach(() => force('none'));

	it('gives each of five labels a line of its own', async () => {
		await force('active');
		expect(matchMedia('(forced-colors: active)').matches).toBe(true);
		const styles = new Set<string>();
		for (const { id } of five) {
			await showLabel(id);
			const marked = document.querySelector('[data-tag]');
			if (marked) styles.add(getComputedStyle(marked).textDecorationStyle);
		}
		expect([...styles].sort()).toEqual(['dashed', 'dotted', 'double', 'solid', 'wavy']);
	});

	it('makes five labels look different even with the same name on the same words', async () => {
		await force('active');
		const pictures: string[] = [];
		for (const { id } of five) pictures.push(await pictureOf(id));
		expect(await pictureOf('a')).toBe(pictures[0]);
		expect(new Set(pictures).size).toBe(5);
	});

	it('keeps the tags visible, in the colour of text', async () => {
		await force('active');
		await showLabel('a');
		const tag = document.querySelector('[data-tag]') ?? document.body;
		const { content, color, visibility, opacity } = getComputedStyle(tag, '::before');
		expect(content).toContain('Same name');
		expect(color).toBe(getComputedStyle(document.body).color);
		expect([visibility, opacity]).toEqual(['visible', '1']);
	});

	it('shows selected words as the system shows a selection', async () => {
		await force('active');
		await openMarking();
		await click('minister');
		const system = document.body.appendChild(document.createElement('i'));
		system.style.cssText = 'forced-color-adjust: none; background: Highlight';
		const { backgroundColor } = getComputedStyle(word('minister'));
		expect(backgroundColor).toBe(getComputedStyle(system).backgroundColor);
		expect(backgroundColor).not.toBe(getComputedStyle(word('said')).backgroundColor);
		system.remove();
		await button('Cancel').click();
	});
});
