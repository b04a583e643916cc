import type { Kind } from '../kind.ts';
import { learnersFor } from '../learner.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

/** How far the clock is off, in milliseconds: daylight saving, an empty battery, a wrong year, the beginning of time. */
const jumps: [number, ...number[]] = [0, hour, -hour, -60_000, 30 * year, -10 * year, -200 * year];

export const clock: Kind = {
	id: 'clock',
	title: 'A lesson: the clock jumps between answers',
	runs: { full: 40, short: 1 },
	async *perform(lab, count, random) {
		for await (const { learner } of learnersFor(lab, count, 10, random)) {
			const page = await learner.open('letClockJump()');
			for (let answers = 0; answers < 6; answers += 1) {
				await page.evaluate((ahead) => Object.assign(window, { clockAhead: ahead }), random.pick(jumps));
				await learner.answer(page);
			}
			await learner.untilSaidHowSaved(page);
			await page.close();
			yield await learner.settle();
		}
	},
};
