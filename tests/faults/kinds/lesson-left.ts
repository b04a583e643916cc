import { setTimeout as pause } from 'node:timers/promises';
import type { Kind } from '../kind.ts';
import { learnersFor } from '../learner.ts';
import { interruptions } from './interrupt.ts';

const runsPerDevice = 10;

const ways = Object.values(interruptions);

/** A learner answers in the real site and is interrupted soon after: by the page’s end, or now and then by the browser’s. */
export const lessonLeft: Kind = {
	id: 'lesson-left',
	title: 'A lesson: crash, reload, close, back, SIGKILL',
	runs: { full: 50, short: 2 },
	async *perform(lab, count, random) {
		for await (const { run, device, learner } of learnersFor(lab, count, runsPerDevice, random)) {
			const page = await learner.open();
			for (let answers = random.between(1, 6); answers > 0; answers -= 1) {
				await pause(random.between(0, 120));
				await learner.answer(page);
			}
			await pause(random.between(0, 120));
			const leave = ways[run % (ways.length + 1)];
			await (leave ? leave(page) : device.kill());
			yield await learner.settle();
		}
	},
};
