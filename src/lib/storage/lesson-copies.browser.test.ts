import { deleteDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLessonCopies, type FormattedLesson } from './lesson-copies.ts';

const lesson: FormattedLesson = {
	id: 'one',
	hash: 'before',
	format: 1,
	steps: [{ type: 'explanation', id: 'hello' }],
};
const improved: FormattedLesson = { ...lesson, hash: 'after' };

const name = 'crossread-lessons-test';
const copies = openLessonCopies(name);

afterEach(async () => {
	vi.restoreAllMocks();
	await deleteDB(name);
});

describe('the copies of lessons', () => {
	it('give back a lesson with the content that is asked for', async () => {
		await copies.keep(lesson);
		expect(await copies.find(lesson)).toEqual(lesson);
	});

	it('outlive the page', async () => {
		await copies.keep(lesson);
		expect(await openLessonCopies(name).find(lesson)).toEqual(lesson);
	});

	it('give nothing for another content, another lesson or another format', async () => {
		await copies.keep(lesson);
		expect(await copies.find(improved)).toBeUndefined();
		expect(await copies.find({ ...lesson, id: 'two' })).toBeUndefined();
		expect(await copies.find({ ...lesson, format: 2 })).toBeUndefined();
	});

	it('hold one content a lesson: that of the latest attempt', async () => {
		const other = { ...lesson, id: 'two' };
		for (const each of [lesson, other, improved]) await copies.keep(each);
		expect(await copies.find(lesson)).toBeUndefined();
		expect(await copies.find(improved)).toEqual(improved);
		expect(await copies.find(other)).toEqual(other);
	});

	it('hold a copy in the format of today in place of one that pages cannot show any more', async () => {
		const reformed = { ...lesson, format: 2 };
		await copies.keep(lesson);
		await copies.keep(reformed);
		expect(await copies.find(reformed)).toEqual(reformed);
	});

	it('find nothing and do no harm where the browser forbids storage', async () => {
		vi.spyOn(window, 'indexedDB', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		});
		await copies.keep(lesson);
		expect(await copies.find(lesson)).toBeUndefined();
	});
});
