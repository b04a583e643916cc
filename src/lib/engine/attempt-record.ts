import { defaultSettings, type AttemptSettings } from './attempt-settings.ts';
import { confidenceLevels, type Confidence } from './confidence.ts';
import type { LearnerAction } from './lesson-machine.ts';
import { isCount, isId, isMoment, isObject } from './untrusted.ts';

/** The version of the record's form. A reader of this version reads all earlier ones. */
export const recordVersion = 1;

/** The first event of an attempt. `hash` is that of the lesson's content when it began; `assignment` the id of a teacher's. */
export type StartedEvent = {
	type: 'started';
	version: number;
	lesson: string;
	hash: string;
	seed: number;
	settings: AttemptSettings;
	assignment?: string;
	at: number;
};

/** One entry of a record. `seq` counts from 0 within the attempt and alone decides the order. */
export type AttemptEvent = { attempt: string; seq: number } & (StartedEvent | LearnerAction);

/** All of one attempt, ordered by `seq`, starting with `started`. */
export type AttemptRecord = [AttemptEvent & StartedEvent, ...(AttemptEvent & LearnerAction)[]];

/** A response is at most this many characters of JSON. */
const maxResponseLength = 8_192;

const maxTicks = 12;

type Fields = Map<string, unknown>;

const isShare = (data: unknown): data is number => typeof data === 'number' && data >= 0 && data <= 1;

function isShort(response: unknown): boolean {
	try {
		return (JSON.stringify(response) ?? '').length <= maxResponseLength;
	} catch {
		// Not JSON at all: a cycle, or a bigint.
		return false;
	}
}

const isConfidence = (data: unknown): data is Confidence => confidenceLevels.some((level) => level === data);

function parseSettings(data: unknown): AttemptSettings | undefined {
	if (!isObject(data)) return undefined;
	const { mode, tries, hints, hintCost, confidence, order } = { ...defaultSettings, ...data } as Record<
		string,
		unknown
	>;
	if (mode !== 'practice' && mode !== 'check') return undefined;
	if (order !== 'seeded' && order !== 'authored') return undefined;
	if (!isCount(tries) || tries < 1 || tries > 9 || !isShare(hintCost)) return undefined;
	if (typeof hints !== 'boolean' || typeof confidence !== 'boolean') return undefined;
	return { mode, tries, hints, hintCost, confidence, order };
}

function parseStarted(fields: Fields, at: number): StartedEvent | undefined {
	const [version, lesson, hash, seed] = ['version', 'lesson', 'hash', 'seed'].map((key) => fields.get(key));
	const settings = parseSettings(fields.get('settings'));
	if (!isCount(version) || version < 1 || version > recordVersion) return undefined;
	if (!isId(lesson) || !isId(hash) || !isCount(seed) || !settings) return undefined;
	const assignment = fields.get('assignment');
	if (assignment === undefined) return { type: 'started', version, lesson, hash, seed, settings, at };
	return isId(assignment)
		? { type: 'started', version, lesson, hash, seed, settings, assignment, at }
		: undefined;
}

function parseAction(fields: Fields, at: number): LearnerAction | undefined {
	const type = fields.get('type');
	if (type === 'finish') return { type, at };
	if (type === 'go') {
		const to = fields.get('to');
		return isId(to) ? { type, to, at } : undefined;
	}
	const item = fields.get('item');
	if (!isId(item)) return undefined;
	if (type === 'hint' || type === 'retry' || type === 'reveal') return { type, item, at };
	if (type === 'assess') {
		const ticks = fields.get('ticks');
		return Array.isArray(ticks) && ticks.length <= maxTicks && ticks.every(isId)
			? { type, item, ticks, at }
			: undefined;
	}
	const response = fields.get('response');
	if (!isShort(response)) return undefined;
	if (type === 'respond') return { type, item, response, at };
	if (type !== 'check') return undefined;
	const confidence = fields.get('confidence');
	if (confidence === undefined) return { type, item, response, at };
	return isConfidence(confidence) ? { type, item, response, confidence, at } : undefined;
}

/** Reads one untrusted event. Returns undefined where it is not one that this version knows. */
export function parseEvent(data: unknown): AttemptEvent | undefined {
	if (!isObject(data)) return undefined;
	const fields: Fields = new Map(Object.entries(data));
	const [attempt, seq, at] = [fields.get('attempt'), fields.get('seq'), fields.get('at')];
	if (!isId(attempt) || !isCount(seq) || !isMoment(at)) return undefined;
	const event = fields.get('type') === 'started' ? parseStarted(fields, at) : parseAction(fields, at);
	return event && { attempt, seq, ...event };
}

const isAction = (event: AttemptEvent): event is AttemptEvent & LearnerAction => event.type !== 'started';

/** Puts the events of one attempt in order, each `seq` once. Returns undefined where the beginning is missing. */
export function toRecord(events: readonly AttemptEvent[]): AttemptRecord | undefined {
	const bySeq = new Map<number, AttemptEvent>();
	for (const event of events) if (!bySeq.has(event.seq)) bySeq.set(event.seq, event);
	const [first, ...rest] = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
	return first?.type === 'started' ? [first, ...rest.filter(isAction)] : undefined;
}
