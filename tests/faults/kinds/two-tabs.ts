import type { Page } from 'playwright';
import type { Kind } from '../kind.ts';
import { devicesFor } from '../lab.ts';
import type { Random } from '../random.ts';

const runsPerDevice = 50;
const turns = 4;

/** What a tab does in one turn: some answers at places that the other tab may want as well. */
const write = (page: Page, run: number, writer: string, random: Random) =>
	page.evaluate((task) => window.faults.write(task), {
		attempt: `tabs-${run - random.between(0, 2)}`,
		from: random.between(0, 6),
		count: random.between(1, 4),
		atOnce: random.between(1, 4),
		length: random.between(10, 200),
		pause: random.between(0, 2),
		writer,
	});

export const twoTabs: Kind = {
	id: 'two-tabs',
	title: 'Two tabs write to the same attempts',
	runs: { full: 500, short: 4 },
	async *perform(lab, count, random) {
		let tabs: Page[] = [];
		for await (const { run, device } of devicesFor(lab, count, runsPerDevice)) {
			if (run % runsPerDevice === 0) tabs = [await device.openPage(), await device.openPage()];
			const [left, right] = tabs;
			if (!left || !right) return;
			for (let turn = 0; turn < turns; turn += 1) {
				const writings = [write(left, run, 'left', random)];
				if (random.between(0, 2) === 0) await writings[0];
				writings.push(write(right, run, 'right', random));
				await Promise.all(writings);
			}
			yield await device.settle();
		}
	},
};
