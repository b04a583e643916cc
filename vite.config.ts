import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/find-browser.mjs';
import { content } from './src/lib/content/vite-plugin.ts';

/** Each with its part of the engine and its view in one piece; they come with the lesson that uses them. */
const lazyInteractions = [
	['associate', 'Associate'],
	['extended-text', 'ExtendedText'],
	['inline-choice', 'InlineChoice'],
	['mark', 'Mark'],
	['order', 'Order'],
].map(([name, view]) => ({
	name: `${name}`,
	test: new RegExp(
		`lib[\\\\/](engine[\\\\/]interactions[\\\\/]${name}[\\\\/]|ui[\\\\/]interactions[\\\\/]${view}\\\\.svelte)`,
	),
}));

export default defineConfig({
	plugins: [content(fileURLToPath(new URL('lessons', import.meta.url))), sveltekit()],
	build: {
		// A fiftieth smaller than what Vite’s own makes of it.
		minify: 'terser',
		terserOptions: {
			module: true,
			ecma: 2020,
			compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
		},
		rolldownOptions: {
			output: {
				// On a slow line requests cost more than bytes: what every page needs comes in one piece.
				codeSplitting: {
					groups: [
						{
							name: 'core',
							test: /node_modules[\\/](svelte|@sveltejs|xstate|idb|devalue|esm-env)|vite[\\/]preload-helper/,
							minShareCount: 4,
						},
						{
							name: 'frame',
							test: /src[\\/]lib[\\/](storage[\\/]preferences|ui[\\/](ReadingText|settings[\\/](?!Reading)))/,
						},
						// A group takes along what its modules import: so what all share stands before what a few use.
						{
							name: 'engine',
							test: /src[\\/]lib[\\/](engine(?![\\/]interactions[\\/](associate|extended-text|inline-choice|mark|order)[\\/])|text|storage(?![\\/](your-work|assignments|kept-key|one-store)))[\\/]/,
						},
						{
							name: 'opening',
							test: /src[\\/]lib[\\/]ui[\\/](NotLoaded|lesson-session|[Gg]lossary|RichText|quotation-marks|interactions[\\/]lazy-views)/,
						},
						{
							name: 'player',
							test: /src[\\/]lib[\\/]ui[\\/]lesson[\\/](?!SummaryView|LessonIntro|LessonPlain)/,
						},
						...lazyInteractions,
					],
				},
			},
		},
	},
	test: {
		expect: { requireAssertions: true },
		// For a loaded machine; a test that hangs still ends.
		testTimeout: 30_000,
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					environment: 'node',
					setupFiles: 'tests/setup.ts',
					isolate: false,
					include: ['src/**/*.test.ts'],
					exclude: ['src/**/*.browser.test.ts'],
				},
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'content',
					environment: 'node',
					setupFiles: 'tests/setup.ts',
					include: ['tests/{content,frozen,learner}/**/*.test.ts'],
				},
			},
			{
				extends: './vite.config.ts',
				test: {
					name: 'component',
					setupFiles: 'tests/setup.ts',
					include: ['src/**/*.browser.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: launchOptions() }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
