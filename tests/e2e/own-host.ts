import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { startHost } from '../../scripts/static-host.mjs';
import { redeploy } from '../redeploy.ts';
import { expect, test as base } from './crossread.ts';

export { expect };

type Host = Awaited<ReturnType<typeof startHost>> & {
	/** Puts a later version of the site in place of this one. */
	redeploy: (changes?: ReadonlyMap<string, string>) => void;
};

/** Tests with a host of their own, that can go away or get a new version, and with service workers. */
export const test = base.extend<{ path: string; host: Host }>({
	serviceWorkers: 'allow',
	/** Where on the host the site stands. */
	path: ['', { option: true }],
	host: async ({ path }, use, info) => {
		// The whole site is fetched and kept, and that more than once.
		info.slow();
		const folders: string[] = [];
		// Browsers may keep its pages for ten minutes, as those of GitHub Pages.
		const host = await startHost({ folder: 'build', base: path, maxAge: 600 });
		await use({
			...host,
			redeploy(changes) {
				const folder = redeploy('build', changes);
				folders.push(folder);
				host.deploy(folder);
			},
		});
		await host.close();
		for (const folder of folders) rmSync(folder, { recursive: true });
	},
	baseURL: async ({ host }, use) => use(host.url),
});

/** Waits until everything is on the device and the page is in the worker's care. */
export async function untilOffline(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Lets the browser look for a new version, as it does by itself from time to time, and waits until it has one. */
export async function untilUpdateWaits(page: Page): Promise<void> {
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
}

/** Marks this very page: a reload loses the mark. */
export async function watchReloads(page: Page): Promise<() => Promise<boolean>> {
	await page.evaluate(() => document.documentElement.setAttribute('data-first', ''));
	return async () => (await page.locator('html[data-first]').count()) === 0;
}
