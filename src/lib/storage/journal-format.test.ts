import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startedEvent } from '../engine/testing.ts';
import type { AttemptEvent } from '../engine/attempt-record.ts';
import { decodeLines, encodeAddition, encodeLine } from './journal-format.ts';

const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const anyEvent = fc
	.record({
		seq: fc.nat(),
		item: fc.string({ unit: 'binary', minLength: 1 }),
		response: fc.jsonValue({ maxDepth: 1 }),
	})
	.map((parts): AttemptEvent => ({
		attempt: 'a',
		type: 'respond',
		at: 7,
		...JSON.parse(JSON.stringify(parts)),
	}));

const written = fc
	.array(anyEvent, { minLength: 1, maxLength: 6 })
	.map((events) => ({ lines: events.map(encodeLine), events }));

const withDamage = fc.tuple(written, fc.nat(), fc.nat());

describe('a journal', () => {
	it('gives back what was written, in that order', () => {
		fc.assert(
			fc.property(written, ({ lines, events }) => {
				expect(decodeLines(join(...lines))).toEqual(events);
			}),
		);
	});

	it('keeps every whole line where it is cut off at any byte, and never makes one up', () => {
		fc.assert(
			fc.property(withDamage, ([{ lines, events }, pick]) => {
				const journal = join(...lines);
				const cut = pick % (journal.length + 1);
				let end = 0;
				// Only its newline may be missing.
				const whole = lines.filter((line) => (end += line.length) - 1 <= cut);
				expect(decodeLines(journal.subarray(0, cut))).toEqual(events.slice(0, whole.length));
			}),
		);
	});

	it('loses no line but those that a changed byte touches', () => {
		fc.assert(
			fc.property(withDamage, fc.integer({ min: 1, max: 255 }), ([{ lines, events }, pick], change) => {
				const journal = join(...lines);
				const at = pick % journal.length;
				journal[at] = (journal[at] ?? 0) ^ change;
				let end = 0;
				const hit = lines.findIndex((line) => at < (end += line.length));
				const isNewline = at === end - 1;
				const intact = events.filter((_, index) => index !== hit && !(isNewline && index === hit + 1));
				const read = decodeLines(journal);
				for (const event of intact) expect(read).toContainEqual(event);
				for (const content of read) expect(events).toContainEqual(content);
			}),
		);
	});

	it('passes over any bytes before, between and after its lines', () => {
		const noise = fc.uint8Array({ maxLength: 40 }).map((bytes) => join(bytes, Uint8Array.of(0x0a)));
		fc.assert(
			fc.property(written, fc.array(noise, { minLength: 7, maxLength: 7 }), ({ lines, events }, noises) => {
				const journal = join(
					...lines.flatMap((line, index) => [noises[index] ?? line, line]),
					noises[6] ?? join(),
				);
				expect(decodeLines(journal)).toEqual(events);
			}),
		);
	});

	it('reads nothing from bytes that nobody wrote', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(decodeLines(bytes)).toEqual([]);
			}),
		);
	});

	it('goes on after a torn line without gluing the next one to it', () => {
		fc.assert(
			fc.property(withDamage, written, ([{ lines, events }, pick], next) => {
				const journal = join(...lines);
				const torn = journal.subarray(0, pick % (journal.length + 1));
				const addition = encodeAddition(next.events as Parameters<typeof encodeAddition>[0], torn.at(-1));
				const read = decodeLines(join(torn, addition));
				expect(read.slice(-next.events.length)).toEqual(next.events);
				for (const content of read.slice(0, -next.events.length)) expect(events).toContainEqual(content);
			}),
		);
	});

	it('takes a line for what it is however often it stands there', () => {
		const line = encodeLine(startedEvent());
		expect(decodeLines(join(line, line))).toEqual([startedEvent(), startedEvent()]);
	});

	it('passes over lines of a later version', () => {
		const line = encodeLine(startedEvent());
		const later = join(new TextEncoder().encode('2'), line.subarray(1));
		expect(decodeLines(join(later, line))).toEqual([startedEvent()]);
	});

	it('writes an event in one line of plain text', () => {
		expect(new TextDecoder().decode(encodeLine({ ...startedEvent(), type: 'go', to: 'a\nb' }))).toMatch(
			/^1 [0-9a-f]{8} \{[^\n]*"to":"a\\nb"[^\n]*\}\n$/,
		);
	});
});
