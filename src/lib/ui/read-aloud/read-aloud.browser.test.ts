import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import '../app.css';
import { readingOf } from '../testing/readings.ts';
import SpokenReading from './SpokenReading.svelte';

/** As pages have it: without a cut. */
const reading = {
	...readingOf(['The minister spoke. “No,” she said.', 'Nobody answered.']),
	cut: { words: [], sentences: [] },
};

const spoken = () => [...document.querySelectorAll('.spoken')].map(({ textContent }) => textContent).join('');

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open() {
	await render(SpokenReading, { reading });
	await userEvent.click(button('Read aloud'));
	await expect.element(page.getByRole('region', { name: 'Read aloud' })).toBeVisible();
}

/** What the test says in place of the browser’s speech, which has no voice here: it speaks when told to. */
class FakeUtterance extends EventTarget {
	voice: unknown;
	lang = '';
	rate = 1;
	onend: (() => void) | undefined;
	onerror: (() => void) | undefined;
	constructor(readonly text: string) {
		super();
	}
}

class FakeSpeech extends EventTarget {
	said: FakeUtterance[] = [];
	now: FakeUtterance | undefined;
	voices = [{ lang: 'en-GB', localService: true, default: true }];
	getVoices = () => this.voices;
	speak(utterance: FakeUtterance) {
		this.said.push(utterance);
		this.now = utterance;
	}
	cancel() {
		this.now?.onerror?.();
		this.now = undefined;
	}
	finish() {
		this.now?.onend?.();
	}
}

const own = {
	speechSynthesis: Object.getOwnPropertyDescriptor(window, 'speechSynthesis'),
	SpeechSynthesisUtterance: Object.getOwnPropertyDescriptor(window, 'SpeechSynthesisUtterance'),
};

function put(name: keyof typeof own, descriptor: PropertyDescriptor) {
	Object.defineProperty(window, name, { configurable: true, ...descriptor });
}

function speakWith(speech: FakeSpeech): FakeSpeech {
	put('speechSynthesis', { value: speech });
	put('SpeechSynthesisUtterance', { value: FakeUtterance });
	return speech;
}

afterEach(async () => {
	await cleanup();
	for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance'] as const) {
		const descriptor = own[name];
		if (descriptor) Object.defineProperty(window, name, descriptor);
	}
});

describe('where nothing can speak', () => {
	it('a browser without a voice says what one can do, and closing leads back', async () => {
		expect(speechSynthesis.getVoices()).toEqual([]);
		await open();
		await expect.element(page.getByText('This device has no voice for this language yet.')).toBeVisible();
		expect(button('Play').elements()).toEqual([]);
		await userEvent.click(button('Close'));
		await expect.element(button('Read aloud')).toHaveFocus();
		await expect.element(button('Read aloud')).toHaveAttribute('aria-expanded', 'false');
	});

	it('a browser that forbids speech says so', async () => {
		put('speechSynthesis', {
			get() {
				throw new DOMException('forbidden', 'SecurityError');
			},
		});
		await open();
		await expect.element(page.getByText('This browser can’t read aloud.')).toBeVisible();
	});

	it('a voice that sends the text away is as good as none', async () => {
		const speech = speakWith(new FakeSpeech());
		speech.voices = [{ lang: 'en-GB', localService: false, default: true }];
		await open();
		await expect.element(page.getByText('This device has no voice for this language yet.')).toBeVisible();
	});
});

describe('with a voice', () => {
	it('each sentence is spoken and lit in turn, and at the end there is silence', async () => {
		const speech = speakWith(new FakeSpeech());
		await open();
		await expect.element(button('Play')).toHaveFocus();
		await userEvent.click(button('Play'));
		for (const sentence of ['The minister spoke.', '“No,” she said.', 'Nobody answered.']) {
			await expect.poll(spoken).toBe(sentence);
			expect(speech.now?.text).toBe(sentence);
			speech.finish();
		}
		await expect.element(button('Play')).toBeVisible();
		expect(speech.said).toHaveLength(3);
	});

	it('pause, play, next and previous keep the place', async () => {
		const speech = speakWith(new FakeSpeech());
		await open();
		await userEvent.click(button('Play'));
		await userEvent.click(button('Next sentence'));
		await userEvent.click(button('Pause'));
		expect(speech.now).toBeUndefined();
		expect(spoken()).toBe('“No,” she said.');
		await userEvent.click(button('Play'));
		expect(speech.now?.text).toBe('“No,” she said.');
		await userEvent.click(button('Previous sentence'));
		expect(speech.now?.text).toBe('The minister spoke.');
		await expect.element(button('Previous sentence')).toBeDisabled();
	});

	it('another speed holds from the sentence that is being read', async () => {
		const speech = speakWith(new FakeSpeech());
		await open();
		await userEvent.click(button('Play'));
		await userEvent.selectOptions(page.getByRole('combobox', { name: 'Speed' }), '1.5×');
		expect(speech.now).toMatchObject({ text: 'The minister spoke.', rate: 1.5, lang: 'en-GB' });
	});

	it('leaving ends the speech', async () => {
		const speech = speakWith(new FakeSpeech());
		await open();
		await userEvent.click(button('Play'));
		expect(speech.now).toBeDefined();
		await cleanup();
		expect(speech.now).toBeUndefined();
	});

	it('a voice that fails is said to have stopped, and can be tried again', async () => {
		const speech = speakWith(new FakeSpeech());
		await open();
		await userEvent.click(button('Play'));
		speech.now?.onerror?.();
		await expect.element(page.getByRole('status')).toHaveTextContent('The voice stopped.');
		await userEvent.click(button('Play'));
		expect(speech.now?.text).toBe('The minister spoke.');
	});

	it('voices that come late are taken', async () => {
		const speech = speakWith(new FakeSpeech());
		const { voices } = speech;
		speech.voices = [];
		await open();
		speech.voices = voices;
		speech.dispatchEvent(new Event('voiceschanged'));
		await expect.element(button('Play')).toBeVisible();
	});
});
