import type { FindingFeedback } from '../../engine/lesson-result.ts';
import type { Reading } from '../../text/reading.ts';

/** What the view of every interaction gets. `findings` is empty until an answer has been checked. */
export type InteractionView<I> = {
	item: I;
	readings: Reading[];
	/** The parts in the order of this attempt. */
	order: <T>(parts: readonly T[]) => T[];
	response: unknown;
	/** No answer can be given now. */
	isLocked: boolean;
	/** Everything may be said, the right answer too. */
	isClosed: boolean;
	findings: FindingFeedback[];
	/** Names the question for assistive technology. */
	labelledBy: string;
	/** What the learner has ticked of their own text. */
	ticks: readonly string[];
	onrespond: (response: unknown) => void;
	onassess: (ticks: string[]) => void;
};
