import type { Page } from 'playwright';
import { byteDamages } from '../damage-bytes.ts';
import type { Kind } from '../kind.ts';
import { devicesFor, type Device } from '../lab.ts';
import type { Outcome } from '../ledger.ts';
import { databaseDamages } from '../page/damage.ts';
import type { Writing } from '../page/writing.ts';
import type { Random } from '../random.ts';

const runsPerDevice = 40;

/** How long a store may take to get back from the other one what it lacks, in milliseconds. */
const mendingLimit = 15_000;

const answers = (attempt: string, from: number, random: Random): Writing => ({
	attempt,
	from,
	count: random.between(1, 20),
	atOnce: 4,
	length: random.between(0, 900),
	pause: 0,
	writer: 'learner',
});

const write = (page: Page, writing: Writing) => page.evaluate((task) => window.faults.write(task), writing);

/** What became of the answers after one store was damaged, which is then not held to its claims. */
export const settleDamaged = (device: Device, page: Page): Promise<Outcome> =>
	device.ledger.settle(async () => {
		const { union } = await page.evaluate(() => window.faults.keep());
		return { union, each: {} };
	});

/** Waits until the damaged store has back what it lacks, too. */
async function settleMended(device: Device): Promise<Outcome> {
	const page = await device.openPage();
	const outcome = await settleDamaged(device, page);
	const lack = await page.evaluate((limit) => window.faults.untilWhole(limit), mendingLimit);
	if (lack) throw new Error(`A store did not get back what it lacked: ${lack}`);
	await page.close();
	return outcome;
}

/** Damages one store, at rest or under a page that goes on writing. The other store must make up for it. */
function damageKind<How extends string>(
	id: string,
	title: string,
	runs: Kind['runs'],
	ways: readonly [How, ...How[]],
	damage: (page: Page, how: How, seed: number) => Promise<void>,
): Kind {
	return {
		id,
		title,
		runs,
		async *perform(lab, count, random) {
			for await (const { run, device } of devicesFor(lab, count, runsPerDevice)) {
				const how = random.pick(ways);
				const isAtRest = random.between(0, 2) === 0;
				const page = await device.openPage();
				const attempt = `${id}-${run}`;
				const first = answers(attempt, 0, random);
				await write(page, first);
				if (isAtRest) await page.close();
				const place = isAtRest ? await device.openPage() : page;
				await damage(place, how, random.between(0, 2 ** 31));
				if (!isAtRest) await write(page, answers(attempt, first.count, random));
				await place.close();
				yield await settleMended(device);
			}
		},
	};
}

export const damagedJournal = damageKind(
	'damaged-journal',
	'Journal damaged',
	{ full: 260, short: 3 },
	[...byteDamages, 'a file deleted', 'all deleted'],
	(page, how, seed) => page.evaluate((damage) => window.faults.damageJournal(damage), { how, seed }),
);

export const damagedDatabase = damageKind(
	'damaged-database',
	'IndexedDB damaged',
	{ full: 160, short: 2 },
	databaseDamages,
	(page, how, seed) => page.evaluate((damage) => window.faults.damageDatabase(damage), { how, seed }),
);
