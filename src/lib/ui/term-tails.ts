import type { Run } from '../text/rich-text.ts';

type TailedRun = Run & { tail: string };

const closing = /^[,.;:!?…’”)\]]+/;

const isPlain = (run: Run | undefined): run is Run =>
	run !== undefined && !run.em && run.term === undefined && run.exact === undefined;

/**
 * Gives every term the punctuation right behind it as its tail. A term is a button, and browsers would let a line begin
 * with the comma after one.
 */
export const tieTails = (runs: readonly Run[]): TailedRun[] =>
	runs.map((run, index) => {
		const after = runs[index + 1];
		const isTaken = isPlain(run) && runs[index - 1]?.term !== undefined;
		return {
			...run,
			text: isTaken ? run.text.replace(closing, '') : run.text,
			tail: run.term !== undefined && isPlain(after) ? (closing.exec(after.text)?.[0] ?? '') : '',
		};
	});
