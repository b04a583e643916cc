import type { LessonFile } from './schemas.ts';
import { isRun, walk } from './walk.ts';
import type { Path } from './yaml-source.ts';

/**
 * Whose words an `:exact[…]` of a lesson are: the account it names, else the reading of its step, else the lesson's only
 * one. Undefined where none of these decides.
 */
export function accountOf(named: string, path: Path, lesson: LessonFile): string | undefined {
	if (named) return named;
	const step = path[0] === 'steps' && typeof path[1] === 'number' ? lesson.steps[path[1]] : undefined;
	return step?.reading ?? (lesson.readings.length === 1 ? lesson.readings[0] : undefined);
}

/** The lesson with every exact quotation naming its account. */
export function resolveExact(lesson: LessonFile): LessonFile {
	const resolved = structuredClone(lesson);
	for (const { path, value } of walk(resolved))
		if (isRun(value) && value.exact !== undefined) value.exact = accountOf(value.exact, path, lesson) ?? '';
	return resolved;
}
