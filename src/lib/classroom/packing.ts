/** Bytes to text that survives links, chats and copying, and back. The form is the same for links and handed-in work. */

export type InflateFault = 'too-large' | 'damaged' | 'unsupported';

export type Inflated = { ok: true; bytes: Uint8Array } | { ok: false; fault: InflateFault };

type Bytes = Uint8Array<ArrayBuffer>;

const streamOf = (bytes: Bytes) =>
	new ReadableStream<Bytes>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});

/** Everything that a stream gives; undefined where that is more than `maxBytes`. Rejects where the stream fails. */
async function readAll(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Bytes | undefined> {
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
		if (!value) continue;
		size += value.byteLength;
		if (size > maxBytes) {
			await reader.cancel();
			return undefined;
		}
		chunks.push(value);
	}
	const all = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.byteLength;
	}
	return all;
}

/** Deflates as zlib does (RFC 1950), whose checksum shows damage. Undefined where the browser cannot. */
export async function deflate(bytes: Bytes): Promise<Bytes | undefined> {
	try {
		return await readAll(streamOf(bytes).pipeThrough(new CompressionStream('deflate')), Infinity);
	} catch {
		return undefined;
	}
}

/** Undoes `deflate`, and stops as soon as more than `maxBytes` come out. */
export async function inflate(bytes: Bytes, maxBytes: number): Promise<Inflated> {
	if (typeof DecompressionStream === 'undefined') return { ok: false, fault: 'unsupported' };
	try {
		const inflated = await readAll(streamOf(bytes).pipeThrough(new DecompressionStream('deflate')), maxBytes);
		return inflated ? { ok: true, bytes: inflated } : { ok: false, fault: 'too-large' };
	} catch {
		return { ok: false, fault: 'damaged' };
	}
}

/** Base64 for addresses and file names, without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
	// In pieces: an argument list has a limit.
	const pieces: string[] = [];
	for (let at = 0; at < bytes.byteLength; at += 8_192)
		pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
	return btoa(pieces.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Undoes `toBase64Url`; undefined where the text is not of that form. */
export function fromBase64Url(text: string): Bytes | undefined {
	if (!/^[\w-]*$/.test(text)) return undefined;
	try {
		const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
		return Uint8Array.from(binary, (character) => character.charCodeAt(0));
	} catch {
		return undefined;
	}
}
