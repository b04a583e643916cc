import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const site = 'build';

const types = new Map([
	['.html', 'text/html'],
	['.js', 'text/javascript'],
	['.css', 'text/css'],
	['.json', 'application/json'],
	['.svg', 'image/svg+xml'],
	['.woff2', 'font/woff2'],
	['.webmanifest', 'application/manifest+json'],
]);

/** Serves files compressed with brotli, as a good static host does: each is compressed once, at its first request. */
export function serve(find: (path: string) => Buffer | undefined): Promise<{ server: Server; url: string }> {
	const compressed = new Map<string, Buffer>();
	const compress = (path: string): Buffer | undefined => {
		const body = find(path);
		if (body && !compressed.has(path)) compressed.set(path, brotliCompressSync(body));
		return compressed.get(path);
	};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
		const body = compress(path);
		const type = types.get(extname(path) || '.html') ?? 'application/octet-stream';
		if (!body) return response.writeHead(404).end();
		response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
	});
	return new Promise((resolve) => {
		server.listen(0, () =>
			resolve({ server, url: `http://localhost:${(server.address() as AddressInfo).port}` }),
		);
	});
}

export const readSite = (path: string): Buffer | undefined => {
	const file = join(site, decodeURIComponent(path));
	return existsSync(file) ? readFileSync(file) : undefined;
};

/** @throws where nothing has been built. */
export function requireSite(): void {
	if (!existsSync(join(site, 'index.html')))
		throw new Error('There is no built site in build/. Run “npm run build” first.');
}
