import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, it } from 'vitest';
import { blogFile, broken, checkFile, goodFiles, lessonFile, townFile } from './content-fixture.ts';
import { writeFiles } from './write-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'lessons-check-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const folderOf = (name: string, files: ReadonlyMap<string, string>): string => {
	const folder = join(temporary, name);
	writeFiles(folder, files);
	return folder;
};

const run = (...options: string[]) =>
	new Promise<{ code: number; out: string; err: string }>((resolve) => {
		const child = execFile(
			join(root, 'node_modules/.bin/tsx'),
			['scripts/lessons-check.ts', ...options],
			{ cwd: root },
			(_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
		);
	});

const brokenFilesThatParse = broken(
	lessonFile,
	'minutes: 3',
	'minutes: 9',
	broken(townFile, '.source .bare', '.source .bore'),
);
const brokenFiles = broken(checkFile, 'lens: all', 'lens: none', brokenFilesThatParse);

// Each starts a process, so they start together and each has time.
describe.concurrent('npm run lessons:check', { timeout: 60_000 }, () => {
	it('prints every problem with its place and what to do, and fails', async ({ expect }) => {
		const folder = folderOf('broken', brokenFiles);
		const { code, out } = await run('--lessons', folder);
		expect(out.split('\n')).toEqual([
			`${folder}/${checkFile}:3:1  “none” is not allowed for “lens”  (use one of: sourcing, framing, contradictions, all)`,
			`${folder}/${lessonFile}:9:1  this lesson takes about 2 minutes, not 9  (write “minutes: 2”, or shorten it)`,
			`${folder}/${townFile}:20:7  “bore” is not a label  (use a label of lessons/README.md, or correct its spelling)`,
			'',
			`3 problems in ${folder}/`,
			'',
		]);
		expect(code).toBe(1);
	});

	it('with --json and --originals prints them as JSON, with what the articles don’t prove', async ({
		expect,
	}) => {
		const folder = folderOf('json', brokenFilesThatParse);
		const articles = folderOf(
			'articles',
			new Map([['001_blog.txt', `A matter of fact. ${'word '.repeat(40)}`]]),
		);
		const { code, out } = await run('--json', '--lessons', folder, '--originals', articles);
		const unproved = '“a matter of caution” does not stand in 001_blog.txt';
		expect(JSON.parse(out)).toMatchObject([
			{ file: `${folder}/${lessonFile}`, line: 9, column: 1 },
			{ file: `${folder}/${lessonFile}`, line: 136, column: 5, message: unproved },
			{ file: `${folder}/${blogFile}`, message: unproved },
			{ file: `${folder}/${townFile}`, message: 'the folder of originals has no file “000_paper.txt”' },
			{
				file: `${folder}/${townFile}`,
				line: 20,
				column: 7,
				message: '“bore” is not a label',
				advice: 'use a label of lessons/README.md, or correct its spelling',
			},
		]);
		expect(code).toBe(1);
	});

	it('says how much is in order, and succeeds', async ({ expect }) => {
		const { code, out } = await run('--lessons', folderOf('good', goodFiles()));
		expect(out).toBe('2 lessons and 2 readings are in order.\n');
		expect(code).toBe(0);
	});

	it('says that a folder isn’t there, apart from the problems of lessons', async ({ expect }) => {
		const { code, out, err } = await run('--lessons', join(temporary, 'nowhere'));
		expect(err).toBe(`There is no folder “${join(temporary, 'nowhere')}” to read. Name one that exists.\n`);
		expect(out).toBe('');
		expect(code).toBe(2);
	});
});
