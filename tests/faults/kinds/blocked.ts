import type { Kind } from '../kind.ts';
import { devicesFor, type Device } from '../lab.ts';

const answersEach = 6;

async function write(device: Device, attempt: string, from: number): Promise<void> {
	const page = await device.openPage();
	await page.evaluate((task) => window.faults.write(task), {
		attempt,
		from,
		count: answersEach,
		atOnce: 1,
		length: 100,
		pause: 0,
		writer: 'learner',
	});
	await page.close();
}

const ways = ['throws', 'refuses', 'is missing', 'is silent'] as const;

/** One of the browser's stores fails, in every way in which browsers let it fail; the other one works. */
export const blockedKind = (what: 'IndexedDB' | 'OPFS'): Kind => ({
	id: `blocked-${what.toLowerCase()}`,
	title: `${what} blocked, then allowed`,
	runs: { full: 3 * ways.length, short: 1 },
	async *perform(lab, count) {
		for await (const { run, device } of devicesFor(lab, count, ways.length)) {
			const attempt = `blocked-${what}-${run}`;
			await write(device, attempt, 0);
			device.preamble = `block('${what}', '${ways[run % ways.length]}')`;
			await write(device, attempt, answersEach);
			device.preamble = '';
			await write(device, attempt, 2 * answersEach);
			yield await device.settle();
		}
	},
});
