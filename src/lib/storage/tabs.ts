import { parseEvent, type AttemptEvent } from '../engine/attempt-record.ts';

/** What the tabs of this site tell each other: an event was kept; everything was erased. */
export type TabMessage = { type: 'kept'; event: AttemptEvent } | { type: 'erased' };

export interface Tabs {
	tell(message: TabMessage): void;
	/** Calls back with what other tabs tell. Returns what ends it. */
	listen(onmessage: (message: TabMessage) => void): () => void;
}

/** Another tab may run another version of the site. */
function parseMessage(data: unknown): TabMessage | undefined {
	const fields = new Map(Object.entries(data ?? {}));
	if (fields.get('type') === 'erased') return { type: 'erased' };
	const event = fields.get('type') === 'kept' ? parseEvent(fields.get('event')) : undefined;
	return event && { type: 'kept', event };
}

function openChannel(name: string): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(name);
	} catch {
		return undefined;
	}
}

/** Opens the line to the other tabs. Where the browser has none, nobody hears and nobody speaks. */
export function openTabs(name = 'crossread'): Tabs {
	let channel: BroadcastChannel | undefined;
	const line = () => (channel ??= openChannel(name));
	return {
		tell: (message) => line()?.postMessage(message),
		listen(onmessage) {
			const hear = ({ data }: MessageEvent<unknown>) => {
				const message = parseMessage(data);
				if (message) onmessage(message);
			};
			line()?.addEventListener('message', hear);
			return () => line()?.removeEventListener('message', hear);
		},
	};
}
