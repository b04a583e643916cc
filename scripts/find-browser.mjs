import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium without a window: it starts faster, and what it shows takes less time. */
const shells = ['chromium-headless-shell', 'headless_shell'];

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const elsewhere = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string[]} programs */
const onPath = (programs) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.filter(Boolean)
		.flatMap((folder) => programs.map((name) => join(folder, name)));

/**
 * The Chromium or Chrome that the tests use: CHROMIUM_PATH, else one on the PATH or in its usual place.
 * Undefined where there is none; Playwright then looks for its own.
 * @returns {string | undefined}
 */
export const findBrowser = () =>
	[process.env.CHROMIUM_PATH, ...onPath(names), ...elsewhere].find((path) => path && existsSync(path));

const findShell = () =>
	process.env.CHROMIUM_PATH ? undefined : onPath(shells).find((path) => existsSync(path));

/**
 * How the tests launch it. As root, as in most containers, Chromium's sandbox cannot start.
 * @param {{ isWhole?: boolean }} [options] `isWhole`: with all that a browser with windows has, such as site settings.
 */
export const launchOptions = ({ isWhole = false } = {}) => ({
	executablePath: (isWhole ? undefined : findShell()) ?? findBrowser(),
	args: [
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
	],
});
