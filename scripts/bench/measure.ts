import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One figure. `of` says of what: a page, a size, a slowdown. `ratio` is to the lower bound or to the smallest case. */
export type Figure = {
	measure: string;
	of: string;
	value: number;
	unit: 'ms' | 'kB' | 'MB' | '/s' | 'requests' | '';
	p95?: number;
	ratio?: number;
};

/** A part of the bench. `run` gets what it needs by itself and leaves nothing behind. */
export type Bench = { name: string; run: () => Promise<Figure[]> };

export const quantile = (values: readonly number[], share: number): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The time of one run in milliseconds: the median of `times`, after one that only warms up. */
export function timeOf(work: () => void, times = 5): number {
	work();
	return median(
		Array.from({ length: times }, () => {
			const start = performance.now();
			work();
			return performance.now() - start;
		}),
	);
}

/** What this process holds in its heap, in bytes, once all garbage is collected. */
export function liveHeap(): number {
	// Node offers no other way to a collector without a flag on its command line.
	setFlagsFromString('--expose-gc');
	runInNewContext('gc')();
	return process.memoryUsage().heapUsed;
}

/** How cost grows: the exponent of n in a fit of log time over log n. 1 is linear, 2 quadratic. */
export function growthOf(points: readonly { n: number; value: number }[]): number {
	const logs = points.map(({ n, value }) => [Math.log(n), Math.log(value)] as const);
	const mean = (pick: 0 | 1) => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length;
	const [x, y] = [mean(0), mean(1)];
	const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
	const variance = logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
	return covariance / variance;
}

const shown = (value: number, unit: Figure['unit']): string =>
	`${value >= 100 || unit === 'requests' ? Math.round(value) : value.toFixed(value < 10 ? 2 : 1)} ${unit}`;

/** A Markdown table. */
export const toTable = (figures: readonly Figure[]): string =>
	[
		'| measure | of | value | p95 | ratio |',
		'| --- | --- | ---: | ---: | ---: |',
		...figures.map(
			({ measure, of, value, unit, p95, ratio }) =>
				`| ${measure} | ${of} | ${shown(value, unit)} | ${p95 === undefined ? '' : shown(p95, unit)} | ${ratio === undefined ? '' : ratio.toFixed(2)} |`,
		),
	].join('\n');
