import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Rooms of src/lib and what each may import. Types may come from anywhere below; see CONTRIBUTING.md.
 * text → engine → content → learner, storage, classroom → routes; ui sees text, engine and the types of content.
 */
const rooms = {
	text: [],
	engine: ['text'],
	content: ['text', 'engine'],
	learner: ['text', 'engine'],
	storage: ['text', 'engine'],
	classroom: ['text', 'engine', 'learner'],
	ui: ['text', 'engine'],
};

const typesOnly = { ui: ['content', 'learner', 'classroom'], learner: ['content'], classroom: ['content'] };

/** Build-time tools: they never reach a page. */
const buildTime = ['zod', 'yaml', 'unified', 'remark-parse', 'remark-directive', 'node:*'];

const wall = (room) => {
	const allowed = rooms[room];
	const byType = typesOnly[room] ?? [];
	const others = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
	const say = `“${room}” may import ${allowed.join(', ') || 'no other room'}${byType.length ? `, and types of ${byType.join(', ')}` : ''}: see the import rule in CONTRIBUTING.md.`;
	const pathsTo = (names) => names.flatMap((other) => [`**/../${other}/**`, `$lib/${other}/**`]);
	return {
		files: [`src/lib/${room}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: pathsTo(others.filter((other) => !byType.includes(other))), message: say },
						...(byType.length ? [{ group: pathsTo(byType), allowTypeImports: true, message: say }] : []),
						...(room === 'ui'
							? [
									{
										group: ['$app/*'],
										message: 'Components take what they need as props; only routes know SvelteKit.',
									},
								]
							: []),
					],
				},
			],
		},
	};
};

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'lessons/schemas/'] },
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			eqeqeq: 'error',
			'no-console': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			// Hrefs come to components as props, and steps are places on one page: neither is resolved where it is used.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
		},
	},
	...Object.keys(rooms).map(wall),
	{
		files: ['src/lib/{learner,storage,classroom,ui}/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}'],
		ignores: ['**/*.test.ts', '**/*.server.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group: buildTime, message: 'This runs at build time only; no page may load it.' }] },
			],
		},
	},
);
