/** Reading what comes from outside: files, links, pasted codes, storage. Nothing here throws. */

/** Deeper data is refused before any function walks it by recursion. */
const maxDepth = 32;

export const isObject = (data: unknown): data is object =>
	typeof data === 'object' && data !== null && !Array.isArray(data);

export const isId = (data: unknown): data is string =>
	typeof data === 'string' && data.length > 0 && data.length <= 125;

export const isCount = (data: unknown): data is number =>
	typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;

/** The end of the year 9999: later moments have no date that everything could write. */
const lastMoment = Date.UTC(10_000, 0) - 1;

/** A time in whole milliseconds since the epoch, up to the end of the year 9999. */
export const isMoment = (data: unknown): data is number => isCount(data) && data <= lastMoment;

const isNest = (data: unknown): data is object => typeof data === 'object' && data !== null;

/** Whether lists and objects stand in each other more than 32 deep. Walks level by level, without recursion. */
export function isTooDeep(data: unknown): boolean {
	let level = [data].filter(isNest);
	for (let depth = 0; depth < maxDepth && level.length > 0; depth += 1) {
		const next: object[] = [];
		for (const nest of level) for (const part of Object.values(nest)) if (isNest(part)) next.push(part);
		level = next;
	}
	return level.length > 0;
}

export type JsonFault = 'too-large' | 'not-text' | 'not-json' | 'too-deep';

export type JsonReading = { ok: true; data: unknown } | { ok: false; fault: JsonFault };

/** Reads JSON from at most `maxBytes` bytes of UTF-8. */
export function readJson(bytes: Uint8Array, maxBytes: number): JsonReading {
	if (bytes.byteLength > maxBytes) return { ok: false, fault: 'too-large' };
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return { ok: false, fault: 'not-text' };
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { ok: false, fault: 'not-json' };
	}
	return isTooDeep(data) ? { ok: false, fault: 'too-deep' } : { ok: true, data };
}
