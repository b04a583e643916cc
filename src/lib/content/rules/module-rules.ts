import type { ContentSource } from '../parse-content.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';

type Located = { file: string; locate(path: Path): { line: number; column: number } };

function repeats({ file, locate }: Located, key: string, ids: readonly string[], idKey?: string): Problem[] {
	return ids.flatMap((id, index) =>
		ids.indexOf(id) < index
			? [
					{
						file,
						...locate(idKey ? [key, index, idKey] : [key, index]),
						message: `“${id}” stands twice in “${key}”`,
						advice: 'remove one of them',
					},
				]
			: [],
	);
}

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

export function checkModules({ skills, misconceptions, glossary, modules }: ContentSource): Problem[] {
	const problems = [
		...repeats(skills, 'skills', idsOf(skills.data.skills), 'id'),
		...repeats(misconceptions, 'misconceptions', idsOf(misconceptions.data.misconceptions), 'id'),
		...repeats(glossary, 'terms', idsOf(glossary.data.terms), 'id'),
	];
	for (const { folder, module } of modules) {
		const { file, locate, data } = module;
		problems.push(
			...repeats(module, 'readings', data.readings),
			...repeats(module, 'lessons', data.lessons),
			...repeats(module, 'claims', idsOf(data.claims), 'id'),
		);
		if (data.id !== folder)
			problems.push({
				file,
				...locate(['id']),
				message: `the id “${data.id}” is not the folder’s name`,
				advice: `write “id: ${folder}”, or rename the folder`,
			});
	}
	return problems;
}

/** Lists and files must agree. `files` are the paths from the content folder. */
export function checkListing({ modules }: ContentSource, files: Iterable<string>): Problem[] {
	const paths = new Set(files);
	return modules.flatMap(({ folder, module: { file, locate, data } }) =>
		(['readings', 'lessons'] as const).flatMap((kind) => {
			const ending = kind === 'readings' ? 'md' : 'yaml';
			const pathOf = (id: string) => `${folder}/${kind}/${id}.${ending}`;
			const listed = new Set(data[kind].map(pathOf));
			const missing = data[kind].flatMap((id, index) =>
				paths.has(pathOf(id))
					? []
					: [
							{
								file,
								...locate([kind, index]),
								message: `there is no file for “${id}”`,
								advice: `create ${pathOf(id)}, or remove it from the list`,
							},
						],
			);
			const unlisted = [...paths]
				.filter((path) => path.startsWith(`${folder}/${kind}/`) && !listed.has(path))
				.map((path) => ({
					file: path,
					line: 1,
					column: 1,
					message: 'this file is not listed',
					advice: `add it to “${kind}” in ${file}`,
				}));
			return [...missing, ...unlisted];
		}),
	);
}
