import { parseEvent } from '../engine/attempt-record.ts';
import type { EventStore } from './attempt-store.ts';
import type { JournalReply, JournalRequest } from './journal-messages.ts';
import journalWorker from './journal-worker.ts?worker&url';
import { ownScript } from './own-script.ts';
import { failureOf } from './store-failure.ts';

/** How long a worker that has something to do may stay silent, in milliseconds. */
const patience = 5_000;

/** How long a worker that stayed silent is left alone, in milliseconds. */
const rest = 60_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

type Order = DistributiveOmit<JournalRequest, 'id' | 'folder'>;

/**
 * Keeps events in files of the origin private file system, one an attempt, written and flushed by a worker. Where the
 * browser has none of this, or the worker is silent, every call fails soon.
 */
export function openJournal(folder = 'crossread'): EventStore {
	const waiting = new Map<number, (reply: JournalReply) => void>();
	let worker: Worker | undefined;
	let silence: ReturnType<typeof setTimeout> | undefined;
	let lastId = 0;
	let restsUntil = 0;

	function listen() {
		clearTimeout(silence);
		if (waiting.size > 0) silence = setTimeout(stop, patience);
	}

	function stop() {
		clearTimeout(silence);
		worker?.terminate();
		worker = undefined;
		restsUntil = performance.now() + rest;
		for (const [id, answer] of waiting) answer({ id, ok: false, reason: 'failed' });
		waiting.clear();
	}

	function start(): Worker {
		if (!('getDirectory' in navigator.storage)) throw new TypeError('No origin private file system');
		const started = new Worker(ownScript(journalWorker), { type: 'module' });
		started.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
			waiting.get(data.id)?.(data);
			waiting.delete(data.id);
			listen();
		});
		started.addEventListener('error', stop);
		return started;
	}

	function ask(order: Order): Promise<JournalReply> {
		return new Promise((resolve) => {
			const id = (lastId += 1);
			try {
				if (performance.now() < restsUntil) return resolve({ id, ok: false, reason: 'failed' });
				worker ??= start();
				worker.postMessage({ id, folder, ...order } satisfies JournalRequest);
				waiting.set(id, resolve);
				if (waiting.size === 1) listen();
			} catch (error) {
				resolve({ id, ok: false, reason: failureOf(error) });
			}
		});
	}

	async function askForEvents(order: Order): ReturnType<EventStore['read']> {
		const reply = await ask(order);
		return reply.ok ? { ok: true, events: reply.contents.flatMap((data) => parseEvent(data) ?? []) } : reply;
	}

	return {
		name: 'OPFS',
		append: (...events) => ask({ type: 'append', events }),
		fill: (...events) => askForEvents({ type: 'fill', events }),
		read: () => askForEvents({ type: 'read' }),
		erase: () => ask({ type: 'erase' }),
	};
}
