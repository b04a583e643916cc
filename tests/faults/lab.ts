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
};

export type DeviceOptions = LaunchOptions & {
	folder?: string;
	/** Chooses the store of the test page. */
	query?: string;
};

export type Lab = {
	newDevice: (options?: DeviceOptions) => Device;
	/** Serves the built site. Resolves with its address. */
	openSite: () => Promise<string>;
	/** Kills whatever is still running. */
	killAll: () => Promise<void>;
	close: () => Promise<void>;
};

/** The built site. */
export const siteFolder = fileURLToPath(new URL('../../build', import.meta.url));
const pageFolder = fileURLToPath(new URL('page', import.meta.url));

/** Builds the test page, serves it, and hands out devices. All its files are in one temporary folder. */
export async function openLab(): Promise<Lab> {
	const scratch = mkdtempSync(join(tmpdir(), 'crossread-faults-'));
	const outDir = join(scratch, 'pages');
	await build({ root: pageFolder, base: './', configFile: false, logLevel: 'error', build: { outDir } });
	const visitors = new Map<string, Visitor>();
	const devices: Device[] = [];
	const server = await servePages(outDir, visitors);

	function newDevice({
		folder = mkdtempSync(join(scratch, 'profile-')),
		query = '',
		...launching
	}: DeviceOptions = {}): Device {
		let browser: Promise<Browser> | undefined;
		const key = `device-${devices.length}`;
		const end = async (how: 'kill' | 'close') => {
			const running = await browser?.catch(() => undefined);
			browser = undefined;
			await running?.[how]();
		};
		const device: Device = {
			folder,
			ledger: new Ledger(),
			preamble: '',
			async start() {
				browser ??= launchBrowser(folder, launching);
				return (await browser).context;
			},
			async openPage() {
				const page = await (await device.start()).newPage();
				await page.goto(`${server.origin}/${key}/?${query}`);
				return page;
			},
			async settle() {
				const page = await device.openPage();
				const outcome = await device.ledger.settle(() => page.evaluate(() => window.faults.keep()));
				await page.close();
				return outcome;
			},
			kill: () => end('kill'),
			close: () => end('close'),
		};
		visitors.set(key, {
			receive: (body) =>
				(JSON.parse(body) as Acknowledgement[]).forEach((acknowledgement) =>
					device.ledger.acknowledge(acknowledgement),
				),
			preamble: () => obstruct(device.preamble),
		});
		devices.push(device);
		return device;
	}

	let site: ReturnType<typeof startHost> | undefined;

	async function openSite() {
		if (!existsSync(join(siteFolder, 'index.html')))
			throw new Error('There is no built site in build/. Run “npm run build” first.');
		return (await (site ??= startHost({ folder: siteFolder }))).url;
	}

	const killAll = async () => void (await Promise.all(devices.map(({ kill }) => kill())));
	return {
		newDevice,
		openSite,
		killAll,
		async close() {
			await killAll();
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
		await device.close();
	}
}
