import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvent, type AttemptEvent } from '../../src/lib/engine/attempt-record.ts';
import { decodeLines, journalVersion } from '../../src/lib/storage/journal-format.ts';
import { parseWorkFile, workFileVersion } from '../../src/lib/storage/your-work/work-file.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));

const record: AttemptEvent[] = JSON.parse(new TextDecoder().decode(bytesOf('record-v1.json')));

const versionsOf = (form: RegExp): number[] =>
	readdirSync(import.meta.dirname)
		.flatMap((name) => form.exec(name)?.[1] ?? [])
		.map(Number)
		.toSorted((a, b) => a - b);

const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);

const journals = versionsOf(/^journal-v(\d+)\.txt$/);
const workFiles = versionsOf(/^work-v(\d+)\.json$/);

describe('frozen journals and work files', () => {
	it('are there for every version that this reader claims to read', () => {
		expect(journals).toEqual(upTo(journalVersion));
		expect(workFiles).toEqual(upTo(workFileVersion));
	});

	it.each(journals)(
		'journal %i is read whole: every line, but for the torn one, and the one that is there twice',
		(version) => {
			const events = decodeLines(bytesOf(`journal-v${version}.txt`)).map(parseEvent);
			expect(events).toEqual([...record, record[1]]);
		},
	);

	it.each(workFiles)('work file %i is read whole', (version) => {
		expect(parseWorkFile(bytesOf(`work-v${version}.json`))).toEqual({ ok: true, events: record, unread: 0 });
	});
});
