import {
	isMap,
	isNode,
	isPair,
	isScalar,
	parseDocument,
	visit,
	type Alias,
	type Document,
	type Node,
	type Pair,
	type YAMLError,
} from 'yaml';
import type { z } from '../text/zod.ts';
import type { Place, Problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** A parsed file that knows where each of its values stands. */
export type Source<T> = { file: string; data: T; locate(path: Path): Place };

type Limits = { minimum?: number | bigint; maximum?: number | bigint; origin?: string };

const maxDepth = 32;

const startOf = (node: Node | Pair | null | undefined): number | undefined => {
	if (isPair(node)) return isNode(node.key) ? node.key.range?.[0] : undefined;
	return node?.range?.[0];
};

/** The key's position for a map entry, the item's for a list entry; for a missing one, that of what should hold it. */
function offsetAt(document: Document, path: Path): number {
	let node: unknown = document.contents;
	let offset = startOf(document.contents) ?? 0;
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
			if (!pair) return offset;
			offset = startOf(pair) ?? offset;
			node = pair.value;
		} else {
			const next =
				isNode(node) && 'items' in node && Array.isArray(node.items) ? node.items[Number(step)] : undefined;
			if (!isNode(next)) return offset;
			offset = next.range?.[0] ?? offset;
			node = next;
		}
	}
	return offset;
}

/** The path to a value below the deepest level that is allowed. */
function findTooDeep(root: unknown): Path | undefined {
	const open: [unknown, Path][] = [[root, []]];
	for (let entry = open.pop(); entry; entry = open.pop()) {
		const [value, path] = entry;
		if (path.length >= maxDepth) return path;
		if (typeof value === 'object' && value !== null)
			for (const [key, child] of Object.entries(value)) open.push([child, [...path, key]]);
	}
	return undefined;
}

/** Where an error of the parser stands. It puts a missing closing quote at the end of the file; here it is the opening one. */
function offsetOf({ code, pos: [offset] }: YAMLError, document: Document): number {
	let found = offset;
	if (code === 'MISSING_CHAR')
		visit(document, {
			Scalar(_key, { type, range }) {
				if (type?.startsWith('QUOTE') && range && range[1] === offset) found = range[0];
			},
		});
	return found;
}

/**
 * The errors of the parser that say something: keys that stand twice, and the first that throws it off course. What it
 * says after that is about its own confusion; a tab confuses it already before it gets there.
 */
function firstErrors(document: Document): { message: string; offset: number }[] {
	const errors = document.errors
		.map((error) => ({
			code: error.code,
			message: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '',
			offset: offsetOf(error, document),
		}))
		.sort((a, b) => a.offset - b.offset);
	const syntax = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
	const cause = syntax.find(({ code }) => code === 'TAB_AS_INDENT') ?? syntax[0];
	const before = cause ? errors.slice(0, errors.indexOf(cause)) : errors;
	return [...before.filter(({ code }) => code === 'DUPLICATE_KEY'), ...(cause ? [cause] : [])];
}

/** The first alias, such as `*name`. Aliases could blow a small file up, and mostly are an emphasis without quotes. */
function findAlias(document: Document): Alias | undefined {
	let found: Alias | undefined;
	visit(document, {
		Alias(_key, alias) {
			found = alias;
			return visit.BREAK;
		},
	});
	return found;
}

const quote = (value: unknown): string => `“${String(value)}”`;

const kinds: Record<string, string> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
};

const amount = (value: number | bigint | undefined, origin: string | undefined): string =>
	origin === 'string' ? `${value} characters` : origin === 'array' ? `${value} entries` : String(value);

