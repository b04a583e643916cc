import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const mediaTypes = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.woff2': 'font/woff2',
};

/** @param {string} address */
function decode(address) {
	try {
		return decodeURIComponent(address);
	} catch {
		return undefined;
	}
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/**
 * The file of a folder that an address means, or the address to go to instead.
 * @param {string} folder
 * @param {string} address its path below the folder, from a slash on
 * @returns {{ file: string } | { redirect: string } | undefined}
 */
function resolveFile(folder, address) {
	const decoded = decode(address);
	if (decoded === undefined || decoded.includes('\0')) return undefined;
	const path = normalize(join(folder, decoded));
	if (path !== folder && !path.startsWith(folder + sep)) return undefined;
	if (isFile(path)) return { file: path };
	if (!isFile(join(path, 'index.html'))) return undefined;
	return address.endsWith('/') ? { file: join(path, 'index.html') } : { redirect: `${address}/` };
}

/**
 * A static host in little, as simple as hosts come: one file an address, index.html for folders, 404.html for what isn't
 * there, hashed files cached for good.
 * @param {object} options
 * @param {string} options.folder
 * @param {number} [options.port] 0 takes any free one
 * @param {string} [options.base] the path that the site stands at, such as `/school/crossread`
 * @param {number} [options.maxAge] how long browsers may keep pages without asking, in seconds
 * @param {boolean} [options.hasNotFoundPage] whether it knows 404.html
 * @returns {Promise<{ origin: string, url: string, deploy: (folder: string) => void, close: () => Promise<void> }>}
 * `deploy` replaces the whole site at once by another folder's
 */
export async function startHost({ folder, port = 0, base = '', maxAge = 0, hasNotFoundPage = true }) {
	let site = normalize(join(folder, '.'));

	const server = createServer(({ method, url = '/' }, response) => {
		const { pathname, search } = new URL(url, 'http://localhost');
		const found = pathname.startsWith(`${base}/`)
			? resolveFile(site, pathname.slice(base.length))
			: pathname === base
				? { redirect: '/' }
				: undefined;
		response.setHeader('access-control-allow-origin', '*');
		if (method !== 'GET' && method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		if (found && 'redirect' in found) {
			response.writeHead(301, { location: `${base}${found.redirect}${search}` }).end();
			return;
		}
		const file = found?.file ?? (hasNotFoundPage ? join(site, '404.html') : undefined);
		if (!file || !isFile(file)) {
			response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
			return;
		}
		const isHashed = pathname.startsWith(`${base}/_app/immutable/`);
		response.writeHead(found ? 200 : 404, {
			'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
			'content-length': statSync(file).size,
			'cache-control': isHashed && found ? 'public, max-age=31536000, immutable' : `max-age=${maxAge}`,
		});
		if (method === 'HEAD') response.end();
		else
			createReadStream(file)
				.on('error', () => response.destroy())
				.pipe(response);
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, 'localhost', () => resolve(undefined));
	});
	const address = server.address();
	const origin = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
	return {
		origin,
		url: `${origin}${base}/`,
		deploy(next) {
			site = normalize(join(next, '.'));
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
