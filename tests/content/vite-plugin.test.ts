import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { createServer, type HotPayload, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { content } from '../../src/lib/content/vite-plugin.ts';
import { broken, goodFiles, lessonFile, sourceOf } from './content-fixture.ts';
import { writeFiles } from './write-files.ts';

const root = mkdtempSync(join(tmpdir(), 'vite-plugin-'));
const lessons = join(root, 'lessons');

const save = (files: ReadonlyMap<string, string>, file: string): void =>
	writeFileSync(join(lessons, file), files.get(file) ?? '');

/** The frames of a WebSocket's server side: short or long texts, not masked. */
function* framesIn(buffer: Buffer): Generator<{ text: string; end: number }> {
	for (let at = 0; at + 2 <= buffer.length;) {
		const short = buffer.readUInt8(at + 1);
		const head = short < 126 ? 2 : short === 126 ? 4 : 10;
		if (at + head > buffer.length) return;
		const length =
			short < 126
				? short
				: short === 126
					? buffer.readUInt16BE(at + 2)
					: Number(buffer.readBigUInt64BE(at + 2));
		const end = at + head + length;
		if (end > buffer.length) return;
		yield { text: buffer.toString('utf8', at + head, end), end };
		at = end;
	}
}

/** A page's connection to the development server, as far as it listens. */
class Page {
	#socket: Duplex | undefined;
	#payloads: HotPayload[] = [];
	#waiting: ((payload: HotPayload) => void)[] = [];

	async open(server: ViteDevServer): Promise<void> {
		const address = server.httpServer?.address();
		if (!address || typeof address === 'string') throw new Error('the server does not listen');
		const { socket, head } = await new Promise<{ socket: Duplex; head: Buffer }>((resolve, reject) => {
			request({
				host: '127.0.0.1',
				port: address.port,
				path: `/?token=${server.config.webSocketToken}`,
				headers: {
					Connection: 'Upgrade',
					Upgrade: 'websocket',
					'Sec-WebSocket-Version': 13,
					'Sec-WebSocket-Key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
					'Sec-WebSocket-Protocol': 'vite-hmr',
				},
			})
				.on('upgrade', (_response, socket, head) => resolve({ socket, head }))
				.on('error', reject)
				.end();
		});
		this.#socket = socket;
		let rest: Buffer = Buffer.alloc(0);
		const read = (data: Buffer) => {
			const buffer = Buffer.concat([rest, data]);
			let used = 0;
			for (const { text, end } of framesIn(buffer)) {
				used = end;
				const payload: HotPayload = JSON.parse(text);
				const waiting = this.#waiting.shift();
				if (waiting) waiting(payload);
				else this.#payloads.push(payload);
			}
			rest = buffer.subarray(used);
		};
		// The first message may have come with the handshake.
		read(head);
		socket.on('data', read);
	}

	/** The next message, whether it has come already or not. */
	hear(): Promise<HotPayload> {
		const payload = this.#payloads.shift();
		return payload ? Promise.resolve(payload) : new Promise((resolve) => this.#waiting.push(resolve));
	}

	/** The next message that holds this. A save may be seen in steps, with a half-written file between. */
	async hearUntil(holds: (payload: HotPayload) => boolean | Promise<boolean>): Promise<HotPayload> {
		for (;;) {
			const payload = await this.hear();
			if (await holds(payload)) return payload;
		}
	}

	close(): void {
		this.#socket?.destroy();
	}
}

describe('the development server', { timeout: 60_000 }, () => {
	let server: ViteDevServer;
	const page = new Page();

	beforeAll(async () => {
		writeFiles(lessons, goodFiles());
		let watching: Promise<void> = Promise.resolve();
		server = await createServer({
			root,
			configFile: false,
			logLevel: 'silent',
			server: { host: '127.0.0.1', port: 0 },
			plugins: [
				content(lessons),
				{
					name: 'wait-for-watcher',
					configureServer({ watcher }) {
						watching = new Promise((resolve) => watcher.once('ready', () => resolve()));
					},
				},
			],
		});
		await server.listen();
		await watching;
		await page.open(server);
		expect(await page.hear()).toEqual({ type: 'connected' });
	}, 60_000);

	afterAll(async () => {
		page.close();
		await server.close();
		rmSync(root, { recursive: true });
	});

	it('serves the compiled lessons', async () => {
		const { default: served } = await server.ssrLoadModule('virtual:content');
		expect(served).toEqual(compileContent(sourceOf(goodFiles())));
	});

	/** What the server serves now; undefined while a lesson is broken. */
	const served = async (): Promise<unknown> => {
		try {
			return (await server.ssrLoadModule('virtual:content'))['default'];
		} catch {
			return undefined;
		}
	};

	/** A reload after which these lessons are served. */
	const reloadsTo = (files: ReadonlyMap<string, string>) => {
		const expected = JSON.stringify(compileContent(sourceOf(files)));
		return page.hearUntil(
			async ({ type }) => type === 'full-reload' && JSON.stringify(await served()) === expected,
		);
	};

	const showsProblem = (line: string) =>
		page.hearUntil((payload) => payload.type === 'error' && payload.err.message.includes(line));

	it('reloads the page when a lesson changes, with the new words', async () => {
		const changed = broken(lessonFile, 'title: Who closed it?', 'title: Who shut it?');
		save(changed, lessonFile);
		await expect(reloadsTo(changed)).resolves.toMatchObject({ type: 'full-reload' });
	});

	it('shows the check’s message over the page when a lesson breaks, and recovers', async () => {
		const line = `lessons/${lessonFile}:9:1  this lesson takes about 2 minutes, not 9  (write “minutes: 2”, or shorten it)`;
		save(broken(lessonFile, 'minutes: 3', 'minutes: 9'), lessonFile);
		await expect(showsProblem(line)).resolves.toMatchObject({
			err: { loc: { file: join(lessons, lessonFile), line: 9, column: 1 } },
		});
		save(goodFiles(), lessonFile);
		await expect(reloadsTo(goodFiles())).resolves.toMatchObject({ type: 'full-reload' });
	});

	it('shows the last of several saves in quick succession', async () => {
		const last = broken(lessonFile, 'title: Who closed it?', 'title: Who locked it?');
		save(broken(lessonFile, 'title: Who closed it?', 'title: Who shut it?'), lessonFile);
		await new Promise((resolve) => server.watcher.once('change', resolve));
		save(last, lessonFile);
		await expect(reloadsTo(last)).resolves.toMatchObject({ type: 'full-reload' });
	});

	it('serves no lessons while one is broken', async () => {
		const line = `lessons/${lessonFile}:4:1  “none” is not allowed for “lens”`;
		save(broken(lessonFile, 'lens: sourcing', 'lens: none'), lessonFile);
		await showsProblem(line);
		await expect(server.ssrLoadModule('virtual:content')).rejects.toThrow(line);
	});
});
