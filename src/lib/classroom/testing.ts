/** Arbitraries for tests of the classroom. No page loads this file. */
import fc from 'fast-check';
import { limits, type Assignment } from './assignment.ts';

export const recipient = 'age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z';

export const siteLessons = ['check-in', 'who-says-so', 'upstream', 'words-that-lean', 'check-out'];

const anyLine = (max: number) =>
	fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: max })
		.map((text) => text.slice(0, max).replace(/\p{Cc}|\p{Cs}/gu, ''))
		.map((text) => (text.trim() === '' ? 'Text' : text));

const absent = { nil: undefined };

const anyDay = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((day) => day.toISOString().slice(0, 10));

/** An assignment of this site's lessons, within all limits. */
export const anyAssignment: fc.Arbitrary<Assignment> = fc
	.record({
		id: fc.stringMatching(/^[a-z0-9]{8,16}$/),
		title: anyLine(limits.title),
		note: fc.oneof(
			fc.constant(''),
			fc.tuple(anyLine(200), anyLine(199)).map((lines) => lines.join('\n')),
		),
		lessons: fc.shuffledSubarray(siteLessons, { minLength: 1 }),
		settings: fc.record({
			mode: fc.constantFrom('practice' as const, 'check' as const),
			tries: fc.integer({ min: 1, max: limits.tries }),
			hints: fc.boolean(),
			confidence: fc.boolean(),
			order: fc.constantFrom('seeded' as const, 'authored' as const),
		}),
		seed: fc.option(fc.integer({ min: 0, max: 2 ** 32 - 1 }), absent),
		due: fc.option(anyDay, absent),
		naming: fc.constantFrom('nickname' as const, 'number' as const),
		recipient: fc.option(fc.constant(recipient), absent),
	})
	.map(({ seed, due, recipient, ...assignment }) => ({
		...assignment,
		...(seed !== undefined && { seed }),
		...(due && { due }),
		...(recipient && { recipient }),
	}));
