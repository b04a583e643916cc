import type { Answer } from './answers.ts';
import { day } from './counted.ts';
import type { Interval } from './statistics.ts';

/**
 * How many of a hundred new questions of a skill a learner would answer from knowing, as a share: the most likely range
 * and its middle. `evidence` counts answers, older ones for less.
 */
export type Mastery = Interval & { mean: number; evidence: number };

/** An answer counts half after so many days. */
const halfLife = 30 * day;

/** The share of points that is lost by a slip where one knows. */
const slip = 0.1;

/** Fewer fresh answers than this say too little. */
const enoughEvidence = 3;

/** A range that holds the truth 4 times out of 5. */
const tail = 0.1;

/** The middles of equal steps from 0 to 1. */
const steps = 200;
const grid = Array.from({ length: steps }, (_, index) => (index + 0.5) / steps);

/** After hints, being right takes less knowing: each takes chance further towards being right anyway. */
const chanceAfter = ({ chance, hints }: Answer): number => Math.min(1 - slip, 1 - (1 - chance) / (hints + 1));

type Evidence = { earned: number; lost: number };

function evidenceByChance(answers: readonly Answer[], now: number): Map<number, Evidence> {
	const groups = new Map<number, Evidence>();
	for (const answer of answers) {
		const weight = 0.5 ** (Math.max(0, now - answer.at) / halfLife);
		const chance = chanceAfter(answer);
		const group = groups.get(chance) ?? { earned: 0, lost: 0 };
		group.earned += weight * answer.share;
		group.lost += weight * (1 - answer.share);
		groups.set(chance, group);
	}
	return groups;
}

/** The point below which `share` of the posterior lies, spread evenly within each step. */
function quantile(density: readonly number[], share: number): number {
	const wanted = share * density.reduce((sum, value) => sum + value, 0);
	let below = 0;
	for (const [index, value] of density.entries()) {
		if (below + value >= wanted) return (index + (wanted - below) / value) / steps;
		below += value;
	}
	return 1;
}

/**
 * What first tries at items of one skill say about it. With mastery θ an answer earns c + (1 − s − c)·θ on average: `c` is
 * what guessing earns at that item, `s` a slip of 0.1 (guess and slip as in Corbett & Anderson 1995). Parts of points
 * count as parts of answers (Bernoulli quasi-likelihood, Papke & Wooldridge 1996); every mastery is as likely as any other
 * at first; an answer counts half after 30 days, so that what isn’t practised becomes uncertain. A right answer never
 * lowers the mean, a wrong one never raises it. Undefined with evidence of fewer than three fresh answers.
 */
export function masteryOf(answers: readonly Answer[], now: number): Mastery | undefined {
	const groups = evidenceByChance(answers, now);
	const evidence = [...groups.values()].reduce((sum, { earned, lost }) => sum + earned + lost, 0);
	if (evidence < enoughEvidence) return undefined;
	const logs = grid.map((theta) => {
		let log = 0;
		for (const [chance, { earned, lost }] of groups) {
			const share = chance + (1 - slip - chance) * theta;
			if (earned > 0) log += earned * Math.log(share);
			if (lost > 0) log += lost * Math.log(1 - share);
		}
		return log;
	});
	const highest = Math.max(...logs);
	const density = logs.map((log) => Math.exp(log - highest));
	const total = density.reduce((sum, value) => sum + value, 0);
	const mean = density.reduce((sum, value, index) => sum + value * (grid[index] ?? 0), 0) / total;
	return { mean, low: quantile(density, tail), high: quantile(density, 1 - tail), evidence };
}
