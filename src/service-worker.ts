import { base, build, files, prerendered, version } from '$service-worker';
import type { WorkerMessage } from './worker-message.ts';

declare const self: ServiceWorkerGlobalScope;

/** Other sites may share the origin, and the storage with it: the path tells their caches from ours. */
const family = `crossread${base}/ `;
const cacheName = `${family}${version}`;

const home = `${base}/`;
const notFoundPage = `${base}/404.html`;
const immutable = new Set(build);
const pages = new Set([...prerendered.filter((path) => path.endsWith('/')), notFoundPage]);
const kept = new Set([...build, ...files, ...prerendered, notFoundPage]);

/** Whether a page asks for files of this version only. */
const isOurs = (html: string): boolean =>
	[...html.matchAll(/_app\/immutable\/[\w./-]+/g)].every(([path]) => immutable.has(`${base}/${path}`));

/** A file of this very version. */
async function fetchFile(path: string): Promise<Response> {
	// With the version in the address, no cache on the way can answer with an earlier one.
	const response = await fetch(immutable.has(path) ? path : `${path}?${version}`, { priority: 'low' });
	// Some hosts give their not-found page the status 404 even at its own address.
	if (!response.ok && path !== notFoundPage) throw new Error(`${path}: ${response.status}`);
	const body = await response.blob();
	if (pages.has(path) && !isOurs(await body.text())) throw new Error(`${path} is of another version`);
	// Made anew, as a response that followed a redirect may not answer a page's address.
	return new Response(body, { status: response.status, headers: response.headers });
}

/** All or nothing: nothing is kept before everything is here, and a half-written cache is dropped. */
async function install(): Promise<void> {
	const fetched = await Promise.all([...kept].map(async (path) => [path, await fetchFile(path)] as const));
	await caches.delete(cacheName);
	const cache = await caches.open(cacheName);
	try {
		await Promise.all(fetched.map(([path, response]) => cache.put(path, response)));
	} catch (error) {
		await caches.delete(cacheName);
		throw error;
	}
}

/**
 * Drops earlier versions once no window can need them any more: the page that asks is the only one, and of this version.
 */
async function dropEarlier(asking: string): Promise<void> {
	if (self.registration.installing || self.registration.waiting) return;
	const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (windows.some(({ id, url }) => id !== asking && new URL(url).pathname.startsWith(home))) return;
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => name.startsWith(family) && name !== cacheName).map((name) => caches.delete(name)),
	);
}

async function fromCache(path: string): Promise<Response | undefined> {
	const cache = await caches.open(cacheName);
	return cache.match(path, { ignoreVary: true });
}

/** A hashed file of an earlier version, for a page that is still of that version. */
async function fromEarlier(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** A page that this version doesn't have: perhaps a newer one has it. */
async function unknownPage(request: Request): Promise<Response> {
	const answer = await fetch(request).catch(() => undefined);
	if (answer && answer.status !== 404) return answer;
	return (await fromCache(notFoundPage)) ?? answer ?? Response.error();
}

/** Undefined leaves the request to the browser. */
function answer(request: Request): Promise<Response> | Response | undefined {
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || request.headers.has('range')) return undefined;
	if (origin !== self.location.origin || !pathname.startsWith(home)) return undefined;
	if (kept.has(pathname)) return fromCache(pathname).then((found) => found ?? fetch(request));
	if (pathname.startsWith(`${base}/_app/immutable/`)) return fromEarlier(request);
	if (request.mode !== 'navigate') return undefined;
	return pages.has(`${pathname}/`) ? Response.redirect(`${pathname}/${search}`) : unknownPage(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));

// The page of a first visit goes on offline at once. Later versions come to power only when the learner says so, or when
// no window is left.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
	const answered = answer(event.request);
	if (answered) event.respondWith(answered);
});

self.addEventListener('message', (event) => {
	const message = event.data as WorkerMessage;
	if (message.type === 'take-over') event.waitUntil(self.skipWaiting());
	if (message.type === 'started' && message.version === version && event.source instanceof WindowClient)
		event.waitUntil(dropEarlier(event.source.id));
});
