import { readJson } from '../engine/untrusted.ts';
import { parseAssignment, writeAssignment, type Assignment } from './assignment.ts';
import { deflate, fromBase64Url, inflate, toBase64Url } from './packing.ts';

/**
 * An assignment as the fragment of a link: `a<version><packing>.<payload>.<length>`.
 *
 * The payload is JSON in base64url, deflated (`d`) or, where the teacher's browser cannot deflate, plain (`p`). Its
 * length, in base 36, stands last: it shows a link that was cut off, and a link must not end in a sign that chat
 * programs take for punctuation.
 */
const linkVersion = 1;

/** In characters. A longer link makes a QR code too fine to scan from a board. */
export const maxLinkLength = 1_500;

/** Of an untrusted code, in characters, and of what is in it, in bytes. */
const maxCodeLength = 4_000;
const maxBytes = 16_000;

export type LinkFault =
	'none' | 'too-long' | 'newer' | 'truncated' | 'damaged' | 'old-browser' | 'invalid' | 'unknown-lessons';

export type LinkReading = { ok: true; assignment: Assignment } | { ok: false; fault: LinkFault };

/** What is wrong and what to do, for the learner who opened the link. */
export const linkFaultMessages: Record<LinkFault, string> = {
	none: 'There is no assignment in this address. Open the link or scan the code that your teacher gave you.',
	'too-long': 'This link is far too long to be an assignment. Ask your teacher for the link again.',
	newer:
		'This assignment was made with a newer version of Crossread. Go online, reload this page, and open the link again.',
	truncated: 'A part of the link is missing. Copy the whole link, to its very end, or scan the code.',
	damaged: 'Some letters of the link have changed on the way. Copy the link again, or scan the code.',
	'old-browser': 'This browser is too old to open the link. Update it, or open the link in another browser.',
	invalid: 'This link is not an assignment that Crossread made. Ask your teacher for the link again.',
	'unknown-lessons':
		'This assignment has lessons that are not on this site. Ask your teacher which site it was made on.',
};

/** The fragment for an assignment, without `#`. */
export async function encodeAssignment(assignment: Assignment): Promise<string> {
	const plain = new TextEncoder().encode(JSON.stringify(writeAssignment(assignment)));
	const deflated = await deflate(plain);
	const payload = toBase64Url(deflated ?? plain);
	return `a${linkVersion}${deflated ? 'd' : 'p'}.${payload}.${payload.length.toString(36)}`;
}

type Unpacked = { ok: true; bytes: Uint8Array } | { ok: false; fault: LinkFault };

async function unpack(packing: string, payload: string): Promise<Unpacked> {
	const bytes = fromBase64Url(payload);
	if (!bytes) return { ok: false, fault: 'damaged' };
	if (packing === 'p') return { ok: true, bytes };
	const inflated = await inflate(bytes, maxBytes);
	if (inflated.ok) return inflated;
	const faults = { unsupported: 'old-browser', 'too-large': 'too-long', damaged: 'damaged' } as const;
	return { ok: false, fault: faults[inflated.fault] };
}

/** Reads an untrusted fragment, with or without `#`. `lessons` are the ids that this site has. Never throws. */
export async function decodeAssignment(
	fragment: string,
	lessons: { has: (id: string) => boolean },
): Promise<LinkReading> {
	const fail = (fault: LinkFault): LinkReading => ({ ok: false, fault });
	if (fragment.length > maxCodeLength) return fail('too-long');
	const [, version, rest = ''] = /^#?a(\d{1,4})(?!\d)(.*)$/s.exec(fragment.trim()) ?? [];
	if (version === undefined) return fail('none');
	if (Number(version) > linkVersion) return fail('newer');
	if (Number(version) < 1) return fail('invalid');
	const [, packing, payload = '', length] = /^(?:([dp])(?:\.([\w-]*)(?:\.([0-9a-z]*))?)?)?$/.exec(rest) ?? [];
	if (packing === undefined) return fail(rest === '' ? 'truncated' : 'damaged');
	if (payload.length.toString(36) !== length) return fail('truncated');
	const unpacked = await unpack(packing, payload);
	if (!unpacked.ok) return unpacked;
	const json = readJson(unpacked.bytes, maxBytes);
	if (!json.ok) return fail(json.fault === 'too-large' ? 'too-long' : 'invalid');
	const assignment = parseAssignment(json.data);
	if (!assignment) return fail('invalid');
	return assignment.lessons.every((id) => lessons.has(id))
		? { ok: true, assignment }
		: fail('unknown-lessons');
}
