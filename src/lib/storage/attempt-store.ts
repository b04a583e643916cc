import type { AttemptEvent } from '../engine/attempt-record.ts';

/** Why something was not kept: the browser forbids it, the disk is full, or another reason. */
export type StoreFailure = 'blocked' | 'full' | 'failed';

export type StoreResult = { ok: true } | { ok: false; reason: StoreFailure };

/** Keeps attempts. No call throws: a failure is a result. */
export interface AttemptStore {
	/** Resolves with `ok` only once the event is kept. An event that is already there is never overwritten. */
	append(event: AttemptEvent): Promise<StoreResult>;
	/** Every kept event, in no particular order. Events that cannot be read are left out. */
	events(): Promise<AttemptEvent[]>;
}
