import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/find-browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4183);

// The end-to-end tests run against the built site, served as a static host would.
export default defineConfig({
	testDir: 'tests/e2e',
	// Emptied at the start of each run: what the other tests wrote beside it stays.
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	workers: 2,
	// For a loaded machine; a test that hangs still ends.
	timeout: 90_000,
	expect: { timeout: 20_000 },
	retries: 0,
	forbidOnly: true,
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: launchOptions(),
		trace: 'off',
		// Each test begins as a first visit, and would fetch the whole site for offline use. The tests of that allow it.
		serviceWorkers: 'block',
	},
	projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
	webServer: {
		command: `node scripts/serve.mjs`,
		env: { PORT: String(port) },
		url: `http://localhost:${port}`,
		reuseExistingServer: false,
	},
});
