import type { AttemptEvent } from '../engine/attempt-record.ts';
import { crc32 } from '../engine/crc32.ts';

/** The version of the journal's form, which stands at the start of every line. A reader of this version reads all earlier ones. */
export const journalVersion = 1;

const newline = 0x0a;
const pattern = /^1 ([0-9a-f]{8}) $/;
const headLength = '1 01234567 '.length;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const asciiDecoder = new TextDecoder('latin1');

/** One line of a journal: version, CRC-32 of the JSON's bytes, the event as JSON, newline. */
export function encodeLine(event: AttemptEvent): Uint8Array {
	const json = JSON.stringify(event);
	return encoder.encode(`${journalVersion} ${crc32(encoder.encode(json))} ${json}\n`);
}

function decodeLine(line: Uint8Array): unknown {
	const checksum = pattern.exec(asciiDecoder.decode(line.subarray(0, headLength)))?.[1];
	const json = line.subarray(headLength);
	return checksum !== undefined && checksum === crc32(json) ? JSON.parse(decoder.decode(json)) : undefined;
}

/** What stands in a journal's intact lines, in their order: those with a right checksum. All others are passed over. */
export function decodeLines(journal: Uint8Array): unknown[] {
	const contents: unknown[] = [];
	for (let start = 0, end = 0; start < journal.length; start = end + 1) {
		const next = journal.indexOf(newline, start);
		end = next < 0 ? journal.length : next;
		try {
			const content = decodeLine(journal.subarray(start, end));
			if (content !== undefined) contents.push(content);
		} catch {
			// Bytes that happen to have the right checksum, but never were an event.
		}
	}
	return contents;
}

/** The bytes that add these events to a journal. A new line is never glued to a torn one. */
export function encodeAddition(events: readonly AttemptEvent[], lastByte: number | undefined): Uint8Array {
	const lines = events.map(encodeLine);
	const isTorn = lastByte !== undefined && lastByte !== newline;
	const parts = isTorn ? [Uint8Array.of(newline), ...lines] : lines;
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
