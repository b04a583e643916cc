import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '../../engine/attempt-record.ts';
import { recordOf } from '../../engine/testing.ts';
import { union } from '../union.ts';
import { maxWorkFileSize, mergeWork, parseWorkFile, toWorkFile } from './work-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const answer = (item: string, response: unknown = ['a']) => ({
	type: 'check' as const,
	item,
	response,
	at: 5,
});

const recordWith = (attempt: string, ...items: string[]): AttemptEvent[] =>
	recordOf(
		items.map((item) => answer(item)),
		undefined,
		attempt,
	);

const anyWork: fc.Arbitrary<AttemptEvent[]> = fc
	.array(fc.tuple(fc.uuid(), fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }))), {
		maxLength: 4,
	})
	.map((attempts) => attempts.flatMap(([attempt, items]) => recordWith(attempt, ...items)));

const sorted = (events: readonly unknown[]) => events.map((event) => JSON.stringify(event)).sort();

const file = toWorkFile(recordWith('one', 'first', 'second', 'third'), 1_767_225_600_000);

describe('a work file', () => {
	it('gives back the events that it was made from', () => {
		fc.assert(
			fc.property(anyWork, fc.nat(), (events, savedAt) => {
				const reading = parseWorkFile(bytesOf(toWorkFile(events, savedAt)));
				expect(reading).toMatchObject({ ok: true, unread: 0 });
				expect(sorted(reading.ok ? reading.events : [])).toEqual(sorted(events));
			}),
		);
	});

	it('that ends too early is called truncated, wherever it ends after its head', () => {
		const bytes = bytesOf(file);
		fc.assert(
			fc.property(fc.integer({ min: 30, max: bytes.length - 2 }), (end) => {
				expect(parseWorkFile(bytes.subarray(0, end))).toEqual({ ok: false, fault: 'truncated' });
			}),
		);
	});

	it('is never taken for another one when a byte of it is changed', () => {
		const bytes = bytesOf(file);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
				const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
				const reading = parseWorkFile(changed);
				// Only the time of saving and white space are not covered by the checksum.
				if (reading.ok)
					expect(sorted(reading.events)).toEqual(sorted(recordWith('one', 'first', 'second', 'third')));
				else expect(['foreign', 'damaged', 'truncated', 'newer']).toContain(reading.fault);
			}),
		);
	});

	it('never throws, whatever the bytes are', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(parseWorkFile(bytes).ok).toBe(false);
			}),
		);
	});

	it.each([
		['nothing', '', 'empty'],
		['a picture', '\u0089PNG', 'foreign'],
		['other JSON', '{"a":1}', 'foreign'],
		['a list', '[]', 'foreign'],
		['a class result', '{"crossread":"results","version":1}', 'foreign'],
		['a later version', file.replace('"version":1', '"version":2'), 'newer'],
		['a version that is none', file.replace('"version":1', '"version":"1"'), 'damaged'],
		['a changed answer', file.replace('"first"', '"other"'), 'damaged'],
		['a broken bracket', file.replace('"item":', '"item"'), 'damaged'],
		['lists in lists', file.replace('["a"]', `${'['.repeat(40)}${']'.repeat(40)}`), 'damaged'],
	])('with %s in it is refused', (_, text, fault) => {
		expect(parseWorkFile(bytesOf(text))).toEqual({ ok: false, fault });
	});

	it('that is too large is refused before it is read', () => {
		expect(parseWorkFile(new Uint8Array(maxWorkFileSize + 1))).toEqual({ ok: false, fault: 'too-large' });
	});

	it('leaves out, and counts, entries of kinds that this version does not know', () => {
		const later = [...recordWith('one', 'first'), { attempt: 'one', seq: 9, type: 'dream', at: 1 }];
		const reading = parseWorkFile(bytesOf(toWorkFile(later as AttemptEvent[], 0)));
		expect(reading).toEqual({ ok: true, events: recordWith('one', 'first'), unread: 1 });
	});
});

describe('opening work', () => {
	const [here, there] = [recordWith('one', 'first'), recordWith('one', 'first', 'second')];

	it('adds what is new, and says how much', () => {
		expect(mergeWork([], there)).toEqual({ added: there, attempts: 1, answers: 2, apart: 0 });
		expect(mergeWork(here, there)).toEqual({ added: there.slice(2), attempts: 0, answers: 1, apart: 0 });
	});

	it('adds nothing the second time', () => {
		fc.assert(
			fc.property(anyWork, anyWork, (kept, opened) => {
				const after = union(kept, mergeWork(kept, opened).added);
				expect(mergeWork(after, opened)).toMatchObject({ added: [], attempts: 0, answers: 0 });
			}),
		);
	});

	it('never overwrites newer work with an older file', () => {
		expect(mergeWork(there, here)).toEqual({ added: [], attempts: 0, answers: 0, apart: 0 });
	});

	it('leaves an attempt alone that went on differently here', () => {
		const apart = [...here, { ...answer('other'), attempt: 'one', seq: 2 }];
		const opened = [...recordWith('one', 'first', 'second', 'third'), ...recordWith('two', 'first')];
		const merge = mergeWork(apart, opened);
		expect(merge).toEqual({ added: recordWith('two', 'first'), attempts: 1, answers: 1, apart: 1 });
	});
});
