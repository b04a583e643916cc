import { confidenceLevels, type Confidence } from '../engine/confidence.ts';
import type { Answer } from './answers.ts';
import { wilson, type Interval } from './statistics.ts';

/**
 * The share of right answers that each level of confidence is worth: the ranges in which each level of certainty-based
 * marking pays best (Gardner-Medwin 2006: marks 1, 2, 3 when right and 0, −2, −6 when wrong). Advice only, never a score.
 */
const bands: Record<Confidence, Interval> = {
	'not-sure': { low: 0, high: 2 / 3 },
	'fairly-sure': { low: 2 / 3, high: 4 / 5 },
	sure: { low: 4 / 5, high: 1 },
};

/** What each level says as a chance, for the Brier score: the middle of its range; for “not sure”, evens. */
const chances: Record<Confidence, number> = { 'not-sure': 0.5, 'fairly-sure': 0.75, sure: 0.9 };

/** Fewer answers than this at a level say too little. */
const enoughAnswers = 5;

export type CalibrationLevel = {
	level: Confidence;
	/** The share of right answers that this level is worth. */
	band: Interval;
	answers: number;
	/** Right answers; parts count as parts. */
	right: number;
	/** Where the share of right answers probably lies, 95 %. */
	interval: Interval;
	/** Named only where the whole interval lies outside the band. */
	fit: 'too-few' | 'too-sure' | 'fits' | 'could-be-surer';
};

export type Calibration = { levels: CalibrationLevel[]; answers: number; brier: number | undefined };

function fitOf(level: Confidence, answers: number, interval: Interval): CalibrationLevel['fit'] {
	if (answers < enoughAnswers) return 'too-few';
	if (interval.high < bands[level].low) return 'too-sure';
	if (interval.low > bands[level].high) return 'could-be-surer';
	return 'fits';
}

/** How right a learner was when not sure, fairly sure and sure. */
export function calibrationOf(answers: readonly Answer[]): Calibration {
	const levels = confidenceLevels.map((level): CalibrationLevel => {
		const at = answers.filter(({ confidence }) => confidence === level);
		const right = at.reduce((sum, { share }) => sum + share, 0);
		const interval = wilson(right, at.length);
		return {
			level,
			band: bands[level],
			answers: at.length,
			right,
			interval,
			fit: fitOf(level, at.length, interval),
		};
	});
	const errors = answers.flatMap(({ confidence, share }) =>
		confidence ? [(chances[confidence] - share) ** 2] : [],
	);
	return {
		levels,
		answers: errors.length,
		// The mean squared distance of what was said from what came (Brier 1950): 0 is best, 0.25 is what “evens” always gets.
		brier: errors.length > 0 ? errors.reduce((sum, error) => sum + error, 0) / errors.length : undefined,
	};
}
