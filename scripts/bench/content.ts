import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import type { Files } from '../../src/lib/content/parse-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { growthOf, liveHeap, timeOf, type Bench, type Figure } from './measure.ts';

const folder = fileURLToPath(new URL('../../lessons', import.meta.url));
const folderName = 'one-landing';
const lessonsEach = 14;

/** The real module again and again under other names, each of its lessons with an id of its own. */
function multiply(files: Files, modules: number): Files {
	const many = new Map(files);
	const own = [...files].filter(([path]) => path.startsWith(`${folderName}/`));
	const ids = own.flatMap(([path]) => /lessons\/([\w-]+)\.yaml$/.exec(path)?.[1] ?? []);
	for (let copy = 1; copy < modules; copy += 1)
		for (const [path, text] of own) {
			const place = path.replace(folderName, `${folderName}-${copy}`);
			const id = ids.find((candidate) => path.endsWith(`lessons/${candidate}.yaml`));
			if (id)
				many.set(
					place.replace(id, `${id}-${copy}`),
					text.replaceAll(/^(id|parallelTo): ([\w-]+)$/gm, `$1: $2-${copy}`),
				);
			else if (path.endsWith('module.yaml'))
				many.set(
					place,
					text
						.replace(`id: ${folderName}\n`, `id: ${folderName}-${copy}\n`)
						.replaceAll(/^ {2}- ([\w-]+)$/gm, `  - $1-${copy}`),
				);
			else many.set(place, text);
		}
	return many;
}

function compile(files: Files) {
	const { content, problems } = checkContent(files);
	const [problem] = problems;
	if (!content || problem)
		throw new Error(`The lessons of the bench have problems: ${problem?.file}: ${problem?.message}`);
	return compileContent(content);
}

export const content: Bench = {
	name: 'content',
	run: async () => {
		const files = readFiles(folder);
		const figures: Figure[] = [];
		const points: { n: number; value: number }[] = [];
		for (const modules of [1, 7, 70]) {
			const many = multiply(files, modules);
			const n = modules * lessonsEach;
			const before = liveHeap();
			const compiled = compile(many);
			const heap = liveHeap() - before;
			const value = timeOf(() => void compile(many), n > 100 ? 1 : 3);
			points.push({ n, value });
			const lesson = compiled.lessons.find(({ id }) => id === 'who-says-so');
			figures.push(
				{
					measure: 'check and compile',
					of: `${n} lessons`,
					value,
					unit: 'ms',
					ratio: value / (points[0]?.value ?? value),
				},
				{
					measure: 'memory that compiled lessons hold',
					of: `${n} lessons`,
					value: heap / 1e6,
					unit: 'MB',
				},
				{
					measure: 'data of one lesson, gzip',
					of: `${n} lessons`,
					value: gzipSync(JSON.stringify(lesson)).length / 1000,
					unit: 'kB',
				},
			);
		}
		figures.push({
			measure: 'check and compile: exponent of growth',
			of: '14 to 980 lessons (1 is linear)',
			value: growthOf(points),
			unit: '',
		});
		return figures;
	},
};
