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

/** What pages need before anything is answered: the frameworks, the store, the frame. */
const core = [
	String.raw`node_modules[\\/](@sveltejs|devalue|esm-env|idb)[\\/]`,
	String.raw`node_modules[\\/]svelte[\\/]src[\\/](?!reactivity|store|motion|transition|animate|easing)`,
	String.raw`vite[\\/]preload-helper|rolldown[\\/]runtime`,
	String.raw`src[\\/]routes[\\/](attempts|KeepSaving|\+layout|\+error|Updates|updates|installing)`,
	String.raw`src[\\/]lib[\\/]storage[\\/](?!your-work|assignments|kept-key|handed-in|writer)`,
	String.raw`src[\\/]lib[\\/]engine[\\/](attempt-|confidence|lesson-plan|untrusted|crc32)`,
	String.raw`src[\\/]lib[\\/]ui[\\/](PageFrame|NotLoaded|UpdateNotice|settings[\\/](?!Reading))`,
];

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
						{ name: 'core', test: new RegExp(core.join('|')) },
						{
							name: 'reading',
							test: /src[\\/]lib[\\/](text[\\/]|ui[\\/](ReadingText|RichText|[Gg]lossary|quotation-marks|term-tails|part-names))/,
							minShareCount: 2,
						},
						{
							name: 'engine',
							test: /node_modules[\\/]xstate|src[\\/]lib[\\/]engine(?![\\/]interactions[\\/](associate|extended-text|inline-choice|mark|order)[\\/])[\\/]/,
						},
						{
							name: 'player',
							test: /src[\\/](routes[\\/]lessons[\\/]\[lesson\][\\/]LessonWork|lib[\\/](storage[\\/]writer|ui[\\/](lesson-session|ReadingPane|AccountQuote|points|interactions[\\/](Choice|Match|Interaction|lazy-views|answers)|read-aloud[\\/]SpokenReading|lesson[\\/](?!SummaryView|LessonIntro|LessonPlain))))/,
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
