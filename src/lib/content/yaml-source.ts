import {
	isMap,
	isNode,
	isPair,
	isScalar,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type Pair,
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

function depthOf(root: unknown): number {
	let deepest = 0;
	const open: [unknown, number][] = [[root, 1]];
	for (let entry = open.pop(); entry; entry = open.pop()) {
		const [value, depth] = entry;
		deepest = Math.max(deepest, depth);
		if (depth > maxDepth) return depth;
		if (typeof value === 'object' && value !== null)
			for (const child of Object.values(value)) open.push([child, depth + 1]);
	}
	return deepest;
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
	const lineCounter = new LineCounter();
	const document = parseDocument(text, { lineCounter, uniqueKeys: true });
	const placeAt = (offset: number): Place => {
		const { line, col } = lineCounter.linePos(offset);
		return { line: line + lineOffset, column: col };
	};
	const locate = (path: Path): Place => placeAt(offsetAt(document, path));

	if (document.errors.length > 0) {
		const problems = document.errors.map((error) => ({
			file,
			...placeAt(error.pos[0]),
			message: `not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}`,
			advice: 'check quotes, colons and indentation here',
		}));
		return { source: undefined, problems };
	}
	const data: unknown = document.toJS({ maxAliasCount: 20 });
	if (depthOf(data) > maxDepth) {
		const problem = {
			file,
			...locate([]),
			message: 'nested too deeply',
			advice: `nest at most ${maxDepth} levels`,
		};
		return { source: undefined, problems: [problem] };
	}
	const parsed = schema.safeParse(data, { reportInput: true });
	if (parsed.success) return { source: { file, data: parsed.data, locate }, problems: [] };
	const problems = parsed.error.issues.map((issue) => {
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
