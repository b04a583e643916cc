import type { Lab } from './lab.ts';
import type { Outcome } from './ledger.ts';
import type { Random } from './random.ts';

/** One kind of fault. */
export type Kind = {
	/** Names it on the command line. */
	id: string;
	title: string;
	/** How often it happens in the whole and in the short version. */
	runs: { full: number; short: number };
	/** Why it can't be tried on this machine, if so. */
	skipped?: () => string | undefined;
	/** A store made to lose answers: where nothing is lost, the fault did not happen. */
	losesOnPurpose?: true;
	/** Makes the fault happen `runs` times, and says each time what became of the answers. */
	perform: (lab: Lab, runs: number, random: Random) => AsyncGenerator<Outcome>;
};
