import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byteDamages, damageBytes } from '../damage-bytes.ts';
import type { Kind } from '../kind.ts';
import { devicesFor } from '../lab.ts';
import { settleDamaged } from './damage.ts';
import type { Random } from '../random.ts';

/** Where Chromium keeps the stores in a profile. */
const folders = ['IndexedDB', 'File System'] as const;

function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile() && statSync(path).size > 0)
		.sort();
}

/** Damages some files of one store as a bad disk would; now and then all of them are gone. */
function damageFiles(folder: string, random: Random): void {
	if (random.between(0, 8) === 0) return rmSync(folder, { recursive: true, force: true });
	const files = filesIn(folder);
	for (const path of files)
		if (files.length === 1 || random.between(0, 2) === 0)
			writeFileSync(path, damageBytes(readFileSync(path), random.pick(byteDamages), random));
}

export const damagedFiles: Kind = {
	id: 'damaged-files',
	title: 'One store’s files damaged on disk',
	runs: { full: 80, short: 1 },
	async *perform(lab, count, random) {
		for await (const { run, device } of devicesFor(lab, count, 1, { isSpoilt: true })) {
			const page = await device.openPage();
			await page.evaluate((task) => window.faults.write(task), {
				attempt: `files-${run}`,
				from: 0,
				count: random.between(5, 60),
				atOnce: 4,
				length: random.between(0, 900),
				pause: 0,
				writer: 'learner',
			});
			await device.close();
			damageFiles(join(device.folder, 'Default', random.pick(folders)), random);
			// The browser may be unable to open that store ever again: a further fault would find one store only.
			yield await settleDamaged(device, await device.openPage());
		}
	},
};
