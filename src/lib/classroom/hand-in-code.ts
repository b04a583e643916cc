import { crc32 } from '../engine/crc32.ts';
import { base32Length, fromBase32, toBase32 } from './base32.ts';

/**
 * Handed-in work on its way: `CROSSREAD:` and base32. A file, a copied text and a QR code hold the same; a file may hold
 * many. Ten bytes come first:
 *
 *     0     version
 *     1     how the rest is packed, see `packings`
 *     2–4   length of the rest in bytes, big-endian
 *     5     lowest byte of the CRC-32 of bytes 0–4
 *     6–9   CRC-32 of the rest
 *
 * They stay the same in all versions, so that every reader can tell a part from a whole, and a change from a newer version.
 */
const mark = 'CROSSREAD:';
const version = 1;
const headLength = 10;
const headSigns = base32Length(headLength);

/** `sealed` is encrypted to the teacher’s key. Each comes deflated and, from browsers that can’t, plain. */
export const packings = ['sealed', 'open', 'sealed-plain', 'open-plain'] as const;

export type Packing = (typeof packings)[number];

/** Of the bytes in one code. Real work of a whole module is under a tenth of it. */
export const maxBodyBytes = 131_072;

export type CodeFault = 'truncated' | 'damaged' | 'newer' | 'too-large';

/** A code as it was found in a text. `text` is the code alone, on one line. */
export type CodeReading =
	| { ok: true; text: string; packing: Packing; body: Uint8Array<ArrayBuffer> }
	| { ok: false; fault: CodeFault };

const checkOf = (bytes: Uint8Array): number => Number.parseInt(crc32(bytes), 16);

/** @throws RangeError where the body is larger than any reader takes: a programmer’s error. */
export function formatCode(packing: Packing, body: Uint8Array): string {
	if (body.byteLength > maxBodyBytes) throw new RangeError(`${body.byteLength} bytes are too many`);
	const bytes = new Uint8Array(headLength + body.byteLength);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, version);
	view.setUint32(1, body.byteLength);
	view.setUint8(1, packings.indexOf(packing));
	view.setUint8(5, checkOf(bytes.subarray(0, 5)) & 0xff);
	view.setUint32(6, checkOf(body));
	bytes.set(body, headLength);
	return mark + toBase32(bytes);
}

/** Letters, or what mail and chat programs put between them: spaces, line ends, quoting, characters without width. */
const run = /([A-Za-z2-7]+)|[\s>|*\u00AD\u200B-\u200D\u2060\uFEFF]+/uy;

/** The first `count` letters, past what stands between them; fewer where the text ends or something else comes. */
function takeLetters(text: string, count: number): { letters: string; isCutOff: boolean } {
	let letters = '';
	let end = 0;
	for (run.lastIndex = 0; letters.length < count; end = run.lastIndex) {
		const found = run.exec(text);
		if (!found) break;
		letters += found[1]?.toUpperCase() ?? '';
	}
	return { letters: letters.slice(0, count), isCutOff: end >= text.length };
}

/** Reads one code from the letters after its mark. */
function readCode(text: string): CodeReading {
	const fail = (fault: CodeFault): CodeReading => ({ ok: false, fault });
	const head = takeLetters(text, headSigns);
	const view = new DataView((fromBase32(head.letters) ?? new Uint8Array()).buffer);
	if (view.byteLength < headLength) return fail(head.isCutOff ? 'truncated' : 'damaged');
	const start = new Uint8Array(view.buffer, 0, 5);
	if (view.getUint8(5) !== (checkOf(start) & 0xff)) return fail('damaged');
	const length = view.getUint32(1) & 0xffffff;
	if (length > maxBodyBytes) return fail('too-large');
	const whole = takeLetters(text, base32Length(headLength + length));
	const body = fromBase32(whole.letters)?.subarray(headLength);
	if (!body || body.byteLength < length) return fail(whole.isCutOff ? 'truncated' : 'damaged');
	if (view.getUint32(6) !== checkOf(body)) return fail('damaged');
	if (view.getUint8(0) > version) return fail('newer');
	const packing = packings[view.getUint8(1)];
	if (view.getUint8(0) < 1 || !packing) return fail('damaged');
	return { ok: true, text: mark + whole.letters, packing, body };
}

/** In capitals, or in small letters as some programs make them. “Crossread:” in a sentence is just the name. */
const anyMark = /CROSSREAD:|crossread:/;

/** Every code in a text, in order, whatever stands around them. An empty list where there is none. */
export const findCodes = (text: string): CodeReading[] => text.split(anyMark).slice(1).map(readCode);
