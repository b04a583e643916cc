import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { startHost } from '../../../scripts/static-host.mjs';
import { redeploy } from '../../redeploy.ts';
import type { Kind } from '../kind.ts';
import { siteFolder } from '../lab.ts';
import { learnersFor, type Learner } from '../learner.ts';

const runsPerDevice = 5;

async function answerTwice(learner: Learner, page: Page): Promise<void> {
	await learner.answer(page);
	await learner.answer(page);
	await learner.untilSaidHowSaved(page);
}

/** Waits until every file is on the device and the page is in the service worker's care. */
const untilOnDevice = (page: Page) =>
	page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** The browser looks for a new version, as it does by itself from time to time, and gets it ready. */
const fetchUpdate = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
	});

/** The site is replaced while a learner answers, who is online, or offline for a while. */
export const deploy: Kind = {
	id: 'deploy',
	title: 'A lesson: a new version in the middle, online and offline',
	runs: { full: 20, short: 2 },
	async *perform(lab, count, random) {
		const later = redeploy(siteFolder);
		let host = await startHost({ folder: siteFolder });
		const port = Number(new URL(host.url).port);
		const versions = [later, siteFolder] as const;
		try {
			for await (const { run, learner } of learnersFor(lab, count, runsPerDevice, random, {
				site: host.url,
			})) {
				const folder = versions[run % 2] ?? later;
				const isOffline = run % 4 === 1 || run % 4 === 2;
				let page = await learner.open();
				await untilOnDevice(page);
				await answerTwice(learner, page);
				if (isOffline) {
					await host.close();
					await answerTwice(learner, page);
					await page.close();
					page = await learner.open();
					host = await startHost({ folder, port });
				} else host.deploy(folder);
				await page.evaluate(() => document.documentElement.setAttribute('data-first', ''));
				await fetchUpdate(page);
				await answerTwice(learner, page);
				if ((await page.locator('html[data-first]').count()) === 0)
					throw new Error('The page was loaded anew in the middle of an attempt');
				await page.close();
				yield await learner.settle();
			}
		} finally {
			await host.close();
			rmSync(later, { recursive: true, force: true });
		}
	},
};
