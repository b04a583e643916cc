import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { devicesFor, type Device, type DeviceOptions, type Lab } from './lab.ts';
import type { Outcome } from './ledger.ts';
import { obstruct } from './obstruct.ts';
import type { Random } from './random.ts';

/** A lesson whose first step is a choice. */
const lesson = 'lessons/who-says-so/';

const options = 'main .choice input';

/** The number of the chosen option; -1 where none is. */
const chosenIn = (page: Page): Promise<number> =>
	page
		.locator(options)
		.evaluateAll((inputs) => inputs.findIndex((input) => (input as HTMLInputElement).checked));

const watchSaved = fileURLToPath(new URL('page/watch-saved.js', import.meta.url));

/** Gives answers in the real site, and remembers outside the browser which ones the page said were saved. */
export class Learner {
	readonly #site: string;
	readonly #device: Device;
	readonly #random: Random;
	/** Numbers of options, in the order in which they were chosen. */
	#answers: number[] = [];
	/** How many of the answers were seen as “Saved”, and how many of these are in an outcome. */
	#saved = 0;
	#settled = 0;
	#address: string | undefined;

	/** `site` is the address of the site's home page. */
	constructor(site: string, device: Device, random: Random) {
		this.#site = site;
		this.#device = device;
		this.#random = random;
	}

	/** Opens the question in a tab of its own, ready for an answer. `spoil` is for `page/obstruct.js`. */
	async open(spoil = ''): Promise<Page> {
		const page = await (await this.#device.start()).newPage();
		let before = this.#answers.length;
		await page.exposeBinding('saidSaved', (_source, given: number) => {
			this.#saved = Math.max(this.#saved, before + given);
		});
		await page.addInitScript({ path: watchSaved });
		await page.addInitScript(obstruct(spoil));
		await page.goto(this.#address ?? `${this.#site}${lesson}`);
		if (!this.#address) {
			await page.getByRole('link', { name: /^(Start|Continue)/ }).click();
			await page.waitForURL(/#./);
			await page.locator(options).first().waitFor();
			this.#address = page.url();
			// The device may have been another learner's before.
			this.#goOnFrom(await chosenIn(page));
			before = this.#answers.length;
		}
		await page.locator(options).first().waitFor();
		return page;
	}

	/** Chooses another option than before. */
	async answer(page: Page): Promise<void> {
		const count = await page.locator(options).count();
		const answer = ((this.#answers.at(-1) ?? 0) + this.#random.between(1, count)) % count;
		this.#answers.push(answer);
		await page
			.locator(options)
			.nth(answer)
			.evaluate((input: HTMLInputElement) => input.click());
	}

	/** Waits until the page says of the last answer that it is saved, or that it isn't. */
	async untilSaidHowSaved(page: Page): Promise<void> {
		await page
			.locator('header')
			.getByText(/^\W*(Saved|Not saved)/)
			.first()
			.waitFor();
	}

	/** Opens the question again: the last answer seen as “Saved” must be there, or a later one. */
	async settle(): Promise<Outcome> {
		const page = await this.open();
		const found = await chosenIn(page);
		await page.close();
		const isLost = this.#saved > 0 && !this.#answers.slice(this.#saved - 1).includes(found);
		const outcome = {
			acknowledged: this.#saved - this.#settled,
			lost: Number(isLost),
			falselySaved: Number(isLost),
		};
		this.#goOnFrom(found);
		return outcome;
	}

	/** From here on, what was found must stay. */
	#goOnFrom(found: number): void {
		this.#answers = found < 0 ? [] : [found];
		this.#saved = this.#settled = this.#answers.length;
	}
}

/** A learner for each run, with a device of their own; the same one for `runsEach` runs. `site`: its address where it isn't the lab's. */
export async function* learnersFor(
	lab: Lab,
	runs: number,
	runsEach: number,
	random: Random,
	{ site, ...options }: DeviceOptions & { site?: string } = {},
): AsyncGenerator<{ run: number; device: Device; learner: Learner }> {
	const address = site ?? (await lab.openSite());
	let latest: { device: Device; learner: Learner } | undefined;
	for await (const { run, device } of devicesFor(lab, runs, runsEach, options)) {
		if (latest?.device !== device) latest = { device, learner: new Learner(address, device, random) };
		yield { run, ...latest };
	}
}
