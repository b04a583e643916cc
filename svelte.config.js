import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The scripts of the page's frame; SvelteKit hashes its own, but not these. */
const frameScripts = [...readFileSync('src/app.html', 'utf8').matchAll(/<script>([^]*?)<\/script>/g)];

/** SvelteKit's announcer of new pages hides itself by a style attribute. A test fails should it change. */
const announcerStyle =
	'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: '404.html' }),
		// A style sheet this small costs more as a request.
		inlineStyleThreshold: 1024,
		paths: { base: process.env.BASE_PATH ?? '', relative: true },
		// Pages register it themselves, so that a browser that forbids it has nothing to complain about.
		serviceWorker: { register: false, files: (name) => !name.startsWith('.') },
		prerender: { handleMissingId: 'ignore' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', ...frameScripts.map(([, script]) => hashOf(script))],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', hashOf(announcerStyle)],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'media-src': ['self', 'blob:'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'crossread-script'],
			},
		},
	},
};
