import type { AttemptEvent } from '../engine/attempt-record.ts';
import type { StoreFailure } from './attempt-store.ts';
import { crc32 } from '../engine/crc32.ts';
import { decodeLines, encodeAddition } from './journal-format.ts';
import type { JournalReply, JournalRequest } from './journal-messages.ts';
import { failureOf } from './store-failure.ts';

/** What TypeScript's types of pages leave out: it exists in dedicated workers only. */
type AccessHandle = {
	getSize(): number;
	read(into: Uint8Array, options: { at: number }): number;
	write(from: Uint8Array, options: { at: number }): number;
	truncate(size: number): void;
	flush(): void;
	close(): void;
};

type JournalFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<AccessHandle> };

/** An event's place → its JSON. Holds as long as the file has this size: then nobody else has written. */
type Known = { size: number; events: Map<string, string> };

const known = new Map<string, Known>();

/** Other tabs hold a file for some milliseconds at a time. */
const maxTries = 40;
const pause = 15;

const nameOf = (attempt: string): string => `${crc32(new TextEncoder().encode(attempt))}.journal`;

const placeOf = ({ attempt, seq }: AttemptEvent): string => `${seq} ${attempt}`;

async function openFolder(folder: string, options?: { create: boolean }): Promise<FileSystemDirectoryHandle> {
	return (await navigator.storage.getDirectory()).getDirectoryHandle(folder, options);
}

/** Tries again while another tab has the file in hand. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError';
			if (!isHeld || tries === maxTries) throw error;
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
}

function readAll(handle: AccessHandle): Uint8Array {
	const journal = new Uint8Array(handle.getSize());
	handle.read(journal, { at: 0 });
	return journal;
}

function lookInto(name: string, handle: AccessHandle): Known {
	const before = known.get(name);
	if (before?.size === handle.getSize()) return before;
	const events = new Map<string, string>();
	for (const content of decodeLines(readAll(handle)) as AttemptEvent[]) {
		const place = placeOf(content);
		if (!events.has(place)) events.set(place, JSON.stringify(content));
	}
	return { size: handle.getSize(), events };
}

function lastByteOf(handle: AccessHandle): number | undefined {
	const byte = new Uint8Array(1);
	return handle.getSize() > 0 && handle.read(byte, { at: handle.getSize() - 1 }) === 1 ? byte[0] : undefined;
}

/** Writes and flushes, or leaves the file as it was. */
function write(handle: AccessHandle, bytes: Uint8Array): void {
	const size = handle.getSize();
	try {
		if (handle.write(bytes, { at: size }) < bytes.length)
			throw new DOMException('The disk took a part only', 'QuotaExceededError');
		handle.flush();
	} catch (error) {
		handle.truncate(size);
		throw error;
	}
}

class TakenError extends Error {}

/** Resolves with the events that are kept then. Where another one has a place: rejects, or leaves it out if `isFilling`. */
async function addTo(
	folder: FileSystemDirectoryHandle,
	name: string,
	events: AttemptEvent[],
	isFilling: boolean,
): Promise<AttemptEvent[]> {
	const file = (await folder.getFileHandle(name, { create: true })) as JournalFile;
	const handle = await whenFree(() => file.createSyncAccessHandle());
	try {
		const before = lookInto(name, handle);
		const isTaken = (event: AttemptEvent) =>
			(before.events.get(placeOf(event)) ?? JSON.stringify(event)) !== JSON.stringify(event);
		if (!isFilling && events.some(isTaken)) throw new TakenError();
		const fresh = events.filter((event) => !before.events.has(placeOf(event)));
		if (fresh.length > 0) write(handle, encodeAddition(fresh, lastByteOf(handle)));
		for (const event of fresh) before.events.set(placeOf(event), JSON.stringify(event));
		known.set(name, { size: handle.getSize(), events: before.events });
		return events.filter((event) => !isTaken(event));
	} finally {
		handle.close();
	}
}

async function add(name: string, events: AttemptEvent[], isFilling: boolean): Promise<AttemptEvent[]> {
	const held: AttemptEvent[] = [];
	const folder = await openFolder(name, { create: true });
	for (const attempt of new Set(events.map((event) => event.attempt))) {
		const own = events.filter((event) => event.attempt === attempt);
		held.push(...(await addTo(folder, nameOf(attempt), own, isFilling)));
	}
	return held;
}

async function read(name: string): Promise<unknown[]> {
	const contents: unknown[] = [];
	for await (const entry of (await openFolder(name, { create: true })).values()) {
		if (entry.kind !== 'file') continue;
		const journal = new Uint8Array(await (await entry.getFile()).arrayBuffer());
		for (const content of decodeLines(journal)) contents.push(content);
	}
	return contents;
}

async function erase(name: string): Promise<void> {
	known.clear();
	const root = await navigator.storage.getDirectory();
	await root.getDirectoryHandle(name, { create: true });
	await whenFree(() => root.removeEntry(name, { recursive: true }));
}

async function answer(request: JournalRequest): Promise<JournalReply> {
	const { id, folder } = request;
	const refuse = (reason: StoreFailure): JournalReply => ({ id, ok: false, reason });
	const accept = (contents: unknown[] = []): JournalReply => ({ id, ok: true, contents });
	try {
		if (request.type === 'read') return accept(await read(folder));
		if (request.type === 'fill') return accept(await add(folder, request.events, true));
		if (request.type === 'append') await add(folder, request.events, false);
		else await erase(folder);
		return accept();
	} catch (error) {
		return refuse(error instanceof TakenError ? 'taken' : failureOf(error));
	}
}

let work = Promise.resolve();

// One after the other: a file can be in one hand only.
addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => {
	work = work.then(async () => postMessage(await answer(data)));
});
