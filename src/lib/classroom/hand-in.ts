import type { AttemptRecord } from '../engine/attempt-record.ts';
import { replay } from '../engine/replay.ts';
import { confidenceLevels, type Confidence } from '../engine/confidence.ts';
import { progressOf } from '../engine/lesson-machine.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import { isCount, isId, isObject } from '../engine/untrusted.ts';
import { limits, parseAssignment, writeAssignment, type Assignment } from './assignment.ts';

/** One checked answer as it was given. `hints` counts those seen before it. */
export type HandedTry = { response: unknown; hints: number; confidence?: Confidence };

/** `item` is the item’s id, or its place in the lesson where the hand-in is a short one (see `shorten`). */
export type HandedItem = { item: string | number; hints: number; tries: HandedTry[] };

/** One attempt at one lesson. `hash` is that of the content that was answered; `minutes` is about how long it took. */
export type HandedLesson = {
	lesson: string;
	hash: string;
	minutes: number;
	isFinished: boolean;
	items: HandedItem[];
};

/** What a learner hands in: raw answers only. Scores are the reader’s to work out. */
export type HandIn = {
	assignment: Assignment;
	/** The learner’s first attempt for this assignment: tells apart two learners of one name. */
	learner: string;
	who: string;
	/** How many events the records held: it only ever grows, so the greater of two is the later. */
	revision: number;
	/** Minutes since the epoch. */
	at: number;
	lessons: HandedLesson[];
};

export const maxWhoLength = 40;
const maxItems = 100;
const maxTries = 9;
const maxHints = 9;
const maxMinutes = 100_000;

/** A pause longer than this isn’t time on task. In milliseconds. */
const longestPause = 3 * 60_000;

const minute = 60_000;

/** About how long somebody worked, in minutes: the time between events, long pauses cut short. */
export function minutesOf(record: AttemptRecord): number {
	const times = record.map(({ at }) => at);
	const active = times
		.slice(1)
		.reduce((sum, at, index) => sum + Math.min(longestPause, Math.max(0, at - (times[index] ?? at))), 0);
	return Math.min(maxMinutes, Math.ceil(active / minute));
}

const startedAt = ([{ at }]: AttemptRecord): number => at;

const isFinished = (record: AttemptRecord): boolean => record.some(({ type }) => type === 'finish');

const checksIn = (record: AttemptRecord): number => record.filter(({ type }) => type === 'check').length;

/**
 * The attempt that counts: the first that was finished, since a later one knows the answers; else the one with the most
 * answers.
 */
export function countingAttempt(records: readonly AttemptRecord[]): AttemptRecord | undefined {
	const inOrder = records.toSorted((a, b) => startedAt(a) - startedAt(b));
	return inOrder.find(isFinished) ?? inOrder.toSorted((a, b) => checksIn(b) - checksIn(a))[0];
}

function collectLesson(record: AttemptRecord, plan: LessonPlan): HandedLesson {
	const { context } = replay(record, plan);
	const items = itemsOf(plan).flatMap(({ id }): HandedItem[] => {
		const { tries, hints } = progressOf(context, id);
		if (tries.length === 0) return [];
		return [
			{
				item: id,
				hints,
				tries: tries.map(({ response, hints, confidence }) => ({
					response,
					hints,
					...(confidence && { confidence }),
				})),
			},
		];
	});
	return {
		lesson: plan.id,
		hash: record[0].hash,
		minutes: minutesOf(record),
		isFinished: context.finishedAt !== undefined,
		items,
	};
}

/**
 * What a learner’s records hold for an assignment; undefined where nothing has been begun. `plans` are the lessons of the
 * assignment, as this device has them; `at` is in milliseconds since the epoch.
 */
export function collectHandIn(
	assignment: Assignment,
	who: string,
	records: readonly AttemptRecord[],
	plans: ReadonlyMap<string, LessonPlan>,
	at: number,
): HandIn | undefined {
	const own = records.filter(([started]) => started.assignment === assignment.id);
	const [first] = own.toSorted((a, b) => startedAt(a) - startedAt(b));
	if (!first) return undefined;
	const lessons = assignment.lessons.flatMap((id) => {
		const record = countingAttempt(own.filter(([started]) => started.lesson === id));
		const plan = plans.get(id);
		return record && plan ? [collectLesson(record, plan)] : [];
	});
	const { id, title, lessons: assigned, settings, naming } = assignment;
	return {
		assignment: { id, title, note: '', lessons: assigned, settings, naming },
		learner: first[0].attempt,
		who,
		revision: own.reduce((sum, record) => sum + record.length, 0),
		at: Math.floor(at / minute),
		lessons,
	};
}

