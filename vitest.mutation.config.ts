import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { content } from './src/lib/content/vite-plugin.ts';

/** The unit tests of a room that computes, alone: what `npm run mutation` runs for each change it makes to the room. */
export default defineConfig({
	plugins: [content(fileURLToPath(new URL('lessons', import.meta.url)))],
	test: {
		environment: 'node',
		setupFiles: 'tests/setup.ts',
		testTimeout: 30_000,
		include: [`src/lib/${process.env.MUTATED_ROOM ?? '{engine,learner,classroom}'}/**/*.test.ts`],
	},
});