/** Turns an issue of Zod into words: what is wrong, and what to do. */
function explain(issue: z.core.$ZodIssue, key: PropertyKey | undefined): { message: string; advice: string } {
	const name = typeof key === 'string' ? quote(key) : 'this entry';
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined
				? { message: `${name} is missing`, advice: `add it: ${kinds[issue.expected] ?? issue.expected}` }
				: {
						message: `${name} is not ${kinds[issue.expected] ?? issue.expected}`,
						advice: `write ${kinds[issue.expected] ?? issue.expected} here`,
					};
		case 'unrecognized_keys':
			return {
				message: `unknown key ${issue.keys.map(quote).join(', ')}`,
				advice: 'remove it, or correct its spelling',
			};
		case 'invalid_value':
			return issue.input === undefined
				? { message: `${name} is missing`, advice: `add one of: ${issue.values.join(', ')}` }
				: {
						message: `${quote(issue.input)} is not allowed for ${name}`,
						advice: `use one of: ${issue.values.join(', ')}`,
					};
		case 'invalid_union':
			return {
				message: `${name} has no known type`,
				advice: `use one of: ${'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : 'the documented types'}`,
			};
		case 'too_small':
		case 'too_big': {
			const { minimum, maximum, origin }: Limits = issue;
			const [message = '', advice] = issue.message.split('|');
			if (advice) return { message, advice };
			return issue.code === 'too_small'
				? {
						message: `${name} has too few or too little`,
						advice: `give it at least ${amount(minimum, origin)}`,
					}
				: {
						message: `${name} has too many or too much`,
						advice: `keep it to at most ${amount(maximum, origin)}`,
					};
		}
		default: {
			const [message = '', advice = 'see lessons/README.md'] = issue.message.split('|');
			return { message, advice };
		}
	}
}

/**
 * Parses YAML against a schema. Reports every problem with its place; `lineOffset` is the number of lines before the
 * YAML in its file.
 */
export function parseYaml<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
	lineOffset = 0,
): { source: Source<z.output<S>> | undefined; problems: Problem[] } {
	const document = parseDocument(text, { uniqueKeys: true });
	const placeAt = (offset: number): Place => {
		const lines = text.slice(0, offset).split('\n');
		return { line: lines.length + lineOffset, column: (lines.at(-1) ?? '').length + 1 };
	};
	const locate = (path: Path): Place => placeAt(offsetAt(document, path));

	const refuse = (place: Place, message: string, advice: string) => ({
		source: undefined,
		problems: [{ file, ...place, message, advice }],
	});

	if (document.errors.length > 0) {
		const problems = firstErrors(document).map(({ message, offset }) => ({
			file,
			...placeAt(offset),
			message: `not valid YAML: ${message}`,
			advice: 'check quotes, colons and indentation here',
		}));
		return { source: undefined, problems };
	}
	const alias = findAlias(document);
	if (alias)
		return refuse(
			placeAt(alias.range?.[0] ?? 0),
			`${quote(`*${alias.source}`)} is a YAML alias, which is not part of the format`,
			'put a text that starts with * in quotes, or write the text out',
		);
	const data: unknown = document.toJS();
	const tooDeep = findTooDeep(data);
	if (tooDeep) return refuse(locate(tooDeep), 'nested too deeply', `nest at most ${maxDepth} levels`);
	const parsed = schema.safeParse(data, { reportInput: true });
	if (parsed.success) return { source: { file, data: parsed.data, locate }, problems: [] };
	const pathOf = (issue: z.core.$ZodIssue) => issue.path.join('\n');
	const ofWrongType = new Set(parsed.error.issues.filter(({ code }) => code === 'invalid_type').map(pathOf));
	// Zod also measures a text that stands where a list should.
	const issues = parsed.error.issues.filter(
		(issue) => issue.code === 'invalid_type' || !ofWrongType.has(pathOf(issue)),
	);
	const problems = issues.map((issue) => {
		const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
		const key = issue.path.findLast((step) => typeof step === 'string');
		return {
			file,
			...locate(path),
			...explain(issue, typeof issue.path.at(-1) === 'number' ? undefined : key),
		};
	});
	return { source: undefined, problems };
}
