import type { Run } from '../text/rich-text.ts';
import type { SpanRef } from '../text/schema.ts';
import type { Path } from './yaml-source.ts';

export type Visit = { path: PropertyKey[]; value: unknown };

/** Every value below `root` with the path that leads to it, `root` first. */
export function* walk(root: unknown, path: Path = []): Generator<Visit> {
	yield { path: [...path], value: root };
	if (typeof root !== 'object' || root === null) return;
	const entries: [PropertyKey, unknown][] = Array.isArray(root) ? [...root.entries()] : Object.entries(root);
	for (const [key, value] of entries) yield* walk(value, [...path, key]);
}

export const isSpanRef = (value: unknown): value is SpanRef =>
	typeof value === 'object' &&
	value !== null &&
	Object.keys(value).length === 2 &&
	'reading' in value &&
	typeof value.reading === 'string' &&
	'span' in value &&
	typeof value.span === 'string';

const runKeys = new Set(['text', 'em', 'exact', 'term']);

export const isRun = (value: unknown): value is Run =>
	typeof value === 'object' &&
	value !== null &&
	'text' in value &&
	typeof value.text === 'string' &&
	Object.keys(value).every((key) => runKeys.has(key));

export const isRichText = (value: unknown): value is Run[] =>
	Array.isArray(value) && value.length > 0 && value.every(isRun);

/** Keys under which a lesson says something to an answer. */
export const feedbackKeys: ReadonlySet<PropertyKey> = new Set([
	'feedback',
	'missed',
	'otherwise',
	'note',
	'sameMatterFeedback',
	'relationFeedback',
	'clashFeedback',
]);
