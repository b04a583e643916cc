import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './src/lib/content/vite-plugin.ts';

export default defineConfig({
	plugins: [content(fileURLToPath(new URL('lessons', import.meta.url))), sveltekit()],
});
