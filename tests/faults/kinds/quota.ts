import type { Page } from 'playwright';
import type { Kind } from '../kind.ts';
import { devicesFor, type Device } from '../lab.ts';
import type { Writing } from '../page/writing.ts';

const runsPerDevice = 30;

/** A write fails after 0…11 good ones: within a file's first lines, at its first line, while the database is made. */
const places = 12;
const failures = 3;

const write = (page: Page, run: number, from: number, count: number) =>
	page.evaluate((task: Writing) => window.faults.write(task), {
		attempt: `quota-${run}`,
		from,
		count,
		atOnce: 1,
		length: 200,
		pause: 0,
		writer: 'learner',
	});

/** The browser's own quota is used up for some writes, and then there is room again. */
async function useUpQuota(device: Device, run: number, good: number): Promise<void> {
	await write(await device.openPage(), run, 0, good);
	// A running browser has set some room aside, in which small writes still fit.
	await device.close();
	const page = await device.openPage();
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	const { kept: early } = await write(page, run, good, failures);
	if (early === failures) throw new Error('The quota stopped nothing');
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	const { kept } = await write(page, run, good + failures, 5);
	if (kept === 0) throw new Error('Nothing is kept although there is room again');
	await page.close();
}

/** One store fails by itself, as when the disk fills up between two writes. */
async function failOne(device: Device, run: number, good: number, how: string): Promise<void> {
	device.preamble = `failWrites(${how}, ${good}, ${failures})`;
	const page = await device.openPage();
	await write(page, run, 0, good + failures + 5);
	device.preamble = '';
	await page.close();
}

const ways = [
	useUpQuota,
	...[`'IndexedDB', ''`, `'OPFS', 'nothing'`, `'OPFS', 'half'`, `'OPFS', 'short'`, `'OPFS', 'flush'`].map(
		(how) => (device: Device, run: number, good: number) => failOne(device, run, good, how),
	),
];

export const quota: Kind = {
	id: 'quota',
	title: 'No room at each write, then room again',
	runs: { full: places * ways.length, short: 3 },
	async *perform(lab, count) {
		for await (const { run, device } of devicesFor(lab, count, runsPerDevice)) {
			const use = ways[run % ways.length];
			await use?.(device, run, Math.floor(run / ways.length) % places);
			yield await device.settle();
		}
	},
};
