// Changes the code in one small way after another and asks the unit tests to notice: npm run mutation.
export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner'],
	vitest: { configFile: 'vitest.mutation.config.ts', related: false },
	coverageAnalysis: 'perTest',
	// What runs once, as a module loads, would need all tests again for each change of it.
	ignoreStatic: true,
	concurrency: 1,
	timeoutMS: 10_000,
	thresholds: { high: 90, low: 80, break: 80 },
	reporters: ['progress-append-only', 'clear-text'],
	clearTextReporter: { allowColor: false, reportTests: false, logTests: false, allowEmojis: false },
	tempDirName: 'node_modules/.stryker',
	allowConsoleColors: false,
	ignorePatterns: ['build', 'docs', 'test-results'],
};
