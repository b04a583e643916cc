import type { Calibration } from '../../learner/calibration.ts';
import type { Change } from '../../learner/change.ts';
import type { Discernment } from '../../learner/discernment.ts';
import type { MetMisconception } from '../../learner/misconceptions.ts';

type Range = { low: number; high: number };

const tenths = (share: number): number => Math.round(10 * share);

/** “7 of 10” for a share. */
export const ofTen = (share: number): string => `${tenths(share)} of 10`;

/** “5 to 9” of 10 for a range of shares, “9” where both ends come to the same. */
export const rangeOfTen = ({ low, high }: Range): string =>
	tenths(low) === tenths(high) ? String(tenths(low)) : `${tenths(low)} to ${tenths(high)}`;

/** “1 answer”, “3 answers”. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;

/** Which way the judgements lean: what was done, never what somebody is. */
export const leaningWords: Record<Discernment['leaning'], string> = {
	'too-suspicious':
		'Your answers lean to doubt: you doubted sound passages more often than you trusted weak ones. Before you doubt, look for what speaks for a passage.',
	'too-trusting':
		'Your answers lean to trust: you trusted weak passages more often than you doubted sound ones. Before you trust, look for who says so.',
	neither: 'So far your answers lean to neither side by more than chance could bring.',
};

/** Whether weak and sound passages are told apart. */
export function sensitivityWords({ sensitivityInterval: { low, high } }: Discernment): string {
	if (low > 0) return 'You tell weak passages from sound ones better than guessing would.';
	if (high < 0) return 'You doubted sound passages more often than weak ones.';
	return 'So far this can’t be told from guessing.';
}

export const confidenceNames: Record<Calibration['levels'][number]['level'], string> = {
	'not-sure': 'Not sure',
	'fairly-sure': 'Fairly sure',
	sure: 'Sure',
};

const fitWords: Record<Calibration['levels'][number]['fit'], string> = {
	'too-few': 'Too few answers to tell.',
	'too-sure': 'Less often right than these words promise. Keep them for what you can show in the text.',
	fits: 'That fits these words.',
	'could-be-surer': 'More often right than these words promise. You could say that you are surer.',
};

export const fitWordsOf = ({ answers, fit }: Calibration['levels'][number]): string =>
	answers === 0 ? 'Not said yet.' : fitWords[fit];

/** How often a misconception showed. */
export const standingWords = ({ shown, chances, standing }: MetMisconception): string =>
	standing === 'returning'
		? `Came back: it showed in ${shown.length} of ${countOf(chances, 'question')} that could show it.`
		: 'Met once.';

/** What a change between two checks tells, and what it can’t. */
export function changeWords({ pairs, up, down, chance, direction }: Change): string {
	const counts = `Of ${countOf(pairs.length, 'pair')} of questions, ${up} went better and ${down} went worse.`;
	if (direction === 'too-few-to-tell')
		return `${counts} That is too few to tell: chance alone brings as much in ${Math.max(1, Math.round(100 * chance))} of 100 such pairs of checks.`;
	return `${counts} Chance alone brings that in fewer than 5 of 100 such pairs of checks, so something has probably changed for the ${direction === 'up' ? 'better' : 'worse'}. Part of it may be that one check was easier.`;
}
