// What a newcomer's machine needs before anything else can run. Uses Node alone: nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

const oldest = [20, 19];

export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
	console.error(
		`Crossread needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Get a newer one from nodejs.org.`,
	);
	process.exit(1);
}

/**
 * Runs a command in the foreground.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it succeeded
 */
export const run = (command, args, env = process.env) =>
	spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;

/**
 * Runs a command beside others.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ isOk: boolean, said: string }>} whether it succeeded, and all that it said
 */
export const runQuietly = (command, args) =>
	new Promise((resolve) => {
		const child = spawn(command, args, { shell: process.platform === 'win32' });
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (data) => (said += data));
		child.once('error', (error) => resolve({ isOk: false, said: error.message }));
		child.once('close', (code) => resolve({ isOk: code === 0, said }));
	});

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** The installed packages as npm noted them, against those of the lockfile. */
function isInstalled() {
	const installed = read('node_modules/.package-lock.json');
	const wanted = read('package-lock.json');
	if (!installed || !wanted) return false;
	const here = new Map(Object.entries(JSON.parse(installed).packages));
	return Object.entries(JSON.parse(wanted).packages).every(
		([path, { version, optional }]) => path === '' || optional || here.get(path)?.version === version,
	);
}

export function requirePackages() {
	if (isInstalled()) return;
	console.log('Installing packages …');
	if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
		console.error('The packages could not be installed. Check the network and run the command again.');
		process.exit(1);
	}
}

const canUseApt = () =>
	process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Finds a browser for the tests, or gets one. */
export function requireBrowser() {
	if (findBrowser()) return;
	console.log('No Chromium or Chrome found; getting one …');
	if (run('npx', ['playwright', 'install', 'chromium'])) return;
	if (
		canUseApt() &&
		run('apt-get', ['update', '-qq']) &&
		run('apt-get', ['install', '-y', '-qq', 'chromium', 'chromium-headless-shell'])
	)
		return;
	console.error(
		'The tests need a browser. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the command again.',
	);
	process.exit(1);
}
