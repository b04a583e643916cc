import { expect, it } from 'vitest';
import { lessonPaths } from './lesson-paths.ts';

const lessons = [
	{ id: 'in', lens: 'all', kind: 'check' },
	{ id: 'who', lens: 'sourcing', kind: 'lesson' },
	{ id: 'words', lens: 'framing', kind: 'lesson' },
	{ id: 'upstream', lens: 'sourcing', kind: 'lesson' },
	{ id: 'close', lens: 'all', kind: 'close-reading' },
];

it('offers ways through a module, each in the order of learning, and none that is empty', () => {
	expect(lessonPaths(lessons).map((path) => [path.id, path.lessons])).toEqual([
		['sourcing', ['who', 'upstream']],
		['framing', ['words']],
		['core', ['in', 'who', 'words', 'upstream']],
		['close', ['close']],
		['whole', ['in', 'who', 'words', 'upstream', 'close']],
	]);
});

it('offers nothing where there are no lessons', () => {
	expect(lessonPaths([])).toEqual([]);
});
