import type { RichText } from '../../text/rich-text.ts';
import type { Item } from './schemas.ts';

/** Why a response cannot be scored yet. Costs no attempt. */
export type InvalidCode =
	'nothing-chosen' | 'incomplete' | 'confidence-missing' | 'nothing-written' | 'too-short';

/**
 * One thing to say about a response. `part` is the id of the option, snippet or mark it is about;
 * `answer` is what the learner gave there, where that isn't the part itself.
 */
export type Finding = {
	kind: 'right' | 'partly' | 'mislabelled' | 'missed' | 'wrong' | 'arguable';
	part: string;
	answer?: string;
};

/** `score` lies within 0…`maxScore`. `maxScore` is 0 where done is all that counts, as with own words; else at least 1. */
export type Scored = { type: 'scored'; score: number; maxScore: number; findings: Finding[] };

export type Outcome = { type: 'invalid'; code: InvalidCode } | Scored;

/**
 * What to say to a finding. `about` names the part in words; `text` may be shown while another try is open;
 * `reason` gives the answer away and waits until the item is closed.
 */
export type Feedback = { about: RichText; text?: RichText; reason?: RichText; misconception?: string };

/**
 * The engine's side of one interaction. Pure: the same response and item always give the same outcome.
 * `R` is JSON: it is kept in records.
 */
export interface Interaction<I extends Item, R> {
	/** Reads an untrusted response. Returns undefined where it is not one for this item. */
	parse(data: unknown, item: I): R | undefined;
	score(response: R, item: I): Outcome;
	feedback(finding: Finding, item: I): Feedback;
	/** The full answer. */
	correctResponse(item: I): R;
	/** What stays in place for the next try: the right parts. */
	keepRight(response: R, item: I): R;
}

/** An interaction for items and responses of any type, as the engine uses it. */
export interface AnyInteraction {
	score(response: unknown, item: Item): Outcome;
	feedback(finding: Finding, item: Item): Feedback;
	correctResponse(item: Item): unknown;
	keepRight(response: unknown, item: Item): unknown;
}

/** Whether untrusted data is a plain group of keys. */
export const isRecord = (data: unknown): data is Record<string, unknown> =>
	typeof data === 'object' && data !== null && !Array.isArray(data);

const isOf = <I extends Item>(type: I['type'], item: Item): item is I => item.type === type;

/**
 * Gives an interaction the one face that the engine uses. A response that cannot be read scores as “nothing chosen”.
 * @throws TypeError where an item of another type is passed: a programmer's error.
 */
export function defineInteraction<I extends Item, R>(
	type: I['type'],
	{ parse, score, feedback, correctResponse, keepRight }: Interaction<I, R>,
): AnyInteraction {
	const narrow = (item: Item): I => {
		if (!isOf<I>(type, item)) throw new TypeError(`“${item.id}” is a ${item.type}, not a ${type}`);
		return item;
	};
	return {
		score(data, item) {
			const response = parse(data, narrow(item));
			return response === undefined
				? { type: 'invalid', code: 'nothing-chosen' }
				: score(response, narrow(item));
		},
		feedback: (finding, item) => feedback(finding, narrow(item)),
		correctResponse: (item) => correctResponse(narrow(item)),
		keepRight(data, item) {
			const response = parse(data, narrow(item));
			return response === undefined ? undefined : keepRight(response, narrow(item));
		},
	};
}
