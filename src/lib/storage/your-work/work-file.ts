import { parseEvent, type AttemptEvent } from '../../engine/attempt-record.ts';
import { isCount, isObject, readJson } from '../../engine/untrusted.ts';
import { crc32 } from '../../engine/crc32.ts';
import { isSame, keyOf, missingFrom } from '../union.ts';

/** The version of the file's form. A reader of this version reads all earlier ones. */
export const workFileVersion = 1;

/** In bytes. A year of daily lessons takes about a tenth. */
export const maxWorkFileSize = 20_000_000;

const format = 'work';

/** `truncated`: the end is missing; `damaged`: something in it has changed; `newer`: a later version wrote it. */
export type WorkFault = 'too-large' | 'empty' | 'foreign' | 'newer' | 'truncated' | 'damaged';

/** `unread` counts entries that this version of Crossread does not know. */
export type WorkReading =
	{ ok: true; events: AttemptEvent[]; unread: number } | { ok: false; fault: WorkFault };

const checksumOf = (events: readonly unknown[]): string =>
	crc32(new TextEncoder().encode(JSON.stringify(events)));

const byPlace = (a: AttemptEvent, b: AttemptEvent): number =>
	a.attempt === b.attempt ? a.seq - b.seq : a.attempt < b.attempt ? -1 : 1;

/** The text of a file that holds these events, one a line. */
export function toWorkFile(events: readonly AttemptEvent[], savedAt: number): string {
	const sorted = events.toSorted(byPlace);
	const head = JSON.stringify({
		crossread: format,
		version: workFileVersion,
		savedAt,
		checksum: checksumOf(sorted),
	}).slice(0, -1);
	return `${head},"events":[\n${sorted.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}

/** Why bytes are no work file: told by their beginning and their end. */
function faultOf(bytes: Uint8Array): WorkFault {
	if (bytes.length === 0) return 'empty';
	const text = new TextDecoder().decode(bytes).trim();
	if (!text.startsWith(`{"crossread":"${format}"`)) return 'foreign';
	return text.endsWith(']}') ? 'damaged' : 'truncated';
}

/** Reads what somebody says is a work file. */
export function parseWorkFile(bytes: Uint8Array): WorkReading {
	const reading = readJson(bytes, maxWorkFileSize);
	if (!reading.ok) return { ok: false, fault: reading.fault === 'too-large' ? 'too-large' : faultOf(bytes) };
	if (!isObject(reading.data)) return { ok: false, fault: 'foreign' };
	const fields = new Map<string, unknown>(Object.entries(reading.data));
	const [version, stored] = [fields.get('version'), fields.get('events')];
	if (fields.get('crossread') !== format) return { ok: false, fault: 'foreign' };
	if (isCount(version) && version > workFileVersion) return { ok: false, fault: 'newer' };
	if (version !== workFileVersion || !Array.isArray(stored) || fields.get('checksum') !== checksumOf(stored))
		return { ok: false, fault: 'damaged' };
	const events = stored.flatMap((data) => parseEvent(data) ?? []);
	return { ok: true, events, unread: stored.length - events.length };
}

/** What a file adds to what is here. `attempts` are new here; `apart` went on differently here and stay as they are. */
export type Merge = { added: AttemptEvent[]; attempts: number; answers: number; apart: number };

/** Finds what a file adds. Nothing that is here is changed. */
export function mergeWork(kept: readonly AttemptEvent[], opened: readonly AttemptEvent[]): Merge {
	const here = new Map(kept.map((event) => [keyOf(event), event]));
	const isApart = (event: AttemptEvent) => {
		const own = here.get(keyOf(event));
		return own !== undefined && !isSame(own, event);
	};
	const apart = new Set(opened.filter(isApart).map(({ attempt }) => attempt));
	const added = missingFrom(opened, kept).filter(({ attempt }) => !apart.has(attempt));
	const known = new Set(kept.map(({ attempt }) => attempt));
	const fresh = new Set(added.map(({ attempt }) => attempt).filter((attempt) => !known.has(attempt)));
	return {
		added,
		attempts: fresh.size,
		answers: added.filter(({ type }) => type === 'check').length,
		apart: apart.size,
	};
}
