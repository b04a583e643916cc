import type { AttemptEvent } from '$lib/engine/attempt-record.ts';
import type { StoreFailure } from '$lib/storage/attempt-store.ts';
import { slicesOf } from '$lib/storage/slices.ts';
import { union } from '$lib/storage/union.ts';
import {
	maxWorkFileSize,
	mergeWork,
	parseWorkFile,
	toWorkFile,
	type Merge,
	type WorkFault,
} from '$lib/storage/your-work/work-file.ts';
import { store } from './attempts.ts';
import { saveFile } from './save-file.ts';

/** Gives the learner everything as a file; also what only the page holds. */
export async function saveWork(unsaved: AttemptEvent[] = []): Promise<void> {
	const now = new Date();
	const text = toWorkFile(union(await store.events(), unsaved), now.getTime());
	saveFile(`crossread-work-${now.toISOString().slice(0, 10)}.json`, 'application/json', text);
}

export type Opened =
	| ({ ok: true; entries: number; unread: number } & Omit<Merge, 'added'>)
	| { ok: false; fault: WorkFault | StoreFailure | 'unreadable' };

/** Adds to the store what a file holds. */
export async function openWork(file: File): Promise<Opened> {
	if (file.size > maxWorkFileSize) return { ok: false, fault: 'too-large' };
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return { ok: false, fault: 'unreadable' };
	}
	const reading = parseWorkFile(bytes);
	if (!reading.ok) return reading;
	const { added, ...merge } = mergeWork(await store.events(), reading.events);
	for (const slice of slicesOf(added)) {
		const result = await store.append(...slice);
		if (!result.ok) return { ok: false, fault: result.reason };
	}
	return { ok: true, ...merge, entries: added.length, unread: reading.unread };
}
