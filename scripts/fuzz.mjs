// Tries 100,000 forged links and results instead of the 10,000 of the unit tests, and 5,000 of them in the built site
// instead of 500. Another number: npm run fuzz -- 1000000
import { requireBrowser, requireNode, requirePackages, run } from './prepare.mjs';

requireNode();
requirePackages();
requireBrowser();

const [runs = '100000'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(runs)) {
	console.error(`“${runs}” is not a number of runs. As in: npm run fuzz -- 1000000`);
	process.exit(2);
}
const env = { ...process.env, FUZZ_RUNS: runs };
const hour = '3600000';
const areSafe = [
	['vitest', 'run', '--project', 'unit', 'src/lib/classroom', '--testTimeout', hour],
	['vite', 'build', '--logLevel', 'warn'],
	['playwright', 'test', 'tests/e2e/forged.test.ts', '--timeout', hour],
].every((args) => run('npx', args, env));
process.exit(areSafe ? 0 : 1);
