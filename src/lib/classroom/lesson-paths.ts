type PathLesson = { id: string; lens: string; kind: string };

/** A way through a module that a teacher may assign as a whole. */
export type LessonPath = { id: string; title: string; lessons: string[] };

/** The ways through a module, from its lessons in the order of learning. */
export function lessonPaths(lessons: readonly PathLesson[]): LessonPath[] {
	const path = (id: string, title: string, isIn: (lesson: PathLesson) => boolean): LessonPath => ({
		id,
		title,
		lessons: lessons.filter(isIn).map((lesson) => lesson.id),
	});
	const lens = (id: string, title: string) =>
		path(id, title, (lesson) => lesson.lens === id && lesson.kind === 'lesson');
	return [
		lens('sourcing', 'Who says so? Sourcing'),
		lens('framing', 'In which words? Framing'),
		lens('contradictions', 'Can both be true? Contradictions'),
		path('core', 'All lessons, with both checks', ({ kind }) => kind !== 'close-reading'),
		path('close', 'Close readings', ({ kind }) => kind === 'close-reading'),
		path('whole', 'The whole module', () => true),
	].filter((candidate) => candidate.lessons.length > 0);
}
