import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';

const now = Date.UTC(2026, 9, 1, 8, 5, 9, 123);

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
	uid: '20261003-review.one',
	day: Date.UTC(2026, 9, 3) / 86_400_000,
	title: 'Crossread: 4 questions',
	description: 'About 3 minutes',
	url: 'https://example.org/review/',
	...change,
});

type Property = { name: string; parameters: string; value: string };

/** Reads a file by RFC 5545 as strictly as it is written: every deviation throws. */
function parseCalendar(file: string): { properties: Property[]; events: Map<string, string>[] } {
	if (!file.endsWith('\r\n')) throw new Error('The last line has no end (3.1).');
	const physical = file.slice(0, -2).split('\r\n');
	for (const line of physical) {
		if (/[\r\n]/.test(line)) throw new Error('A line break that isn’t CRLF (3.1).');
		if (new TextEncoder().encode(line).length > 75) throw new Error(`More than 75 octets (3.1): ${line}`);
		if (line.isWellFormed && !line.isWellFormed()) throw new Error(`A broken character: ${line}`);
	}
	const logical = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
	const properties = logical.map((line): Property => {
		const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)$/su.exec(line) ?? [];
		if (!name || parameters === undefined || value === undefined) throw new Error(`No property: ${line}`);
		return { name, parameters, value };
	});
	const [begin, version, prodid] = properties;
	if (begin?.name !== 'BEGIN' || begin.value !== 'VCALENDAR') throw new Error('No calendar (3.4).');
	if (version?.name !== 'VERSION' || version.value !== '2.0') throw new Error('No version (3.7.4).');
	if (prodid?.name !== 'PRODID') throw new Error('No product id (3.7.3).');
	const end = properties.at(-1);
	if (end?.name !== 'END' || end.value !== 'VCALENDAR') throw new Error('The calendar has no end (3.4).');
	const events: Map<string, string>[] = [];
	let open: Map<string, string> | undefined;
	for (const { name, parameters, value } of properties.slice(3, -1)) {
		if (name === 'BEGIN' && value === 'VEVENT' && !open) {
			open = new Map();
		} else if (name === 'END' && value === 'VEVENT' && open) {
			for (const needed of ['UID', 'DTSTAMP', 'DTSTART'])
				if (!open.has(needed)) throw new Error(`An event without ${needed} (3.6.1).`);
			events.push(open);
			open = undefined;
		} else if (open && name !== 'BEGIN' && name !== 'END') {
			if (open.has(name)) throw new Error(`${name} twice in an event (3.6.1).`);
			open.set(name, readValue(name, parameters, value));
		} else {
			throw new Error(`${name} stands where it may not.`);
		}
	}
	if (open) throw new Error('An event has no end.');
	return { properties, events };
}

function readValue(name: string, parameters: string, value: string): string {
	if (name === 'DTSTAMP') {
		if (parameters || !/^\d{8}T\d{6}Z$/.test(value)) throw new Error(`No moment in UTC (3.8.7.2): ${value}`);
		return value;
	}
	if (name === 'DTSTART') {
		if (parameters !== ';VALUE=DATE' || !/^\d{8}$/.test(value)) throw new Error(`No date (3.3.4): ${value}`);
		return value;
	}
	if (name === 'URL') return new URL(value).href;
	if (name === 'TRANSP') return value;
	if (!['UID', 'SUMMARY', 'DESCRIPTION'].includes(name)) throw new Error(`Unexpected: ${name}`);
	if (!/^(?:[^\\;,\p{Cc}]|\t|\\[\\;,n])*$/u.test(value)) throw new Error(`Not escaped (3.3.11): ${value}`);
	return value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

const anyText = fc.string({
	unit: fc.oneof(
		fc.constantFrom('\\', ';', ',', ':', '"', '\n', '\t', ' ', 'n', '”', 'é', '界', '👩🏽‍🚀'),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
	),
	maxLength: 120,
	size: 'max',
});

/** Line breaks are all one kind; other control characters can’t stand in a calendar. */
const asKept = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');

describe('the calendar file', () => {
	it('holds whole-day events that leave the day free', () => {
		const { events } = parseCalendar(calendarFile([event()], now));
		expect(events.map((parts) => Object.fromEntries(parts))).toEqual([
			{
				UID: '20261003-review.one',
				DTSTAMP: '20261001T080509Z',
				DTSTART: '20261003',
				SUMMARY: 'Crossread: 4 questions',
				DESCRIPTION: 'About 3 minutes',
				URL: 'https://example.org/review/',
				TRANSP: 'TRANSPARENT',
			},
		]);
	});

	it('is exactly this, byte for byte', () => {
		expect(
			calendarFile(
				[event({ description: 'First; then, “next”\\\nand a line that needs a second one to fit' })],
				now,
			),
		).toBe(
			[
				'BEGIN:VCALENDAR',
				'VERSION:2.0',
				'PRODID:-//Crossread//Review//EN',
				'BEGIN:VEVENT',
				'UID:20261003-review.one',
				'DTSTAMP:20261001T080509Z',
				'DTSTART;VALUE=DATE:20261003',
				'SUMMARY:Crossread: 4 questions',
				'DESCRIPTION:First\\; then\\, “next”\\\\\\nand a line that needs a second one',
				'  to fit',
				'URL:https://example.org/review/',
				'TRANSP:TRANSPARENT',
				'END:VEVENT',
				'END:VCALENDAR',
				'',
			].join('\r\n'),
		);
	});

	it('keeps any text through folding and escaping, and no line is longer than 75 octets', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 2 }), (texts) => {
				const file = calendarFile(
					texts.map(([title, description], index) => event({ uid: `event-${index}`, title, description })),
					now,
				);
				const read = parseCalendar(file).events.map((parts) => [
					parts.get('SUMMARY'),
					parts.get('DESCRIPTION'),
				]);
				expect(read).toEqual(texts.map((pair) => pair.map(asKept)));
			}),
		);
	});

	it('keeps a long address whole', () => {
		const url = `https://example.org/${'a-folder/'.repeat(20)}review/`;
		expect(parseCalendar(calendarFile([event({ url })], now)).events[0]?.get('URL')).toBe(url);
	});
});
