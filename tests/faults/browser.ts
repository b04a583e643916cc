import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chromium, type BrowserContext } from 'playwright';
import { launchOptions } from '../../scripts/find-browser.mjs';

export type Browser = {
	context: BrowserContext;
	/** SIGKILL to the browser and all its processes, at once. */
	kill: () => Promise<void>;
	/** Lets the browser end as a user would. */
	close: () => Promise<void>;
};

/** For a loaded machine, in milliseconds; a browser that hangs is still found. */
const launchLimit = 60_000;
const closeLimit = 10_000;
const attempts = 3;

const switches = [
	'--headless',
	'--disable-gpu',
	'--in-process-gpu',
	'--disable-extensions',
	'--disable-crash-reporter',
	'--no-default-browser-check',
	'--password-store=basic',
	// The first window is one that no run needs, and half of the time that a start takes.
	'--no-startup-window',
	'--remote-debugging-port=0',
];

function killTree({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
		return;
	}
	try {
		// The browser was started as the leader of a process group of its own.
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
}

/** Resolves with the address at which the browser takes commands. */
function addressOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const fail = (why: string) => reject(new Error(`The browser ${why}.\n${said.slice(-2_000)}`));
		const timer = setTimeout(() => fail(`did not start within ${launchLimit / 1000} s`), launchLimit);
		child.once('error', (error) => fail(`could not be started: ${error.message}`));
		child.once('exit', (code, signal) => fail(`ended while it started (${signal ?? code})`));
		child.stderr?.on('data', (data) => {
			said += data;
			const address = /DevTools listening on (\S+)/.exec(said)?.[1];
			if (!address) return;
			clearTimeout(timer);
			resolve(address);
		});
	});
}

export type LaunchOptions = {
	/** With the settings that a browser with windows has. */
	isWhole?: boolean;
};

async function launchOnce(profile: string, options: LaunchOptions): Promise<Browser> {
	const { executablePath = chromium.executablePath(), args } = launchOptions(options);
	const child = spawn(executablePath, [...args, ...switches, `--user-data-dir=${profile}`], {
		detached: process.platform !== 'win32',
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const kill = async () => {
		killTree(child);
		await ended;
	};
	try {
		const browser = await chromium.connectOverCDP(await addressOf(child), { timeout: launchLimit });
		const [context] = browser.contexts();
		if (!context) throw new Error('The browser has no window to work in.');
		return {
			context,
			kill,
			async close() {
				const timer = setTimeout(() => killTree(child), closeLimit);
				const closing = browser.newBrowserCDPSession().then((session) => session.send('Browser.close'));
				await Promise.allSettled([closing, ended]);
				clearTimeout(timer);
			},
		};
	} catch (error) {
		await kill();
		throw error;
	}
}

/**
 * Starts a browser with its profile in the folder `profile`. One that hangs at its start, as happens on a loaded machine,
 * is killed and started again, as its user would do.
 */
export async function launchBrowser(profile: string, options: LaunchOptions = {}): Promise<Browser> {
	for (let attempt = 1; attempt < attempts; attempt += 1) {
		try {
			return await launchOnce(profile, options);
		} catch {
			// It was killed: the next one finds the profile as a killed browser leaves it.
		}
	}
	return launchOnce(profile, options);
}
