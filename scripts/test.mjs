// Everything that must hold, in the order in which a failure is cheapest to find.
import { existsSync, readFileSync } from 'node:fs';
import { requireBrowser, requireNode, requirePackages, run } from './prepare.mjs';

requireNode();
requirePackages();
requireBrowser();

const originals = '../shared/articles';

const steps = [
	['format', ['run', 'format:check']],
	['lint', ['run', 'lint']],
	['types', ['run', 'check']],
	['lessons', ['run', 'lessons:check', '--', ...(existsSync(originals) ? ['--originals', originals] : [])]],
	['schemas', ['run', 'schemas:check']],
	['unused', ['run', 'unused']],
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
];

const failed = [];
for (const [name, args] of steps) {
	console.log(`\n── ${name} ──`);
	const start = performance.now();
	if (!run('npm', ['--silent', ...args])) failed.push(name);
	console.log(
		`── ${name}: ${failed.includes(name) ? 'FAILED' : 'ok'}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
	);
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
