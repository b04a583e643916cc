import { setTimeout as pause } from 'node:timers/promises';
import type { Kind } from '../kind.ts';
import { devicesFor } from '../lab.ts';
import type { Writing } from '../page/writing.ts';

/** Later kills meet a store that has grown and that earlier kills have hit. */
const killsPerDevice = 20;

/** `most`: the browser is killed before or soon after so many acknowledgements. */
const loads = {
	light: { writing: { atOnce: 1, length: 120, pause: 3 }, most: 30 },
	heavy: { writing: { atOnce: 32, length: 700, pause: 0 }, most: 400 },
};

function writingOf(attempt: string, load: keyof typeof loads): Writing {
	return { attempt, from: 0, count: 100_000, writer: 'learner', ...loads[load].writing };
}

/** Kills the browser while the page writes, at a moment that chance picks, and starts it again. */
export function killKind(
	id: string,
	title: string,
	runs: Kind['runs'],
	{ load, query = '' }: { load: keyof typeof loads; query?: string },
): Kind {
	return {
		id,
		title,
		runs,
		async *perform(lab, count, random) {
			for await (const { run, device } of devicesFor(lab, count, killsPerDevice, { query })) {
				const page = await device.openPage();
				const writing = page
					.evaluate((task) => window.faults.write(task), writingOf(`${id}-${run}`, load))
					.catch(() => 'killed');
				await device.ledger.reach(random.between(0, loads[load].most));
				await pause(random.between(0, 30));
				await device.kill();
				await writing;
				yield await device.settle();
			}
		},
	};
}
