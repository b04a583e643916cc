// Mutation tests room by room; each must reach the score in stryker.config.mjs. One room: npm run mutation -- learner
import { requireNode, requirePackages, run } from './prepare.mjs';

requireNode();
requirePackages();

/** What computes. Schemas and checks of authored files run at build time and have their tests in tests/content. */
const rooms = {
	engine: [
		'engine/**/*.ts',
		...['schema', 'schemas', 'check', 'checks', 'item-schema', 'item-check', 'vocabulary'].map(
			(name) => `!engine/**/${name}.ts`,
		),
	],
	learner: ['learner/**/*.ts'],
	classroom: ['classroom/**/*.ts', '!classroom/keys.ts', '!classroom/notices.ts'],
};
const never = ['!src/lib/**/*.test.ts', '!src/lib/**/testing.ts'];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in rooms));
if (unknown !== undefined) {
	console.error(
		`“${unknown}” is not one of ${Object.keys(rooms).join(', ')}. As in: npm run mutation -- learner`,
	);
	process.exit(2);
}

const inRoom = (pattern) => (pattern.startsWith('!') ? `!src/lib/${pattern.slice(1)}` : `src/lib/${pattern}`);
const tooWeak = (asked.length > 0 ? asked : Object.keys(rooms)).filter((name) => {
	// Stryker splits the list at its commas: no pattern may hold one.
	const mutate = [...rooms[name].map(inRoom), ...never].join(',');
	return !run('npx', ['stryker', 'run', '--mutate', mutate], {
		...process.env,
		FUZZ_RUNS: '1000',
		FC_RUNS: '25',
		MUTATED_ROOM: name,
	});
});
if (tooWeak.length > 0) console.error(`Below the threshold, or not run: ${tooWeak.join(', ')}.`);
process.exit(tooWeak.length > 0 ? 1 : 0);
