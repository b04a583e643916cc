import type { Place, Problem } from './problem.ts';
import type { Reading } from '../text/reading.ts';
import { parseReading, type ReadingSource } from './parse-reading.ts';
import {
	glossaryFile,
	lessonFile,
	misconceptionsFile,
	moduleFile,
	skillsFile,
	type GlossaryFile,
	type LessonFile,
	type MisconceptionsFile,
	type ModuleFile,
	type SkillsFile,
} from './schemas.ts';
import { parseYaml, type Source } from './yaml-source.ts';

/** Path from the content folder → text. */
export type Files = ReadonlyMap<string, string>;

export type ModuleSource = {
	folder: string;
	module: Source<ModuleFile>;
	readings: Map<string, ReadingSource>;
	lessons: Map<string, Source<LessonFile>>;
};

export const readingsOf = ({ readings }: ModuleSource): ReadonlyMap<string, Reading> =>
	new Map([...readings].map(([slug, { reading }]) => [slug, reading]));

export type ContentSource = {
	skills: Source<SkillsFile>;
	misconceptions: Source<MisconceptionsFile>;
	glossary: Source<GlossaryFile>;
	modules: ModuleSource[];
};

const known = /^(README\.md|LICENSE|schemas\/[a-z]+\.schema\.json|(skills|misconceptions|glossary)\.yaml)$/;

const inModule =
	/^(?<folder>[a-z0-9-]+)\/(module\.yaml|readings\/(?<reading>[^/]+)\.md|lessons\/(?<lesson>[^/]+)\.yaml)$/;

const maxLength = 400_000;

const fileStart: Place = { line: 1, column: 1 };

/** Where the first character stands that reading as UTF-8 has replaced. */
function placeOfUnreadable(content: string): Place | undefined {
	const at = content.indexOf('\uFFFD');
	if (at < 0) return undefined;
	const before = content.slice(0, at).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Parses every file of the content folder. Files that don't parse are left out and reported; `content` is undefined
 * where one of the files that everything hangs on is missing or broken.
 */
export function parseContent(files: Files): { content: ContentSource | undefined; problems: Problem[] } {
	const problems: Problem[] = [];
	const report = (file: string, message: string, advice: string, place: Place = fileStart) =>
		problems.push({ file, ...place, message, advice });
	const kept = <T>({ source, problems: found }: { source: T; problems: Problem[] }): T => {
		problems.push(...found);
		return source;
	};
	const text = (file: string): string => {
		const found = files.get(file);
		if (found === undefined) report(file, 'this file is missing', 'create it as lessons/README.md describes');
		return found ?? '';
	};

	for (const [file, content] of files) {
		if (!known.test(file) && !inModule.test(file))
			report(
				file,
				'this file is not part of the format',
				'remove it, or move it where lessons/README.md says',
			);
		if (content.length > maxLength)
			report(file, 'this file is too large', `keep it under ${maxLength} characters`);
		const unreadable = placeOfUnreadable(content);
		if (unreadable)
			report(
				file,
				'a character here is not UTF-8',
				'save the file as UTF-8 and type the character again',
				unreadable,
			);
	}

	const shared = <S extends Parameters<typeof parseYaml>[2]>(file: string, schema: S) =>
		files.has(file) ? kept(parseYaml(file, text(file), schema)) : (text(file), undefined);
	const skills = shared('skills.yaml', skillsFile);
	const misconceptions = shared('misconceptions.yaml', misconceptionsFile);
	const glossary = shared('glossary.yaml', glossaryFile);

	const modules: ModuleSource[] = [];
	const folders = new Set([...files.keys()].flatMap((file) => inModule.exec(file)?.groups?.['folder'] ?? []));
	for (const folder of folders) {
		const module = shared(`${folder}/module.yaml`, moduleFile);
		const readings: ModuleSource['readings'] = new Map();
		const lessons: ModuleSource['lessons'] = new Map();
		for (const [file, content] of files) {
			const groups = inModule.exec(file)?.groups;
			if (groups?.['folder'] !== folder) continue;
			if (groups['reading']) {
				const reading = kept(parseReading(file, content));
				if (reading) readings.set(groups['reading'], reading);
			}
			if (groups['lesson']) {
				const lesson = kept(parseYaml(file, content, lessonFile));
				if (lesson) lessons.set(groups['lesson'], lesson);
			}
		}
		if (module) modules.push({ folder, module, readings, lessons });
	}
	const content =
		skills && misconceptions && glossary ? { skills, misconceptions, glossary, modules } : undefined;
	return { content, problems };
}
