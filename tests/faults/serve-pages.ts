import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';

/** One reader of the pages: what it posts, and a script that runs before each of its pages and workers. */
export type Visitor = { receive: (body: string) => void; preamble: () => string };

export type PageServer = { origin: string; close: () => Promise<void> };

const mediaTypes: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves the files of `folder` to each visitor at `/<key>/…`. */
export async function servePages(
	folder: string,
	visitors: ReadonlyMap<string, Visitor>,
): Promise<PageServer> {
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [, key = '', ...names] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
		const visitor = visitors.get(key);
		const path = normalize(join(folder, names.join('/') || 'index.html'));
		const type = mediaTypes[extname(path)];
		if (visitor && request.method === 'POST') {
			visitor.receive(await text(request));
			response.writeHead(204).end();
		} else if (visitor && type && path.startsWith(folder)) {
			const file = readFileSync(path, 'utf8');
			const preamble = visitor.preamble();
			response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
			response.end(
				type === 'text/html'
					? file.replace('<head>', `<head><script>${preamble}</script>`)
					: `${preamble}\n${file}`,
			);
		} else {
			response.writeHead(404).end();
		}
	}
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
