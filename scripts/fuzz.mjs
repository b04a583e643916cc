// Tries 100,000 forged links and results instead of the 10,000 of the unit tests. Another number: npm run fuzz -- 1000000
import { requireNode, requirePackages, run } from './prepare.mjs';

requireNode();
requirePackages();

const [runs = '100000'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(runs)) {
	console.error(`“${runs}” is not a number of runs. As in: npm run fuzz -- 1000000`);
	process.exit(2);
}
const args = ['vitest', 'run', '--project', 'unit', 'src/lib/classroom', '--testTimeout', '3600000'];
process.exit(run('npx', args, { ...process.env, FUZZ_RUNS: runs }) ? 0 : 1);
