import { parseArgs } from 'node:util';
import { checkContent } from '../src/lib/content/check-content.ts';
import { checkOriginals } from '../src/lib/content/check-originals.ts';
import { formatProblem, sortProblems } from '../src/lib/content/problem.ts';
import { readFiles } from '../src/lib/content/read-files.ts';

const usage = `Usage: npm run lessons:check -- [--json] [--originals DIR] [--lessons DIR]

  --json           print the problems as JSON
  --originals DIR  also prove every exact quotation against the original articles in DIR
  --lessons DIR    the content folder (lessons)`;

function readOptions() {
	try {
		return parseArgs({
			options: {
				json: { type: 'boolean', default: false },
				originals: { type: 'string' },
				lessons: { type: 'string', default: 'lessons' },
				help: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
		process.exit(2);
	}
}

const { json, originals, lessons, help } = readOptions();
if (help) {
	console.log(usage);
	process.exit(0);
}

function read(folder: string) {
	try {
		return readFiles(folder);
	} catch {
		console.error(`There is no folder “${folder}” to read. Name one that exists.`);
		process.exit(2);
	}
}

const files = read(lessons);
const { content, problems: found } = checkContent(files);
const proved = content && originals ? checkOriginals(content, read(originals)) : [];
const problems = sortProblems([...found, ...proved]).map((problem) => ({
	...problem,
	file: `${lessons}/${problem.file}`,
}));

if (json) {
	console.log(JSON.stringify(problems, null, '\t'));
} else if (problems.length > 0) {
	for (const problem of problems) console.log(formatProblem(problem));
	console.log(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${lessons}/`);
} else {
	const modules = content?.modules ?? [];
	const count = modules.reduce((sum, module) => sum + module.lessons.size, 0);
	const readings = modules.reduce((sum, module) => sum + module.readings.size, 0);
	console.log(
		`${count} lessons and ${readings} readings are in order${originals ? ', and every quotation is proved' : ''}.`,
	);
}
process.exit(problems.length > 0 ? 1 : 0);
