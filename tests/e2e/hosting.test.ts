import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../scripts/find-browser.mjs';
import { startHost } from '../../scripts/static-host.mjs';
import { firstChoiceOf, heading, itemsOf, lessonOf, rightOptions, shown } from './crossread.ts';
import { expect, test, untilOffline, watchReloads } from './own-host.ts';

const lesson = lessonOf('who-says-so');
const first = firstChoiceOf(lesson);
const marking = itemsOf(lesson).find(({ type }) => type === 'mark');

test.describe('below a path of a host', () => {
	test.use({ path: '/school/crossread' });

	test('the site works, online and without a connection, and leaves its neighbours alone', async ({
		page,
		host,
	}) => {
		await page.goto('');
		await page.evaluate(() => caches.open('crossread/ of the root'));
		await untilOffline(page);
		const facts = await page.evaluate(async () => {
			const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
			const manifest = await (await fetch(link?.href ?? '')).json();
			const icons = manifest.icons.map(({ src }: { src: string }) => fetch(new URL(src, link?.href)));
			const registration = await navigator.serviceWorker.ready;
			return {
				scope: registration.scope,
				start: new URL(manifest.start_url, link?.href).href,
				icons: (await Promise.all(icons)).every(({ ok }: Response) => ok),
				caches: (await caches.keys()).length,
			};
		});
		expect(facts).toEqual({ scope: host.url, start: host.url, icons: true, caches: 2 });

		await page.getByRole('listitem').filter({ hasText: lesson.title }).getByRole('link').click();
		await page.getByRole('link', { name: 'Start', exact: true }).click();
		await expect(heading(page)).toHaveText(shown(first.prompt));
		await host.close();
		await page.goto(`lessons/${lesson.id}/#${marking?.id}`);
		await expect(page.getByRole('listbox')).toBeVisible();
		expect(page.url()).toBe(`${host.url}lessons/${lesson.id}/#${marking?.id}`);
		await page.getByRole('link', { name: 'All lessons' }).click();
		await expect(page.getByRole('link', { name: `Continue: ${lesson.title}` })).toBeVisible();
	});
});

test.describe('without a service worker', () => {
	test.use({ serviceWorkers: 'block', expected: /status of 404|Failed to fetch dynamically|ERR_FAILED/ });

	test('a lesson outlives a new version of the site, and the way out leads to that', async ({
		page,
		host,
	}) => {
		await page.goto(`lessons/${lesson.id}/`);
		await page.getByRole('link', { name: 'Start', exact: true }).click();
		await page.waitForLoadState('networkidle');
		const isReloaded = await watchReloads(page);
		host.redeploy();
		await page.goto(`lessons/${lesson.id}/#${marking?.id}`);
		await expect(page.getByRole('listbox')).toBeVisible();
		expect(await isReloaded()).toBe(false);
		await page.getByRole('link', { name: 'All lessons' }).click();
		await expect(page.getByRole('link', { name: `Continue: ${lesson.title}` })).toBeVisible();
		expect(await isReloaded()).toBe(true);
	});

	test('a question whose code does not come says so, and loading the page again mends it', async ({
		page,
	}) => {
		const scripts = readdirSync('build/_app/immutable/chunks').filter((name) =>
			readFileSync(join('build/_app/immutable/chunks', name), 'utf8').includes('aria-multiselectable'),
		);
		await page.route(`**/{${scripts.join(',')}}`, (route) => route.abort());
		await page.goto(`lessons/${lesson.id}/#${marking?.id}`);
		await expect(page.getByText('This question did not load.')).toBeVisible();
		await page.unrouteAll();
		await page.getByRole('button', { name: 'Load the page again' }).click();
		await expect(page.getByRole('listbox')).toBeVisible();
	});
});

test('in a frame of another site, where the browser forbids all site data, a lesson works and says that nothing is saved', async ({
	host,
}, info) => {
	const profile = info.outputPath('profile');
	const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
	mkdirSync(join(profile, 'Default'), { recursive: true });
	writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
	const school = info.outputPath('school');
	mkdirSync(school);
	writeFileSync(join(school, 'index.html'), `<iframe src="${host.url}lessons/${lesson.id}/"></iframe>`);
	const other = await startHost({ folder: school });
	const context = await chromium.launchPersistentContext(profile, launchOptions({ isWhole: true }));
	try {
		const page = await context.newPage();
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await page.goto(other.url.replace('localhost', 'school.localhost'));
		const frame = page.frameLocator('iframe');
		await frame.getByRole('link', { name: 'Start', exact: true }).click();
		await frame.locator(`input[value="${rightOptions(first)[0]}"]`).check();
		await frame.getByRole('button', { name: 'Check' }).click();
		await expect(frame.getByText('1 point of 1')).toBeVisible();
		await expect(frame.getByRole('strong').filter({ hasText: 'Not saved' })).toBeVisible();
		expect(errors).toEqual([]);
	} finally {
		await context.close();
		await other.close();
	}
});
