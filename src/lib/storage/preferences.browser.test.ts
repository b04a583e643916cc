import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
	defaultPreferences,
	keepPreferences,
	readPreferences,
	watchPreferences,
	type Preferences,
} from './preferences.ts';

const sepia: Preferences = { theme: 'sepia', size: 'large', spacing: 'wide' };
const own = Object.getOwnPropertyDescriptor(window, 'localStorage');

/** Another page of this site, with a storage of its own view on the same data. */
function openOtherTab(): Storage {
	const frame = document.body.appendChild(document.createElement('iframe'));
	if (!frame.contentWindow) throw new Error('The frame has no window');
	return frame.contentWindow.localStorage;
}

beforeEach(() => localStorage.clear());

afterEach(() => {
	if (own) Object.defineProperty(window, 'localStorage', own);
	for (const frame of document.querySelectorAll('iframe')) frame.remove();
	localStorage.clear();
});

it('preferences that are kept are read again', () => {
	expect(readPreferences()).toEqual(defaultPreferences);
	expect(keepPreferences(sepia)).toBe(true);
	expect(readPreferences()).toEqual(sepia);
});

it('where the browser forbids storage, the defaults are read and nothing is called kept', () => {
	Object.defineProperty(window, 'localStorage', {
		configurable: true,
		get() {
			throw new DOMException('forbidden', 'SecurityError');
		},
	});
	expect(keepPreferences(sepia)).toBe(false);
	expect(readPreferences()).toEqual(defaultPreferences);
});

it('where the storage is full, nothing is called kept', () => {
	const room = 'x'.repeat(5 * 1024 * 1024 - 'filler'.length);
	localStorage.setItem('filler', room);
	expect(keepPreferences(sepia)).toBe(false);
});

it('what another tab keeps or clears is heard, and nothing else', async () => {
	const heard: Preferences[] = [];
	const stop = watchPreferences((preferences) => heard.push(preferences));
	const other = openOtherTab();
	other.setItem('something else', '1');
	keepPreferences(sepia);
	other.setItem('crossread.preferences', JSON.stringify({ version: 1, ...sepia, theme: 'dark' }));
	await vi.waitFor(() => expect(heard).toEqual([{ ...sepia, theme: 'dark' }]));
	other.clear();
	await vi.waitFor(() => expect(heard.at(-1)).toEqual(defaultPreferences));
	stop();
	other.setItem('crossread.preferences', JSON.stringify({ version: 1, ...sepia }));
	other.setItem('a last word', '1');
	await new Promise((resolve) =>
		addEventListener('storage', (event) => event.key === 'a last word' && resolve(event)),
	);
	expect(heard).toHaveLength(2);
});
