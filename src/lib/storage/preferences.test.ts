import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPreferences, parsePreferences, writePreferences, type Preferences } from './preferences.ts';

const preferences: fc.Arbitrary<Preferences> = fc.record({
	theme: fc.constantFrom('system', 'light', 'sepia', 'dark'),
	size: fc.constantFrom('normal', 'large', 'larger', 'largest'),
	spacing: fc.constantFrom('normal', 'wide'),
});

describe('preferences', () => {
	it('are read as they were written', () => {
		fc.assert(
			fc.property(preferences, (given) => {
				expect(parsePreferences(writePreferences(given))).toEqual(given);
			}),
		);
	});

	it.each<[what: string, kept: string | null]>([
		['nothing is kept', null],
		['what is kept is empty', ''],
		['what is kept is cut off', '{"version":1,"theme":"da'],
		['what is kept is no object', '7'],
		['what is kept is null', 'null'],
		['what is kept is of another version', '{"version":2,"theme":"dark"}'],
		['what is kept has no version', '{"theme":"dark"}'],
	])('are the defaults where %s', (_what, kept) => {
		expect(parsePreferences(kept)).toEqual(defaultPreferences);
	});

	it('lose only what is unknown', () => {
		expect(
			parsePreferences('{"version":1,"theme":"neon","size":"large","spacing":["wide"],"extra":1}'),
		).toEqual({
			...defaultPreferences,
			size: 'large',
		});
	});

	it('are complete whatever was kept', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (kept) => {
				expect(Object.keys(parsePreferences(kept)).sort()).toEqual(['size', 'spacing', 'theme']);
			}),
		);
	});
});
