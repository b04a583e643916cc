import { parseEvent, type AttemptEvent } from '../../../src/lib/engine/attempt-record.ts';

const prefix = 'naive ';

/**
 * What a quick hand would write: localStorage, with “saved” as soon as the call returns. The browser writes it to disk
 * seconds later. It is here to prove that the faults find losses.
 */
export const naiveStore = {
	append(event: AttemptEvent): Promise<{ ok: true; copies: 1 }> {
		localStorage.setItem(`${prefix}${event.attempt} ${event.seq}`, JSON.stringify(event));
		return Promise.resolve({ ok: true, copies: 1 });
	},
	events: (): Promise<AttemptEvent[]> =>
		Promise.resolve(
			Object.keys(localStorage)
				.filter((key) => key.startsWith(prefix))
				.map((key) => parseEvent(JSON.parse(localStorage.getItem(key) ?? 'null')))
				.filter((event) => event !== undefined),
		),
};
