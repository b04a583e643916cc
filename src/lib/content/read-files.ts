import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './parse-content.ts';

/** Reads every file below `folder` as UTF-8; the keys are paths from it with forward slashes. */
export function readFiles(folder: string): Files {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return new Map(
		names.map((name) => [relative(folder, name).split(sep).join('/'), readFileSync(name, 'utf8')]),
	);
}
