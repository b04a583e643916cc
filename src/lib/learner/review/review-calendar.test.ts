import { expect, it } from 'vitest';
import { reviewCalendar } from './review-calendar.ts';
import { reviewItem } from './testing.ts';

const url = 'https://example.org/review/';

const day = Date.UTC(2026, 9, 3) / 86_400_000;

const fileOf = (...items: number[]) =>
	reviewCalendar(
		items.map((minutes, index) => ({
			day: day + index,
			items: Array.from({ length: index + 1 }, () => reviewItem()),
			minutes,
		})),
		{ learner: 'fern', url, now: Date.UTC(2026, 9, 1) },
	).replaceAll('\r\n ', '');

it('names each day of a learner in a way of its own that stays the same, so that a newer file replaces it', () => {
	const uids = [...fileOf(2, 3).matchAll(/UID:(.*)\r/g)].map(([, uid]) => uid);
	expect(uids).toEqual(['2026-10-03.fern@crossread', '2026-10-04.fern@crossread']);
});

it('says how many questions wait, how long they take, and where', () => {
	const file = fileOf(0.2, 2.6);
	expect(file).toContain('SUMMARY:Crossread: 1 question to review\r');
	expect(file).toContain('SUMMARY:Crossread: 2 questions to review\r');
	expect(file).toContain(`DESCRIPTION:About 1 min. ${url}\r`);
	expect(file).toContain(`DESCRIPTION:About 3 min. ${url}\r`);
	expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
		'DTSTART;VALUE=DATE:20261003',
		'DTSTART;VALUE=DATE:20261004',
	]);
});
