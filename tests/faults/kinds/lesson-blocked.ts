import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../kind.ts';
import type { Device } from '../lab.ts';
import { learnersFor, type Learner } from '../learner.ts';

const answersEach = 3;

async function answer(learner: Learner, spoil = ''): Promise<void> {
	const page = await learner.open(spoil);
	for (let answers = 0; answers < answersEach; answers += 1) await learner.answer(page);
	await learner.untilSaidHowSaved(page);
	await page.close();
}

const ways = ['throws', 'is missing', 'refuses', 'is silent'] as const;

/** Without Web Locks no tab can know that it is the only one. */
export const blockedLocks: Kind = {
	id: 'blocked-locks',
	title: 'A lesson: Web Locks blocked',
	runs: { full: 4 * ways.length, short: 1 },
	async *perform(lab, count, random) {
		for await (const { run, learner } of learnersFor(lab, count, ways.length, random)) {
			await answer(learner);
			await answer(learner, `block('locks', '${ways[run % ways.length]}')`);
			await answer(learner);
			yield await learner.settle();
		}
	},
};

/** Chromium's own setting “Don't allow sites to save data on your device”. The browser must be closed. */
function allowSiteData(device: Device, isAllowed: boolean): void {
	const path = join(device.folder, 'Default', 'Preferences');
	const preferences = JSON.parse(readFileSync(path, 'utf8'));
	preferences.profile.default_content_setting_values = isAllowed ? {} : { cookies: 2 };
	writeFileSync(path, JSON.stringify(preferences));
}

export const blockedSiteData: Kind = {
	id: 'blocked-site-data',
	title: 'A lesson: all site data blocked, then allowed',
	runs: { full: 10, short: 1 },
	async *perform(lab, count, random) {
		for await (const { device, learner } of learnersFor(lab, count, 5, random, { isWhole: true })) {
			await answer(learner);
			for (const isAllowed of [false, true]) {
				await device.close();
				allowSiteData(device, isAllowed);
				await answer(learner);
			}
			yield await learner.settle();
		}
	},
};
