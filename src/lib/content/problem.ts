/** Something wrong in a content file. `line` and `column` count from 1. */
export type Problem = { file: string; line: number; column: number; message: string; advice: string };

export type Place = { line: number; column: number };

export const formatProblem = ({ file, line, column, message, advice }: Problem): string =>
	`${file}:${line}:${column}  ${message}  (${advice})`;

/** In the order of files and of places in them. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
	[...problems].sort(
		(a, b) =>
			(a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
			a.line - b.line ||
			a.column - b.column ||
			(a.message < b.message ? -1 : 1),
	);
