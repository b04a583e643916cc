import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fuzzRuns, workDone } from '../../../tests/fuzz-runs.ts';
import type { Assignment } from './assignment.ts';
import {
	decodeAssignment,
	encodeAssignment,
	linkFaultMessages,
	maxLinkLength,
	type LinkFault,
} from './assignment-link.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packing.ts';
import { anyAssignment, recipient, siteLessons } from './testing.ts';

const lessons = new Set(siteLessons);

const read = (code: string) => decodeAssignment(code, lessons);

const faultOf = async (code: string) => {
	const reading = await read(code);
	return reading.ok ? undefined : reading.fault;
};

const assignment: Assignment = {
	id: 'abcdefgh01',
	title: 'Five accounts of one landing',
	note: '',
	lessons: siteLessons,
	settings: { mode: 'practice', tries: 2, hints: true, confidence: true, order: 'seeded' },
	due: '2026-03-01',
	naming: 'nickname',
	recipient,
};

const code = await encodeAssignment(assignment);

const codeFor = (payload: string, packing = 'd', version = 1) =>
	`a${version}${packing}.${payload}.${payload.length.toString(36)}`;

const packed = async (text: string) =>
	codeFor(toBase64Url((await deflate(new TextEncoder().encode(text))) ?? new Uint8Array()));

const broken: [string, string, LinkFault][] = [
	['nothing', '', 'none'],
	['a step of a lesson', '#two-leaders', 'none'],
	['a newer version', code.replace('a1', 'a2'), 'newer'],
	['a much newer version of another form', 'a17!whatever', 'newer'],
	['version 0', code.replace('a1', 'a0'), 'invalid'],
	['another packing', code.replace('a1d', 'a1x'), 'damaged'],
	['spaces in it', code.replace('.', '. '), 'damaged'],
	['base64 that is none', codeFor('A'), 'damaged'],
	['a stream that is none', codeFor('AAAA'), 'damaged'],
	['bytes that are not UTF-8', codeFor('_w', 'p'), 'invalid'],
	['text that is not JSON', await packed('{'), 'invalid'],
	['JSON that is not an assignment', await packed('[]'), 'invalid'],
	['JSON that is too deep', await packed('['.repeat(5_000) + ']'.repeat(5_000)), 'invalid'],
	['a bomb: a megabyte in a short link', await packed(' '.repeat(1_000_000)), 'too-long'],
	[
		'lessons of another site',
		await encodeAssignment({ ...assignment, lessons: ['upstream', 'elsewhere'] }),
		'unknown-lessons',
	],
];

describe('an assignment’s link', () => {
	it('gives back the assignment', async () => {
		await fc.assert(
			fc.asyncProperty(anyAssignment, fc.constantFrom('', '#'), async (any, hash) => {
				expect(await read(hash + (await encodeAssignment(any)))).toEqual({ ok: true, assignment: any });
			}),
			{ numRuns: 50 },
		);
	});

	it('consists of letters that no program changes in a link, and ends in one', async () => {
		await fc.assert(
			fc.asyncProperty(anyAssignment, async (any) => {
				expect(await encodeAssignment(any)).toMatch(/^[\w.-]+[a-z0-9]$/);
			}),
		);
	});

	it('stays short with a long note and forty lessons', async () => {
		const long = await encodeAssignment({
			...assignment,
			note: 'Read the account before you answer, and mark what stands there. '.repeat(6),
			lessons: Array.from({ length: 40 }, (_, index) => `close-reading-${index}`),
		});
		expect(long.length).toBeLessThan(maxLinkLength - 300);
	});

	it('is read where the sender’s browser could not deflate', async () => {
		const [, payload = ''] = code.split('.');
		const inflated = await inflate(fromBase64Url(payload) ?? new Uint8Array(), 10_000);
		const plain = codeFor(toBase64Url(inflated.ok ? inflated.bytes : new Uint8Array()), 'p');
		expect(await read(plain)).toEqual({ ok: true, assignment });
	});

	it('is not asked to be more than a link can be', async () => {
		expect(await faultOf(`a1p.${'A'.repeat(4_000)}.334`)).toBe('too-long');
	});

	it('cut off anywhere says that a part is missing', async () => {
		for (let length = 2; length < code.length; length += 1)
			expect(await faultOf(code.slice(0, length))).toBe('truncated');
	});

	it('with one sign changed never reads as another assignment', async () => {
		const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		await fc.assert(
			fc.asyncProperty(fc.nat(code.length - 1), fc.constantFrom(...signs), async (at, sign) => {
				const reading = await read(code.slice(0, at) + sign + code.slice(at + 1));
				if (reading.ok) expect(reading.assignment).toEqual(assignment);
				else expect(linkFaultMessages).toHaveProperty(reading.fault);
			}),
			{ numRuns: 200 },
		);
	});

	it.each(broken)('with %s says what is wrong', async (_, link, fault) => {
		expect(await faultOf(link)).toBe(fault);
	});

	it('has a message of its own for each fault', () => {
		const messages = Object.values(linkFaultMessages);
		expect(new Set(messages).size).toBe(messages.length);
	});

	const anyForged = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.stringMatching(/^#?a1[dp]\.[\w-]{0,80}\.[0-9a-z]{1,2}$/),
		fc.stringMatching(/^[\w-]{0,80}$/).map((payload) => codeFor(payload, 'd')),
		fc.tuple(fc.nat(), fc.string({ maxLength: 4 }), fc.nat(6)).map(([place, inserted, removed]) => {
			const at = place % code.length;
			return code.slice(0, at) + inserted + code.slice(at + removed);
		}),
		fc
			.tuple(
				fc.constantFrom('i', 't', 'l', 'm', 'r', 's', 'd', 'k', '__proto__', 'constructor'),
				fc.jsonValue({ maxDepth: 2 }),
			)
			.map(([key, value]) => `{"i":"abcdefgh","t":"T","l":["upstream"],"${key}":${JSON.stringify(value)}}`)
			.map((json) => codeFor(toBase64Url(new TextEncoder().encode(json)), 'p')),
	);

	it(`is a valid assignment or a known fault in ${fuzzRuns} forged cases, each in a second’s work`, async () => {
		let longest = 0;
		await fc.assert(
			fc.asyncProperty(anyForged, async (forged) => {
				const start = workDone();
				const reading = await read(forged);
				longest = Math.max(longest, workDone() - start);
				if (reading.ok) {
					if (!reading.assignment.lessons.every((id) => lessons.has(id))) throw new Error('unknown lesson');
				} else if (!Object.hasOwn(linkFaultMessages, reading.fault)) {
					throw new Error(`unknown fault ${reading.fault}`);
				}
			}),
			{ numRuns: fuzzRuns },
		);
		expect(longest).toBeLessThan(1_000);
	}, 60_000);
});
