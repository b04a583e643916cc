import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { defaultSettings } from '../engine/attempt-settings.ts';
import {
	assignedSettings,
	assignmentIdOf,
	isDay,
	isName,
	limits,
	parseAssignment,
	writeAssignment,
	type Assignment,
} from './assignment.ts';
import { anyAssignment, recipient } from './testing.ts';

const assignment: Assignment = {
	id: 'abcdefgh',
	title: 'Week 3',
	note: 'Read slowly.\nThen mark.',
	lessons: ['who-says-so', 'upstream'],
	settings: { mode: 'practice', tries: 2, hints: true, confidence: false, order: 'authored' },
	seed: 7,
	due: '2026-03-01',
	naming: 'number',
	recipient,
};

const written = { ...writeAssignment(assignment) };

describe('an assignment', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(anyAssignment, (any) => {
				expect(parseAssignment(JSON.parse(JSON.stringify(writeAssignment(any))))).toEqual(any);
			}),
		);
	});

	it('is written with its defaults, so that new defaults never change an old link', () => {
		expect(written).toEqual({
			i: 'abcdefgh',
			t: 'Week 3',
			n: 'Read slowly.\nThen mark.',
			l: ['who-says-so', 'upstream'],
			m: 'p',
			r: 2,
			h: 1,
			c: 0,
			o: 'a',
			s: 7,
			d: '2026-03-01',
			w: 'n',
			k: recipient,
		});
	});

	it.each([
		['no object', [written]],
		['nothing', null],
		['an unknown key', { ...written, x: 1 }],
		['a key that every object knows', JSON.parse('{"__proto__":1}')],
		['no id', { ...written, i: undefined }],
		['a short id', { ...written, i: 'abc' }],
		['an id with other signs', { ...written, i: '../../etc' }],
		['no title', { ...written, t: undefined }],
		['an empty title', { ...written, t: ' ' }],
		['a title too long', { ...written, t: 'x'.repeat(limits.title + 1) }],
		['a title of two lines', { ...written, t: 'one\ntwo' }],
		['an empty note', { ...written, n: '' }],
		['a note too long', { ...written, n: 'x'.repeat(limits.note + 1) }],
		['a note with control signs', { ...written, n: 'a\u0007b' }],
		['no lessons', { ...written, l: [] }],
		['lessons that are no list', { ...written, l: { 0: 'upstream' } }],
		['the same lesson twice', { ...written, l: ['upstream', 'upstream'] }],
		['too many lessons', { ...written, l: Array.from({ length: 41 }, (_, index) => `l${index}`) }],
		['a lesson that is an address', { ...written, l: ['//example.org'] }],
		['an unknown mode', { ...written, m: 'x' }],
		['no tries', { ...written, r: 0 }],
		['ten tries', { ...written, r: 10 }],
		['half a try', { ...written, r: 1.5 }],
		['hints that are not yes or no', { ...written, h: true }],
		['no word on confidence', { ...written, c: undefined }],
		['an unknown order', { ...written, o: 'z' }],
		['a negative seed', { ...written, s: -1 }],
		['a seed beyond 32 bits', { ...written, s: 2 ** 32 }],
		['a day that is not in the calendar', { ...written, d: '2026-02-30' }],
		['an unknown naming', { ...written, w: 'real' }],
		['a key that is not a recipient', { ...written, k: 'AGE-SECRET-KEY-1' }],
		['a null where nothing belongs', { ...written, s: null }],
	])('is refused with %s', (_, data) => {
		expect(parseAssignment(data)).toBeUndefined();
	});

	it('has an id made of random bytes', () => {
		expect(assignmentIdOf(Uint8Array.of(0, 1, 31, 32, 255, 10, 11, 12, 13, 14, 15))).toBe('01v0vabcde');
	});
});

describe('the settings of an assigned lesson', () => {
	it('are the assignment’s, but for what a hint costs', () => {
		expect(assignedSettings({ ...defaultSettings, hintCost: 0.25 }, assignment.settings)).toEqual({
			...assignment.settings,
			hintCost: 0.25,
		});
	});

	it('keep a check a check, with one try and no hints', () => {
		const { mode, tries, hints } = assignedSettings(
			{ ...defaultSettings, mode: 'check' },
			assignment.settings,
		);
		expect({ mode, tries, hints }).toEqual({ mode: 'check', tries: 1, hints: false });
	});

	it('make a check of a practice lesson where the teacher wants one', () => {
		expect(assignedSettings(defaultSettings, { ...assignment.settings, mode: 'check' })).toMatchObject({
			mode: 'check',
			tries: 1,
			hints: false,
		});
	});
});

describe('a due day', () => {
	it.each(['2026-01-31', '2028-02-29'])('may be %s', (day) => expect(isDay(day)).toBe(true));

	it.each(['2026-02-29', '2026-13-01', '1999-01-01', '2026-1-1', '2026-01-01T00:00', '', undefined])(
		'may not be %s',
		(day) => expect(isDay(day)).toBe(false),
	);
});

describe('what a learner is called', () => {
	it.each([
		['nickname', 'Fern'],
		['nickname', '红 panda 7'],
		['number', '7'],
		['number', '0012'],
	] as const)('may be the %s %s', (naming, name) => expect(isName(naming, name)).toBe(true));

	it.each([
		['nickname', ''],
		['nickname', '  '],
		['nickname', 'x'.repeat(25)],
		['nickname', 'a\nb'],
		['number', ''],
		['number', 'Fern'],
		['number', '12345'],
		['number', '-1'],
	] as const)('may not be the %s “%s”', (naming, name) => expect(isName(naming, name)).toBe(false));
});
