import { resolve } from '$app/paths';
import type { Lesson } from '$lib/content/compile-content.ts';
import type { ProgressIndex } from '$lib/content/progress-index.ts';
import { latestOverviews } from '$lib/engine/attempt-list.ts';
import type { AttemptRecord } from '$lib/engine/attempt-record.ts';
import { lessonsOf } from '$lib/learner/item-ref.ts';
import { nextStep } from '$lib/learner/next-step.ts';
import { readProgress, type Progress } from '$lib/learner/progress.ts';
import { describeStep, type NextStepWords } from '$lib/ui/progress/next-step-words.ts';
import { loadLessons } from '../lessons.ts';
import { loadReviews, outlookOn } from '../review/reviews.ts';

export type LoadedProgress = {
	index: ProgressIndex;
	progress: Progress;
	next: NextStepWords | undefined;
	lessons: ReadonlyMap<string, Lesson>;
	/** Lessons of the site, with answers, that could not be had. */
	missing: string[];
};

const lessonHref = (lesson: string) => resolve('/lessons/[lesson]', { lesson });

export const questionHref = ({ lesson, item }: { lesson: string; item: string }) =>
	`${lessonHref(lesson)}#${item}`;

async function fetchIndex(): Promise<ProgressIndex | undefined> {
	try {
		const response = await fetch(resolve('/progress/index.json'));
		return response.ok ? await response.json() : undefined;
	} catch {
		return undefined;
	}
}

/** How many questions are due for review; none where that can’t be told. */
async function countDue(records: readonly AttemptRecord[], now: number): Promise<number> {
	try {
		return outlookOn(await loadReviews(records, now)).today?.items.length ?? 0;
	} catch {
		return 0;
	}
}

/**
 * Reads what was answered, with the lessons that it takes; `now` is in milliseconds since the epoch. Undefined where not
 * even the names of lessons can be had.
 */
export async function loadProgress(
	records: readonly AttemptRecord[],
	now: number,
): Promise<LoadedProgress | undefined> {
	const [index, { lessons, missing }, due] = await Promise.all([
		fetchIndex(),
		loadLessons(records.flatMap(lessonsOf)),
		countDue(records, now),
	]);
	if (!index) return undefined;
	const progress = readProgress(records, lessons, {
		skills: index.skills.map(({ id }) => id),
		parallels: index.parallels,
		now,
	});
	const outlines = index.lessons.map(({ id }) => ({ id, items: [] }));
	// An assigned lesson goes on from its assignment.
	const own = records.filter(([{ assignment }]) => assignment === undefined);
	const underWay = [...latestOverviews(own, outlines)].find(
		([, { finished, position }]) => !finished && position !== undefined,
	);
	const step = nextStep({
		summary: progress.summary,
		due,
		lessons: index.lessons,
		finished: new Set(
			[...latestOverviews(records, outlines)].flatMap(([id, { finished }]) => (finished ? [id] : [])),
		),
		underWay: underWay?.[0],
	});
	return {
		index,
		progress,
		lessons,
		// A lesson that the site no longer has is not a failure.
		missing: missing.filter((id) => index.lessons.some((lesson) => lesson.id === id)),
		next:
			step &&
			describeStep(step, index, { review: resolve('/review'), lesson: lessonHref, question: questionHref }),
	};
}
