import type { LessonPlan } from '../engine/lesson-plan.ts';
import { readJson } from '../engine/untrusted.ts';
import { parseHandIn, writeHandIn, type HandIn } from './hand-in.ts';
import { formatCode, maxBodyBytes, type CodeFault, type CodeReading } from './hand-in-code.ts';
import { deflate, inflate } from './packing.ts';
import { seal, type Unseal } from './seal.ts';
import { isShort, lengthenLesson, shortenLesson } from './shorten.ts';

/** Of what a code holds, inflated. The work of a whole module is about a tenth of it. */
const maxBytes = 262_144;

/** Of a code that a QR code can hold, in characters: upper-case letters and digits in version 40, level L (ISO/IEC 18004). */
export const maxQrLength = 4_296;

/**
 * The hand-in as a code, sealed where the assignment has a key. Undefined where there is more in it than a code may hold.
 * The bits of a try are a few bytes, so only very long own words can do that.
 */
export async function packHandIn(handIn: HandIn, recipient: string | undefined): Promise<string | undefined> {
	const plain = new TextEncoder().encode(JSON.stringify(writeHandIn(handIn)));
	const deflated = await deflate(plain);
	const bytes = deflated ?? plain;
	if (plain.byteLength > maxBytes || bytes.byteLength > maxBodyBytes / 2) return undefined;
	if (recipient) return formatCode(deflated ? 'sealed' : 'sealed-plain', await seal(bytes, recipient));
	return formatCode(deflated ? 'open' : 'open-plain', bytes);
}

/** The short form: for a QR code or a message. Without own words, and with places for ids where the content is the same. */
export const shortHandIn = (handIn: HandIn, plans: ReadonlyMap<string, LessonPlan>): HandIn => ({
	...handIn,
	lessons: handIn.lessons.map((lesson) => shortenLesson(lesson, plans.get(lesson.lesson))),
});

/** Whether the short form leaves out something that the learner wrote. */
export const leavesOutOwnWords = ({ lessons }: HandIn): boolean =>
	lessons.some(({ items }) => items.some(({ tries }) => tries.some(({ response }) => response === null)));

/**
 * Why a code could not be opened: besides what can be wrong with any code,
 * - `locked`: sealed, and no key is open; - `wrong-key`: sealed to another key; - `forged`: whole, but not what Crossread writes;
 * - `other-content`: a short form of lessons that have changed since; - `old-browser`: this browser can’t inflate.
 */
export type OpenFault = CodeFault | 'locked' | 'wrong-key' | 'forged' | 'other-content' | 'old-browser';

export type OpenedHandIn =
	| { ok: true; handIn: HandIn; code: string; isShort: boolean; isSealed: boolean }
	| { ok: false; fault: OpenFault };

/** Opens an untrusted code. `plans` are the reader’s copies of the lessons. Never throws. */
export async function openHandIn(
	reading: CodeReading,
	unseal: Unseal | undefined,
	plans: ReadonlyMap<string, LessonPlan>,
): Promise<OpenedHandIn> {
	const fail = (fault: OpenFault): OpenedHandIn => ({ ok: false, fault });
	if (!reading.ok) return fail(reading.fault);
	const isSealed = reading.packing.startsWith('sealed');
	if (isSealed && !unseal) return fail('locked');
	const unsealed =
		isSealed && unseal ? await unseal(reading.body) : { ok: true as const, bytes: reading.body };
	if (!unsealed.ok) return fail(unsealed.fault === 'damaged' ? 'forged' : unsealed.fault);
	const inflated = reading.packing.endsWith('plain')
		? { ok: true as const, bytes: unsealed.bytes }
		: await inflate(unsealed.bytes, maxBytes);
	if (!inflated.ok)
		return fail(
			({ unsupported: 'old-browser', 'too-large': 'too-large', damaged: 'forged' } as const)[inflated.fault],
		);
	const json = readJson(inflated.bytes, maxBytes);
	if (!json.ok) return fail(json.fault === 'too-large' ? 'too-large' : 'forged');
	const handIn = parseHandIn(json.data);
	if (!handIn) return fail('forged');
	const lessons = handIn.lessons.flatMap((lesson) => lengthenLesson(lesson, plans.get(lesson.lesson)) ?? []);
	if (lessons.length < handIn.lessons.length) return fail('other-content');
	return {
		ok: true,
		handIn: { ...handIn, lessons },
		code: reading.text,
		isShort: handIn.lessons.some(isShort),
		isSealed,
	};
}
