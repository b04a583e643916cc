import { progressRows, toProgressJson } from '$lib/learner/progress-file.ts';
import { toCsv } from '$lib/text/csv.ts';
import { saveFile } from '../save-file.ts';
import type { LoadedProgress } from './load-progress.ts';

/** Gives the learner a report of their progress as a file. */
export function saveProgress({ progress, index }: LoadedProgress, format: 'json' | 'csv'): void {
	const now = Date.now();
	const name = `crossread-progress-${new Date(now).toISOString().slice(0, 10)}`;
	if (format === 'json') saveFile(`${name}.json`, 'application/json', toProgressJson(progress, now));
	else saveFile(`${name}.csv`, 'text/csv', toCsv(progressRows(progress, index)));
}