// The written form. Lists rather than names: the most frequent parts come a thousand times over.
const writeTry = ({ response, hints, confidence }: HandedTry): unknown[] => [
	response,
	hints,
	...(confidence ? [confidenceLevels.indexOf(confidence)] : []),
];

const writeLesson = ({ lesson, hash, minutes, isFinished, items }: HandedLesson): unknown[] => [
	lesson,
	hash,
	minutes,
	isFinished ? 1 : 0,
	items.map(({ item, hints, tries }) => [item, hints, ...tries.map(writeTry)]),
];

/** The hand-in as plain JSON, to be read by `parseHandIn`. */
export const writeHandIn = ({ assignment, learner, who, revision, at, lessons }: HandIn): object => ({
	a: writeAssignment(assignment),
	l: learner,
	w: who,
	r: revision,
	t: at,
	x: lessons.map(writeLesson),
});

const isList = (data: unknown, max: number): data is unknown[] => Array.isArray(data) && data.length <= max;

const isUpTo = (data: unknown, max: number): data is number => isCount(data) && data <= max;

/** Reads every entry; undefined where one of them cannot be read. */
function parseAll<T>(entries: readonly unknown[], parse: (data: unknown) => T | undefined): T[] | undefined {
	const parsed = entries.flatMap((entry) => {
		const read = parse(entry);
		return read === undefined ? [] : [read];
	});
	return parsed.length === entries.length ? parsed : undefined;
}

function parseTry(data: unknown): HandedTry | undefined {
	if (!isList(data, 3) || data.length < 2) return undefined;
	const [response, hints, level] = data;
	if (!isUpTo(hints, maxHints)) return undefined;
	if (level === undefined) return { response, hints };
	const confidence = isCount(level) ? confidenceLevels[level] : undefined;
	return confidence && { response, hints, confidence };
}

function parseItem(data: unknown): HandedItem | undefined {
	if (!isList(data, maxTries + 2)) return undefined;
	const [item, hints, ...rest] = data;
	const tries = parseAll(rest, parseTry);
	if (!(isId(item) || isUpTo(item, maxItems)) || !isUpTo(hints, maxHints) || !tries?.length) return undefined;
	return { item, hints, tries };
}

function parseLesson(data: unknown): HandedLesson | undefined {
	if (!isList(data, 5)) return undefined;
	const [lesson, hash, minutes, finished, list] = data;
	if (!isId(lesson) || !isId(hash) || !isUpTo(minutes, maxMinutes) || !isUpTo(finished, 1)) return undefined;
	const items = isList(list, maxItems) ? parseAll(list, parseItem) : undefined;
	if (!items || new Set(items.map(({ item }) => item)).size < items.length) return undefined;
	return { lesson, hash, minutes, isFinished: finished === 1, items };
}

/** A nickname or a number: something to see, on one line. */
export const isWho = (data: unknown): data is string =>
	typeof data === 'string' && data.length <= maxWhoLength && data.trim() !== '' && !/\p{Cc}/u.test(data);

const known = new Set(['a', 'l', 'w', 'r', 't', 'x']);

/** Reads an untrusted hand-in. Returns undefined where anything is missing, out of bounds or unknown. */
export function parseHandIn(data: unknown): HandIn | undefined {
	if (!isObject(data)) return undefined;
	const fields = new Map<string, unknown>(Object.entries(data));
	if ([...fields.keys()].some((key) => !known.has(key))) return undefined;
	const [learner, who, revision, at, list] = ['l', 'w', 'r', 't', 'x'].map((key) => fields.get(key));
	const assignment = parseAssignment(fields.get('a'));
	if (!assignment || !isId(learner) || !isWho(who) || !isCount(revision) || !isCount(at)) return undefined;
	const lessons = isList(list, limits.lessons) ? parseAll(list, parseLesson) : undefined;
	if (!lessons || new Set(lessons.map(({ lesson }) => lesson)).size < lessons.length) return undefined;
	return { assignment, learner, who, revision, at, lessons };
}
