import type { AttemptEvent } from '../engine/attempt-record.ts';

/**
 * Why something was not kept: the browser forbids it; the disk is full; another event, of another tab, already has
 * this number in the attempt; or another reason.
 */
export type StoreFailure = 'blocked' | 'full' | 'taken' | 'failed';

type Refusal = { ok: false; reason: StoreFailure };

export type StoreResult = { ok: true; copies: 1 | 2 } | Refusal;

export type EraseResult = { ok: true } | Refusal;

/** What one of the copies holds, in events. */
export type CopyReport = { name: string } & ({ ok: true; events: number } | Refusal);

/** Keeps attempts, in two independent copies where the browser has room for both. No call throws: a failure is a result. */
export interface AttemptStore {
	/**
	 * Resolves with `ok` only once all these events are kept, and says in how many copies. What is already there is
	 * never overwritten; the same event once more is fine.
	 */
	append(...events: AttemptEvent[]): Promise<StoreResult>;
	/**
	 * Every kept event, in no particular order, and those that this page could not keep anywhere. Events that cannot
	 * be read are left out.
	 */
	events(): Promise<AttemptEvent[]>;
	/** Whether some events are nowhere but in the memory of this page. */
	hasUnsaved(): boolean;
	/** Looks into each copy. */
	inspect(): Promise<CopyReport[]>;
	/** Removes everything. `ok` only if nothing is left that a page could read. */
	erase(): Promise<EraseResult>;
}

/** One copy. No call throws. */
export interface EventStore {
	readonly name: string;
	/** Keeps all these events or says why not; then some may be kept all the same. */
	append(...events: AttemptEvent[]): Promise<{ ok: true } | Refusal>;
	/** Keeps those of these events whose places are free, and says which of them it holds then. */
	fill(...events: AttemptEvent[]): Promise<{ ok: true; events: AttemptEvent[] } | Refusal>;
	read(): Promise<{ ok: true; events: AttemptEvent[] } | Refusal>;
	erase(): Promise<EraseResult>;
}
