import { dateOf, type Day } from './calendar-day.ts';

/** Something on a whole day. `uid` stays the same when the event is written again, so that it replaces itself. */
export type CalendarEvent = { uid: string; day: Day; title: string; description: string; url: string };

/** RFC 5545, 3.1: in octets of UTF-8, without the line break. */
const longestLine = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Breaks a line that is too long, never within a character. What goes on starts with a space (RFC 5545, 3.1). */
function fold(line: string): string {
	const lines = [''];
	let room = longestLine;
	for (const character of line) {
		const size = octets(character);
		if (size > room) {
			lines.push(' ');
			room = longestLine - 1;
		}
		lines[lines.length - 1] += character;
		room -= size;
	}
	return lines.join('\r\n');
}

/** A value of type TEXT (RFC 5545, 3.3.11); control characters have no place in one. */
const escapeText = (text: string): string =>
	text
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replace(/\r\n?|\n/g, '\\n')
		.replace(/(?!\t)\p{Cc}/gu, '');

/** `20261003` */
const formatDay = (day: Day): string => dateOf(day).toISOString().slice(0, 10).replaceAll('-', '');

/** `20261003T141500Z` */
const formatMoment = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const linesOf = ({ uid, day, title, description, url }: CalendarEvent, now: number): string[] => [
	'BEGIN:VEVENT',
	`UID:${escapeText(uid)}`,
	`DTSTAMP:${formatMoment(now)}`,
	`DTSTART;VALUE=DATE:${formatDay(day)}`,
	`SUMMARY:${escapeText(title)}`,
	`DESCRIPTION:${escapeText(description)}`,
	`URL:${url}`,
	'TRANSP:TRANSPARENT',
	'END:VEVENT',
];

/**
 * An iCalendar file (RFC 5545) of whole-day events that leave the days free. `now` is in milliseconds since the epoch; `url` of
 * an event must be a valid URL, so without line breaks.
 */
export const calendarFile = (events: readonly CalendarEvent[], now: number): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Crossread//Review//EN',
		...events.flatMap((event) => linesOf(event, now)),
		'END:VCALENDAR',
	]
		.map((line) => `${fold(line)}\r\n`)
		.join('');
