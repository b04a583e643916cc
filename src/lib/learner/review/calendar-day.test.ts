import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dateOf, localDay } from './calendar-day.ts';

const anyDate = fc.record({
	year: fc.integer({ min: 1990, max: 2090 }),
	month: fc.nat(11),
	date: fc.integer({ min: 1, max: 28 }),
});

describe('a day of the learner’s calendar', () => {
	it('holds from midnight to midnight where the device is, also on days of 23 or 25 hours', () => {
		fc.assert(
			fc.property(anyDate, fc.nat(23), fc.nat(59), ({ year, month, date }, hours, minutes) => {
				const day = localDay(new Date(year, month, date).getTime());
				expect(localDay(new Date(year, month, date, hours, minutes).getTime())).toBe(day);
				expect(localDay(new Date(year, month, date + 1).getTime())).toBe(day + 1);
			}),
		);
	});

	it('is written as the date that the learner’s calendar shows', () => {
		fc.assert(
			fc.property(anyDate, ({ year, month, date }) => {
				const shown = dateOf(localDay(new Date(year, month, date, 23, 59).getTime()));
				expect([shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate()]).toEqual([
					year,
					month,
					date,
				]);
			}),
		);
	});
});
