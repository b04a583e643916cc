// Everything that must hold, in the order in which a failure is cheapest to find.
import { existsSync, readFileSync } from 'node:fs';
import { requireBrowser, requireNode, requirePackages, run, runQuietly } from './prepare.mjs';

requireNode();
requirePackages();
requireBrowser();

const originals = '../shared/articles';

/** What only reads; the longest first. */
const looks = [
	['types', ['run', 'check']],
	['lint', ['run', 'lint']],
	['format', ['run', 'format:check']],
	['lessons', ['run', 'lessons:check', '--', ...(existsSync(originals) ? ['--originals', originals] : [])]],
	['schemas', ['run', 'schemas:check']],
	['unused', ['run', 'unused']],
	['licences', ['run', 'licences']],
];

const tests = [
	...['unit', 'content', 'component'].map((name) => [
		name,
		[
			'run',
			`test:${name}`,
			'--',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=test-results/${name}.json`,
		],
	]),
	['build', ['run', 'build']],
	['budgets', ['run', 'budgets']],
	['end to end', ['run', 'test:e2e']],
	['faults', ['run', 'faults', '--', '--short']],
];

const failed = [];

/** @param {number} start */
const secondsSince = (start) => ((performance.now() - start) / 1000).toFixed(1);

/**
 * @param {string} name
 * @param {boolean} isOk
 * @param {number} start
 */
function tell(name, isOk, start) {
	if (!isOk) failed.push(name);
	console.log(`── ${name}: ${isOk ? 'ok' : 'FAILED'}, ${secondsSince(start)} s`);
}

/**
 * Runs a step beside others; what it says comes in one piece when it ends.
 * @param {[string, string[]]} step
 */
async function runBeside([name, args]) {
	const start = performance.now();
	const { isOk, said } = await runQuietly('npm', ['--silent', ...args]);
	console.log(`\n── ${name} ──\n${said.trimEnd()}`);
	tell(name, isOk, start);
}

/** Two lanes for two cores. */
const queue = [...looks];
await Promise.all(
	[1, 2].map(async () => {
		for (let step = queue.shift(); step; step = queue.shift()) await runBeside(step);
	}),
);

for (const [name, args] of tests) {
	console.log(`\n── ${name} ──`);
	const start = performance.now();
	tell(name, run('npm', ['--silent', ...args]), start);
	if (failed.includes('build')) break;
}

const counted = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const vitest = ['unit', 'content', 'component']
	.map((name) => counted(`test-results/${name}.json`))
	.filter(Boolean);
const e2e = counted('test-results/e2e.json')?.stats;
const passed = vitest.reduce((sum, { numPassedTests }) => sum + numPassedTests, e2e?.expected ?? 0);
const broken = vitest.reduce(
	(sum, { numFailedTests }) => sum + numFailedTests,
	(e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0),
);

if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${passed} passed, ${Math.max(broken, failed.length > 0 ? 1 : 0)} failed`);
process.exit(failed.length > 0 ? 1 : 0);
