import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const size = 64 * 1024 * 1024;

export type SmallDisk = {
	folder: string;
	/** Leaves so many bytes free, at most. */
	fill: (free: number) => void;
	/** Makes room again. */
	free: () => void;
	unmount: () => void;
};

const isDone = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** Mounts a small disk in memory. Undefined where that is not allowed: it takes Linux and root. */
export function mountSmallDisk(): SmallDisk | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'crossread-small-disk-'));
	const filler = join(folder, 'filler');
	const isMounted =
		process.platform === 'linux' && isDone('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
	const disk: SmallDisk = {
		folder,
		fill(free) {
			const file = openSync(filler, 'a');
			const block = new Uint8Array(4096);
			try {
				for (;;) writeSync(file, block);
			} catch {
				// The disk is full.
			}
			closeSync(file);
			truncateSync(filler, Math.max(0, statSync(filler).size - free));
		},
		free: () => rmSync(filler, { force: true }),
		unmount() {
			if (isMounted) isDone('umount', '--lazy', folder);
			rmSync(folder, { recursive: true, force: true });
		},
	};
	if (isMounted) return disk;
	disk.unmount();
	return undefined;
}
