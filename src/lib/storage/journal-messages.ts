import type { AttemptEvent } from '../engine/attempt-record.ts';
import type { StoreFailure } from './attempt-store.ts';

/** What a page asks of the journal's worker. `folder` is the journal's folder in the origin private file system. */
export type JournalRequest = { id: number; folder: string } & (
	{ type: 'append' | 'fill'; events: AttemptEvent[] } | { type: 'read' } | { type: 'erase' }
);

/** `contents`: what was read, or is held of what was to be filled in; not yet parsed as events. */
export type JournalReply = { id: number } & (
	{ ok: true; contents: unknown[] } | { ok: false; reason: StoreFailure }
);
