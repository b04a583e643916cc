import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Kind } from '../kind.ts';
import { devicesFor } from '../lab.ts';

const runsPerDevice = 25;

export const interruptions = {
	async crash(page: Page) {
		const session = await page.context().newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		// The renderer cannot answer any more.
		session.send('Page.crash').catch(() => undefined);
		await crashed;
		await page.close();
	},
	async reload(page: Page) {
		await page.reload();
		await page.close();
	},
	async close(page: Page) {
		await page.close();
	},
	async back(page: Page) {
		await page.goBack();
		await page.close();
	},
};

/** Takes the page away while it writes; the browser goes on. */
export const interruptKind = (how: keyof typeof interruptions, title: string): Kind => ({
	id: how,
	title,
	runs: { full: 50, short: 1 },
	async *perform(lab, count, random) {
		for await (const { run, device } of devicesFor(lab, count, runsPerDevice)) {
			const page = await device.openPage();
			const isHeavy = run % 2 === 1;
			const writing = page
				.evaluate((task) => window.faults.write(task), {
					attempt: `${how}-${run}`,
					from: 0,
					count: 100_000,
					atOnce: isHeavy ? 16 : 1,
					length: isHeavy ? 700 : 120,
					pause: isHeavy ? 0 : 3,
					writer: 'learner',
				})
				.catch(() => 'interrupted');
			await device.ledger.reach(random.between(0, isHeavy ? 100 : 20));
			await pause(random.between(0, 20));
			await interruptions[how](page);
			await writing;
			yield await device.settle();
		}
	},
});
