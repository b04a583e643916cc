import { clashTypes, relations } from '../engine/interactions/associate/vocabulary.ts';
import { isRecord } from '../engine/interactions/interaction.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import { isJudged } from '../engine/item-progress.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import type { HandedItem, HandedLesson } from './hand-in.ts';

/**
 * The short form of a hand-in, for QR codes and messages: ids are replaced by their places in the lesson, a quarter of the
 * length. Places only hold for the same content, so a lesson is shortened and read back only where the hash is the same.
 * Learners’ own words are left out.
 */

/** What responses consist of besides ids. */
const commonWords = [
	'from',
	'to',
	'label',
	'a',
	'b',
	'same',
	'relation',
	'clash',
	...relations,
	...clashTypes,
];

const idsIn = (part: unknown): string[] => {
	if (Array.isArray(part)) return part.flatMap(idsIn);
	if (!isRecord(part)) return [];
	return Object.entries(part).flatMap(([key, value]) =>
		key === 'id' && typeof value === 'string' ? [value] : idsIn(value),
	);
};

const vocabularyOf = (item: Item): string[] => [...new Set([...commonWords, ...idsIn(item)])];

/** Rewrites every text in a response, keys too. */
function mapTexts(data: unknown, change: (text: string) => string): unknown {
	if (typeof data === 'string') return change(data);
	if (Array.isArray(data)) return data.map((entry) => mapTexts(entry, change));
	if (!isRecord(data)) return data;
	return Object.fromEntries(
		Object.entries(data).map(([key, value]) => [change(key), mapTexts(value, change)]),
	);
}

/** Stands before a text that the vocabulary lacks. */
const verbatim = '~';

function shortenItem(handed: HandedItem, items: readonly Item[]): HandedItem[] {
	const place = items.findIndex(({ id }) => id === handed.item);
	const item = items[place];
	if (!item) return [];
	const places = new Map(vocabularyOf(item).map((word, index) => [word, index.toString(36)]));
	const write = (text: string) => places.get(text) ?? verbatim + text;
	const tries = handed.tries.map(({ response, ...rest }) => ({
		...rest,
		response: isJudged(item) ? mapTexts(response, write) : null,
	}));
	return [{ ...handed, item: place, tries }];
}

function lengthenItem(handed: HandedItem, items: readonly Item[]): HandedItem[] {
	const item = typeof handed.item === 'number' ? items[handed.item] : undefined;
	if (!item) return [];
	const words = new Map(vocabularyOf(item).map((word, index) => [index.toString(36), word]));
	const read = (text: string) =>
		text.startsWith(verbatim) ? text.slice(verbatim.length) : (words.get(text) ?? text);
	const tries = handed.tries.map(({ response, ...rest }) => ({
		...rest,
		response: mapTexts(response, read),
	}));
	return [{ ...handed, item: item.id, tries }];
}

/** A lesson that was answered with other content than `plan` stays as it is. */
export const shortenLesson = (lesson: HandedLesson, plan: LessonPlan | undefined): HandedLesson =>
	plan?.hash === lesson.hash
		? { ...lesson, items: lesson.items.flatMap((handed) => shortenItem(handed, itemsOf(plan))) }
		: lesson;

export const isShort = ({ items }: HandedLesson): boolean =>
	items.some(({ item }) => typeof item === 'number');

/** Undoes `shortenLesson`. Undefined where the lesson was shortened with other content than `plan`. */
export function lengthenLesson(lesson: HandedLesson, plan: LessonPlan | undefined): HandedLesson | undefined {
	if (!isShort(lesson)) return lesson;
	if (plan?.hash !== lesson.hash) return undefined;
	return { ...lesson, items: lesson.items.flatMap((handed) => lengthenItem(handed, itemsOf(plan))) };
}
