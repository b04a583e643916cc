/** Arbitraries for tests of the classroom. No page loads this file. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { limits, type Assignment } from './assignment.ts';
import { findCodes, formatCode } from './hand-in-code.ts';

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

type Place = (string | number)[];

const placesIn = (data: unknown): Place[] =>
	typeof data === 'object' && data !== null
		? Object.entries(data).flatMap(([key, value]) => {
				const own = Array.isArray(data) ? Number(key) : key;
				return [[own], ...placesIn(value).map((path) => [own, ...path])];
			})
		: [];

/** The data with the part at a place put in place of what was there. */
function withPart(data: unknown, [key, ...rest]: Place, part: unknown): unknown {
	if (key === undefined) return part;
	if (typeof data !== 'object' || data === null) return data;
	if (Array.isArray(data))
		return data.map((entry, index) => (index === key ? withPart(entry, rest, part) : entry));
	return Object.fromEntries(
		Object.entries(data).map(([name, value]) => [name, name === key ? withPart(value, rest, part) : value]),
	);
}

const anyOddPart = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom<unknown>(
		'__proto__',
		'constructor',
		-1,
		1e308,
		0.5,
		'<img src=x onerror=alert(1)>',
		'javascript:alert(1)',
		{ toString: 1 },
		[],
	),
);

/** Bytes with a few of them changed. */
const anyChanged = (bytes: Uint8Array) =>
	fc
		.array(fc.tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.nat(255)), { minLength: 1, maxLength: 3 })
		.map((changes) => {
			const changed = Uint8Array.from(bytes);
			for (const [at, byte] of changes) changed[at] = byte;
			return changed;
		});

/**
 * Codes as an attacker or a bad copy makes them: noise, a changed text, a changed lock or packing with the right
 * checksum, and, most of all, whole codes with odd parts inside. `written` is an honest hand-in as plain JSON, `code` a
 * sealed one.
 */
export function anyForgedHandIn(written: unknown, code: string): fc.Arbitrary<string> {
	const [reading] = findCodes(code);
	if (!reading?.ok) throw new TypeError('the code is no code');
	const utf8 = new TextEncoder();
	const packed = new Uint8Array(deflateSync(JSON.stringify(written)));
	const anyWritten = fc
		.array(fc.tuple(fc.constantFrom(...placesIn(written)), anyOddPart), { minLength: 1, maxLength: 3 })
		.map((changes) => changes.reduce<unknown>((data, [path, part]) => withPart(data, path, part), written))
		.map((forged) => utf8.encode(JSON.stringify(forged)));
	return fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `CROSSREAD:${text}`),
		fc.uint8Array({ maxLength: 60 }).map((bytes) => formatCode('open-plain', bytes)),
		fc.tuple(fc.nat(), fc.string({ maxLength: 4 }), fc.nat(6)).map(([place, inserted, removed]) => {
			const at = place % code.length;
			return code.slice(0, at) + inserted + code.slice(at + removed);
		}),
		anyChanged(reading.body).map((bytes) => formatCode('sealed', bytes)),
		anyChanged(packed).map((bytes) => formatCode('open', bytes)),
		anyWritten.map((bytes) => formatCode('open', new Uint8Array(deflateSync(bytes)))),
		{ weight: 4, arbitrary: anyWritten.map((bytes) => formatCode('open-plain', bytes)) },
	);
}
