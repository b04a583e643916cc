import type { Judgement } from './judgements.ts';
import { normalDensity, normalQuantile, wilson, z95, type Interval } from './statistics.ts';

/** Fewer passages of a kind than this say too little. */
export const enoughPassages = 5;

/** How often weak passages were doubted (caught), and sound ones. */
export type JudgementCounts = { caught: number; weak: number; doubted: number; sound: number };

/**
 * `sensitivity` is d′: 0 tells weak from sound no better than chance, 1 moderately, 2 well. `criterion` is c: below 0 leans
 * to suspicion, above 0 to trust. Each with its 95 % interval.
 */
export type Discernment = JudgementCounts & {
	/** Where the share of weak passages that are doubted probably lies, and that of sound ones (Wilson 1927). */
	caughtInterval: Interval;
	doubtedInterval: Interval;
	sensitivity: number;
	sensitivityInterval: Interval;
	criterion: number;
	criterionInterval: Interval;
	/** Named only where the whole interval of the criterion lies on one side. */
	leaning: 'too-suspicious' | 'too-trusting' | 'neither';
};

export function countJudgements(judgements: readonly Judgement[]): JudgementCounts {
	const counts = { caught: 0, weak: 0, doubted: 0, sound: 0 };
	for (const { isSound, calledSound } of judgements) {
		counts[isSound ? 'sound' : 'weak'] += 1;
		if (!calledSound) counts[isSound ? 'doubted' : 'caught'] += 1;
	}
	return counts;
}

const around = (middle: number, deviation: number): Interval => ({
	low: middle - z95 * deviation,
	high: middle + z95 * deviation,
});

/** The variance of z of a share, by the delta method (Gourevitch & Galanter 1967). */
const varianceOfZ = (share: number, of: number): number =>
	(share * (1 - share)) / (of * normalDensity(normalQuantile(share)) ** 2);

/**
 * Signal detection of weak passages, log-linear corrected: 0.5 is added to every count of answers and 1 to every count
 * of passages, always (Hautus 1995), so that all or none stays finite. Intervals by Gourevitch & Galanter (1967), since d′
 * and c are sums of two independent z: closed form, no random draws. Undefined with fewer than five passages of a kind.
 */
export function discernmentOf(counts: JudgementCounts): Discernment | undefined {
	const { caught, weak, doubted, sound } = counts;
	if (weak < enoughPassages || sound < enoughPassages) return undefined;
	const hits = (caught + 0.5) / (weak + 1);
	const falseAlarms = (doubted + 0.5) / (sound + 1);
	const [zHits, zFalseAlarms] = [normalQuantile(hits), normalQuantile(falseAlarms)];
	const sensitivity = zHits - zFalseAlarms;
	const criterion = -(zHits + zFalseAlarms) / 2;
	const deviation = Math.sqrt(varianceOfZ(hits, weak) + varianceOfZ(falseAlarms, sound));
	const criterionInterval = around(criterion, deviation / 2);
	return {
		...counts,
		caughtInterval: wilson(caught, weak),
		doubtedInterval: wilson(doubted, sound),
		sensitivity,
		sensitivityInterval: around(sensitivity, deviation),
		criterion,
		criterionInterval,
		leaning:
			criterionInterval.high < 0 ? 'too-suspicious' : criterionInterval.low > 0 ? 'too-trusting' : 'neither',
	};
}
