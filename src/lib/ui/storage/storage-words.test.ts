import { describe, expect, it } from 'vitest';
import { openedWords, teachingWords } from './storage-words.ts';

const nothing = { entries: 0, attempts: 0, answers: 0, apart: 0, unread: 0 };

describe('opening a file', () => {
	it.each([
		[nothing, 'Everything in this file was here already. Nothing was changed.'],
		[{ ...nothing, entries: 4, attempts: 1, answers: 1 }, 'Added 1 attempt with 1 answer.'],
		[{ ...nothing, attempts: 2, answers: 14 }, 'Added 2 attempts with 14 answers.'],
		[{ ...nothing, attempts: 1 }, 'Added 1 attempt with 0 answers.'],
		[{ ...nothing, entries: 2 }, 'Brought attempts that were here up to date.'],
		[{ ...nothing, answers: 3 }, 'Added 3 answers to attempts that were here.'],
	])('says what %o adds', (opened, words) => {
		expect(openedWords(opened)).toBe(words);
	});

	it('says what was left as it is, and what was left out', () => {
		expect(openedWords({ ...nothing, apart: 1 })).toContain('What is here was left as it is.');
		expect(openedWords({ ...nothing, unread: 2 })).toContain('2 entries from a newer version');
	});
});

describe('what a teacher keeps here', () => {
	it.each([
		[{ handIns: 0 }, ''],
		[{ handIns: 1 }, '1 hand-in of learners'],
		[{ key: 'ab12', handIns: 0 }, 'your teacher’s key “ab12”'],
		[{ key: 'ab12', handIns: 30 }, 'your teacher’s key “ab12” and 30 hand-ins of learners'],
	])('%o is named', (teaching, words) => {
		expect(teachingWords(teaching)).toBe(words);
	});
});
