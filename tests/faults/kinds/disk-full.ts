import type { Kind } from '../kind.ts';
import type { Device } from '../lab.ts';
import { mountSmallDisk } from '../small-disk.ts';
import { settleDamaged } from './damage.ts';

async function write(device: Device, from: number, count: number) {
	const page = await device.openPage();
	const { kept } = await page.evaluate((task) => window.faults.write(task), {
		attempt: 'disk-full',
		from,
		count,
		atOnce: 4,
		length: 700,
		pause: 0,
		writer: 'learner',
	});
	return { page, kept };
}

/** What happens while the disk is full: the page stays; the browser is killed; it is killed and started again. */
const fates = ['stays', 'is killed', 'starts'] as const;

export const diskFull: Kind = {
	id: 'disk-full',
	title: 'Disk full, then room again',
	runs: { full: 18, short: 1 },
	skipped() {
		const disk = mountSmallDisk();
		disk?.unmount();
		return disk ? undefined : 'cannot mount here';
	},
	async *perform(lab, count, random) {
		for (let run = 0; run < count; run += 1) {
			const disk = mountSmallDisk();
			if (!disk) return;
			const device = lab.newDevice({ folder: disk.folder });
			try {
				await write(device, 0, 30);
				disk.fill(random.pick([0, 0, 4096, 65_536]));
				await write(device, 30, 100);
				const fate = fates[run % fates.length];
				if (fate !== 'stays') await device.kill();
				// A browser may fail to start on a full disk. Its learner makes room and tries again.
				if (fate === 'starts') await device.openPage().catch(() => device.kill());
				disk.free();
				const { kept } = await write(device, 130, 5);
				if (kept === 0) throw new Error('Nothing is kept although there is room again');
				yield await settleDamaged(device, await device.openPage());
			} finally {
				await device.kill();
				disk.unmount();
			}
		}
	},
};
