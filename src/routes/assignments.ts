import { resolve } from '$app/paths';
import { assignedSettings, type Assignment } from '$lib/classroom/assignment.ts';
import { decodeAssignment } from '$lib/classroom/assignment-link.ts';
import type { Lesson } from '$lib/content/compile-content.ts';
import type { AttemptSettings } from '$lib/engine/attempt-settings.ts';
import { openAssignmentStore, type BegunAssignment } from '$lib/storage/assignments.ts';

/** The one place where pages meet the begun assignments. */
export const assignments = openAssignmentStore();

export type Begun = BegunAssignment & { assignment: Assignment };

const anyLesson = { has: () => true };

async function open(begun: BegunAssignment): Promise<Begun[]> {
	const reading = await decodeAssignment(begun.code, anyLesson);
	return reading.ok ? [{ ...begun, assignment: reading.assignment }] : [];
}

/** The assignments that have been begun on this device, the latest first. */
export const begunAssignments = async (): Promise<Begun[]> =>
	(await Promise.all((await assignments.all()).map(open))).flat();

export const assignmentHref = ({ code }: Pick<Begun, 'code'>): string => `${resolve('/start')}#${code}`;

/** The lesson’s page, in the name of the assignment: so its attempts stay apart from others. */
export const assignedLessonHref = (lesson: string, { id }: Pick<Assignment, 'id'>): string =>
	`${resolve('/lessons/[lesson]', { lesson })}?assignment=${id}`;

/** What a lesson’s page needs to know of the assignment that it is opened for. */
export type AssignedLesson = {
	assignment: { href: string; title: string };
	settings: AttemptSettings;
	attempt: { assignment: string; seed?: number };
};

/** Undefined where this device knows no such assignment, or where the lesson is not a part of it. */
export async function findAssignedLesson(
	id: string,
	lesson: Pick<Lesson, 'id' | 'settings'>,
): Promise<AssignedLesson | undefined> {
	const begun = (await begunAssignments()).find((candidate) => candidate.id === id);
	if (!begun?.assignment.lessons.includes(lesson.id)) return undefined;
	const { title, settings, seed } = begun.assignment;
	return {
		assignment: { href: assignmentHref(begun), title },
		settings: assignedSettings(lesson.settings, settings),
		attempt: { assignment: id, ...(seed !== undefined && { seed }) },
	};
}
