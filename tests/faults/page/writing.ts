import { recordVersion, type AttemptEvent } from '../../../src/lib/engine/attempt-record.ts';
import { defaultSettings } from '../../../src/lib/engine/attempt-settings.ts';

/** What a page is told to write. */
export type Writing = {
	attempt: string;
	/** The first `seq`. */
	from: number;
	count: number;
	/** How many appends are under way at the same time. */
	atOnce: number;
	/** Length of an answer, in characters. */
	length: number;
	/** Milliseconds between one answer and the next append. */
	pause: number;
	/** Who writes, so that two writers of one `seq` can be told apart. */
	writer: string;
};

/** The event with this `seq`, as a lesson would make it. */
export function eventOf({ attempt, length, writer }: Writing, seq: number, at: number): AttemptEvent {
	if (seq === 0)
		return {
			attempt,
			seq,
			type: 'started',
			version: recordVersion,
			lesson: 'faults',
			hash: 'faults',
			seed: 1,
			settings: defaultSettings,
			at,
		};
	const response = `${writer} ${seq} `.repeat(Math.ceil(length / 4)).slice(0, length);
	return { attempt, seq, type: 'respond', item: `item-${seq % 7}`, response, at };
}
