import { settingsOf, type AttemptSettings } from '../engine/attempt-settings.ts';
import { isObject } from '../engine/untrusted.ts';

/** What learners call themselves when they hand in. No real names by default. */
export type Naming = 'nickname' | 'number';

/** What a teacher lays down for all lessons of an assignment. What a hint costs stays the lesson's. */
export type AssignmentSettings = Pick<AttemptSettings, 'mode' | 'tries' | 'hints' | 'confidence' | 'order'>;

export type Assignment = {
	/** Random; 8 to 16 lower-case letters and digits. */
	id: string;
	title: string;
	/** May be empty. */
	note: string;
	/** Ids, in the order in which to work. */
	lessons: string[];
	settings: AssignmentSettings;
	/** The seed of every learner's attempt, so that all see the same order. An unsigned 32-bit number. */
	seed?: number;
	/** `YYYY-MM-DD`. Information only: nothing closes. */
	due?: string;
	naming: Naming;
	/** The teacher's public key, an age X25519 recipient. Without one, results are handed in unencrypted. */
	recipient?: string;
};

/** In characters; lessons and tries by number. */
export const limits = { title: 80, note: 400, lessons: 40, tries: 9, nickname: 24, number: 4 };

const idLength = 10;

/** An assignment's id from random bytes, at least 10: 50 bits. */
export const assignmentIdOf = (random: Uint8Array): string =>
	Array.from(random.subarray(0, idLength), (byte) => (byte % 32).toString(32)).join('');

/**
 * How an attempt at one lesson is run for an assignment. A lesson that is a check stays one: its answers are compared
 * before and after the module.
 */
export const assignedSettings = (lesson: AttemptSettings, assigned: AssignmentSettings): AttemptSettings =>
	settingsOf({ ...lesson, ...assigned, mode: lesson.mode === 'check' ? 'check' : assigned.mode });

// The written form: short keys, everything said, so that later defaults never change what an old link means.
const keys = {
	id: 'i',
	title: 't',
	note: 'n',
	lessons: 'l',
	mode: 'm',
	tries: 'r',
	hints: 'h',
	confidence: 'c',
	order: 'o',
	seed: 's',
	due: 'd',
	naming: 'w',
	recipient: 'k',
} as const;

const known = new Set<string>(Object.values(keys));

const modes = new Map([
	['p', 'practice'],
	['c', 'check'],
] as const);

const orders = new Map([
	['s', 'seeded'],
	['a', 'authored'],
] as const);

const namings = new Map([
	['k', 'nickname'],
	['n', 'number'],
] as const);

const flags = new Map([
	[1, true],
	[0, false],
] as const);

const codeOf = <K, V>(codes: ReadonlyMap<K, V>, value: V): K | undefined =>
	[...codes].find(([, candidate]) => candidate === value)?.[0];

/** The assignment as plain JSON, to be read by `parseAssignment`. */
export const writeAssignment = ({ settings, ...assignment }: Assignment): object => ({
	[keys.id]: assignment.id,
	[keys.title]: assignment.title,
	...(assignment.note && { [keys.note]: assignment.note }),
	[keys.lessons]: assignment.lessons,
	[keys.mode]: codeOf(modes, settings.mode),
	[keys.tries]: settings.tries,
	[keys.hints]: codeOf(flags, settings.hints),
	[keys.confidence]: codeOf(flags, settings.confidence),
	[keys.order]: codeOf(orders, settings.order),
	...(assignment.seed !== undefined && { [keys.seed]: assignment.seed }),
	...(assignment.due && { [keys.due]: assignment.due }),
	[keys.naming]: codeOf(namings, assignment.naming),
	...(assignment.recipient && { [keys.recipient]: assignment.recipient }),
});

const isText = (data: unknown, max: number, forbidden: RegExp): data is string =>
	typeof data === 'string' && data.length <= max && data.trim() !== '' && !forbidden.test(data);

const isLessonId = (data: unknown): data is string =>
	typeof data === 'string' && data.length <= 125 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(data);

const isWhole = (data: unknown, min: number, max: number): data is number =>
	typeof data === 'number' && Number.isInteger(data) && data >= min && data <= max;

/** Whether the text is a day of the calendar. */
export function isDay(text: unknown): text is string {
	if (typeof text !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isRecipient = (data: unknown): data is string =>
	typeof data === 'string' && /^age1[02-9ac-hj-np-z]{58}$/.test(data);

const optional = <T>(data: unknown, is: (data: unknown) => data is T): data is T | undefined =>
	data === undefined || is(data);

/** Whether a learner may call themselves so. */
export const isName = (naming: Naming, text: string): boolean =>
	naming === 'number'
		? /^\d+$/.test(text) && text.length <= limits.number
		: isText(text, limits.nickname, /\p{Cc}/u);

function parseLessons(data: unknown): string[] | undefined {
	if (!Array.isArray(data) || data.length === 0 || data.length > limits.lessons) return undefined;
	return data.every(isLessonId) && new Set(data).size === data.length ? [...data] : undefined;
}

function parseSettings(fields: ReadonlyMap<string, unknown>): AssignmentSettings | undefined {
	const read = <V>(codes: ReadonlyMap<unknown, V>, key: string) => codes.get(fields.get(key));
	const tries = fields.get(keys.tries);
	const mode = read(modes, keys.mode);
	const hints = read(flags, keys.hints);
	const confidence = read(flags, keys.confidence);
	const order = read(orders, keys.order);
	if (!isWhole(tries, 1, limits.tries) || !mode || !order) return undefined;
	return hints === undefined || confidence === undefined
		? undefined
		: { mode, tries, hints, confidence, order };
}

/** Reads an untrusted assignment. Returns undefined where anything is missing, out of bounds or unknown. */
export function parseAssignment(data: unknown): Assignment | undefined {
	if (!isObject(data)) return undefined;
	const fields = new Map<string, unknown>(Object.entries(data));
	if ([...fields.keys()].some((key) => !known.has(key))) return undefined;
	const [id, title, note, seed, due, recipient] = (
		['id', 'title', 'note', 'seed', 'due', 'recipient'] as const
	).map((key) => fields.get(keys[key]));
	const lessons = parseLessons(fields.get(keys.lessons));
	const settings = parseSettings(fields);
	const naming = new Map<unknown, Naming>(namings).get(fields.get(keys.naming));
	if (typeof id !== 'string' || !/^[a-z0-9]{8,16}$/.test(id)) return undefined;
	if (!isText(title, limits.title, /\p{Cc}/u) || !lessons || !settings || !naming) return undefined;
	const isNote = (text: unknown): text is string => isText(text, limits.note, /[^\P{Cc}\n]/u);
	const isSeed = (number: unknown): number is number => isWhole(number, 0, 2 ** 32 - 1);
	if (!optional(note, isNote) || !optional(seed, isSeed)) return undefined;
	if (!optional(due, isDay) || !optional(recipient, isRecipient)) return undefined;
	return {
		id,
		title,
		note: note ?? '',
		lessons,
		settings,
		...(seed !== undefined && { seed }),
		...(due && { due }),
		naming,
		...(recipient && { recipient }),
	};
}
