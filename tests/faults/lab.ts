import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { build } from 'vite';
import { startHost } from '../../scripts/static-host.mjs';
import { launchBrowser, type Browser, type LaunchOptions } from './browser.ts';
import { Ledger, type Acknowledgement, type Outcome } from './ledger.ts';
import { obstruct } from './obstruct.ts';
import { servePages, type Visitor } from './serve-pages.ts';

/** One device of one learner: a browser's profile, and outside it the ledger of what was acknowledged there. */
export type Device = {
	/** Where the browser keeps the profile. */
	folder: string;
	ledger: Ledger;
	/** What `page/obstruct.js` does before the page and its workers, if anything. */
	preamble: string;
	/** Starts the browser where it isn't running. */
	start: () => Promise<BrowserContext>;
	/** Opens the test page in a tab of its own. */
	openPage: () => Promise<Page>;
	/** Looks in a new tab what became of everything acknowledged. */
	settle: () => Promise<Outcome>;
	kill: () => Promise<void>;
	close: () => Promise<void>;
	/** Is done with the device: its browser may serve as another one, with what it keeps. */
	handOn: () => Promise<void>;
};

export type DeviceOptions = LaunchOptions & {
	folder?: string;
	/** Chooses the store of the test page. */
	query?: string;
	/** Its profile is damaged for good: nobody uses it afterwards. */
	isSpoilt?: true;
};

/** Where one kind of fault is tried. */
export type Lab = {
	newDevice: (options?: DeviceOptions) => Device;
	/** Serves the built site. Resolves with its address. */
	openSite: () => Promise<string>;
	/** Kills whatever is still running in this lab. */
	close: () => Promise<void>;
};

export type Laboratories = {
	openLab: () => Lab;
	close: () => Promise<void>;
};

/** The built site. */
export const siteFolder = fileURLToPath(new URL('../../build', import.meta.url));
const pageFolder = fileURLToPath(new URL('page', import.meta.url));

/** A profile with this many answers is read slowly, and not handed on. */
const manyAnswers = 1_000;

/** A browser with its profile, running or not. */
class Machine {
	readonly folder: string;
	readonly isWhole: boolean;
	answers = 0;
	#browser: Promise<Browser> | undefined;

	constructor(folder: string, isWhole: boolean) {
		this.folder = folder;
		this.isWhole = isWhole;
	}

	async start(): Promise<BrowserContext> {
		this.#browser ??= launchBrowser(this.folder, { isWhole: this.isWhole });
		return (await this.#browser).context;
	}

	async end(how: 'kill' | 'close'): Promise<void> {
		const running = await this.#browser?.catch(() => undefined);
		this.#browser = undefined;
		await running?.[how]();
	}

	async closeTabs(): Promise<void> {
		const running = await this.#browser?.catch(() => undefined);
		await Promise.all((running?.context.pages() ?? []).map((page) => page.close()));
	}
}

/** Builds the test page, serves it, and opens labs. All their files are in one temporary folder. */
export async function openLaboratories(): Promise<Laboratories> {
	const scratch = mkdtempSync(join(tmpdir(), 'crossread-faults-'));
	const outDir = join(scratch, 'pages');
	await build({ root: pageFolder, base: './', configFile: false, logLevel: 'error', build: { outDir } });
	const visitors = new Map<string, Visitor>();
	const server = await servePages(outDir, visitors);
	const machines = new Set<Machine>();
	const spare = new Set<Machine>();

	/** One that another lab is done with, or a new one. A profile given by the caller is always a new one. */
	function takeMachine({ folder, isWhole = false }: DeviceOptions): Machine {
		const used = folder ? undefined : [...spare].find((machine) => machine.isWhole === isWhole);
		const machine = used ?? new Machine(folder ?? mkdtempSync(join(scratch, 'profile-')), isWhole);
		machines.add(machine);
		spare.delete(machine);
		return machine;
	}

	function openDevice(
		machine: Machine,
		{ query = '', isSpoilt }: DeviceOptions,
		inUse: Set<Machine>,
	): Device {
		const key = `device-${visitors.size}`;
		const device: Device = {
			folder: machine.folder,
			ledger: new Ledger(),
			preamble: '',
			start: () => machine.start(),
			async openPage() {
				const page = await (await machine.start()).newPage();
				await page.goto(`${server.origin}/${key}/?${query}`);
				return page;
			},
			async settle() {
				const page = await device.openPage();
				const outcome = await device.ledger.settle(() => page.evaluate(() => window.faults.keep()));
				await page.close();
				return outcome;
			},
			kill: () => machine.end('kill'),
			close: () => machine.end('close'),
			async handOn() {
				if (isSpoilt || machine.answers > manyAnswers) return machine.end('close');
				await machine.closeTabs();
				inUse.delete(machine);
				spare.add(machine);
			},
		};
		visitors.set(key, {
			receive(body) {
				const acknowledgements: Acknowledgement[] = JSON.parse(body);
				machine.answers += acknowledgements.length;
				for (const acknowledgement of acknowledgements) device.ledger.acknowledge(acknowledgement);
			},
			preamble: () => obstruct(device.preamble),
		});
		return device;
	}

	let site: ReturnType<typeof startHost> | undefined;

	async function openSite() {
		if (!existsSync(join(siteFolder, 'index.html')))
			throw new Error('There is no built site in build/. Run “npm run build” first.');
		return (await (site ??= startHost({ folder: siteFolder }))).url;
	}

	function openLab(): Lab {
		const inUse = new Set<Machine>();
		return {
			newDevice(options = {}) {
				const machine = takeMachine(options);
				inUse.add(machine);
				return openDevice(machine, options, inUse);
			},
			openSite,
			async close() {
				await Promise.all([...inUse].map((machine) => machine.end('kill')));
			},
		};
	}

	return {
		openLab,
		async close() {
			await Promise.all([...machines].map((machine) => machine.end('kill')));
			await Promise.all([server.close(), (await site)?.close()]);
			rmSync(scratch, { recursive: true, force: true });
		},
	};
}

/** A device for each run. One serves for some runs, so that faults meet stores which others have hit before. */
export async function* devicesFor(
	lab: Lab,
	runs: number,
	runsEach: number,
	options?: DeviceOptions,
): AsyncGenerator<{ run: number; device: Device }> {
	for (let run = 0; run < runs;) {
		const device = lab.newDevice(options);
		for (const end = Math.min(run + runsEach, runs); run < end; run += 1) yield { run, device };
		await device.handOn();
	}
}
