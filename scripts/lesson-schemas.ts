import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import {
	glossaryFile,
	lessonFile,
	misconceptionsFile,
	moduleFile,
	readingHead,
	skillsFile,
} from '../src/lib/content/schemas.ts';
import { z } from '../src/lib/text/zod.ts';

const folder = 'lessons/schemas';

const schemas = {
	skills: skillsFile,
	misconceptions: misconceptionsFile,
	glossary: glossaryFile,
	module: moduleFile,
	lesson: lessonFile,
	reading: readingHead,
};

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const stale: string[] = [];
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
	const file = `${folder}/${name}.schema.json`;
	const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
	const text = await format(json, { ...(await resolveConfig(file)), filepath: file });
	if (!values.check) writeFileSync(file, text);
	else if (current(file) !== text) stale.push(file);
}

function current(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

if (stale.length > 0) {
	console.error(`Out of date: ${stale.join(', ')}  (run “npm run schemas” and commit what it writes)`);
	process.exit(1);
}
