import { expect, it } from 'vitest';
import { chooseVoice } from './voices.ts';

const voice = (lang: string, change: { localService?: boolean; default?: boolean } = {}) => ({
	lang,
	localService: true,
	default: false,
	...change,
});

it('a voice that would send the text away is never chosen', () => {
	expect(chooseVoice([voice('en-US', { localService: false, default: true })], 'en')).toBeUndefined();
});

it('a voice of another language is never chosen', () => {
	expect(chooseVoice([voice('de-DE', { default: true }), voice('enm')], 'en')).toBeUndefined();
});

it('any region of the language will do, however the system writes it', () => {
	expect(chooseVoice([voice('de-DE'), voice('en_GB')], 'en-US')?.lang).toBe('en_GB');
});

it('the system’s own choice goes first', () => {
	const voices = [voice('en-AU'), voice('en-GB', { default: true }), voice('en-US')];
	expect(chooseVoice(voices, 'en')?.lang).toBe('en-GB');
	expect(
		chooseVoice(
			voices.filter((candidate) => !candidate.default),
			'en',
		)?.lang,
	).toBe('en-AU');
});
