import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsOf } from './attempt-settings.ts';

describe('the settings of a lesson', () => {
	it('are the defaults where the lesson lays down nothing', () => {
		expect(settingsOf({})).toEqual(defaultSettings);
	});

	it('take what the lesson lays down', () => {
		expect(settingsOf({ tries: 3, hintCost: 0.25, order: 'authored' })).toEqual({
			...defaultSettings,
			tries: 3,
			hintCost: 0.25,
			order: 'authored',
		});
	});

	it('of a check have one try and no hints, whatever the lesson says', () => {
		expect(settingsOf({ mode: 'check', tries: 3, hints: true })).toMatchObject({ tries: 1, hints: false });
	});
});
