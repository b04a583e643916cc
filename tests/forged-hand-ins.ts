import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { findCodes, formatCode } from '../src/lib/classroom/hand-in-code.ts';

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
	const places = placesIn(written);
	const anyPlace = fc.oneof(
		fc.constantFrom(...places),
		fc.constantFrom(...places.filter(({ length }) => length <= 2)),
	);
	const anyWritten = fc
		.array(fc.tuple(anyPlace, anyOddPart), { minLength: 1, maxLength: 3 })
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
