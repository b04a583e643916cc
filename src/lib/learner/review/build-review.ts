import type { Lesson } from '../../content/compile-content.ts';
import { settingsOf } from '../../engine/attempt-settings.ts';
import type { Reading } from '../../text/reading.ts';
import { findItem, formatItemRef, reviewLesson, type ItemRef } from '../item-ref.ts';

const byId = <T>(parts: readonly T[], idOf: (part: T) => string): T[] => [
	...new Map(parts.map((part) => [idOf(part), part])).values(),
];

/** A lesson carries its readings with only the spans that it points to, and words only where marks are made. */
const mergeReadings = (one: Reading, other: Reading): Reading => ({
	...one,
	spans: byId([...one.spans, ...other.spans], ({ id }) => id),
	cut: one.cut.words.length > 0 ? one.cut : other.cut,
});

/**
 * A lesson made of items of several lessons, for the player: their readings merged, their ids in the form of
 * `formatItemRef`. Items that no lesson has (any more) are left out. Its hash joins those of its lessons.
 */
export function buildReview(refs: readonly ItemRef[], lessons: ReadonlyMap<string, Lesson>): Lesson {
	const found = refs.flatMap((ref) => {
		const [lesson, item] = [lessons.get(ref.lesson), findItem(ref, lessons)];
		return lesson && item ? [{ lesson, step: { ...item, id: formatItemRef(ref) } }] : [];
	});
	const sources = byId(
		found.map(({ lesson }) => lesson),
		({ id }) => id,
	);
	const readings = new Map<string, Reading>();
	for (const reading of sources.flatMap((lesson) => lesson.readings)) {
		const before = readings.get(reading.slug);
		readings.set(reading.slug, before ? mergeReadings(before, reading) : reading);
	}
	return {
		format: 1,
		id: reviewLesson,
		title: 'Review',
		lens: 'all',
		kind: 'lesson',
		aim: 'Questions on what you have learnt before, just as it might fade.',
		minutes: 3,
		takeaways: [],
		steps: found.map(({ step }) => step),
		hash: sources.map(({ hash }) => hash).join('+'),
		settings: settingsOf({}),
		readings: [...readings.values()],
		skills: byId(
			sources.flatMap(({ skills }) => skills),
			({ id }) => id,
		),
		terms: byId(
			sources.flatMap(({ terms }) => terms),
			({ id }) => id,
		),
	};
}
