// The licence of every package: of those that reach the site and of those that build and test it. Fails on others than
// these. `npm run licences -- --all` lists the packages one by one.
import { readFileSync } from 'node:fs';
import { requireNode, requirePackages } from './prepare.mjs';

requireNode();
requirePackages();

const permissive = [
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
];
/** Nothing of it is passed on: it runs here, or its output alone does. */
const forBuilding = [...permissive, 'CC-BY-4.0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0', 'Zlib'];
/** Ships although npm knows it as a tool of the build: the frame of the pages, and the reading face, cut down. */
const shipsToo = new Map([
	['svelte', permissive],
	['clsx', permissive],
	['esm-env', permissive],
	['devalue', permissive],
	['@sveltejs/kit', permissive],
	['@fontsource-variable/literata', ['OFL-1.1']],
]);

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** SPDX: any of an “OR”, all of an “AND”. */
const isAllowed = (licence, allowed) =>
	licence
		.replace(/[()]/g, '')
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((part) => allowed.includes(part.trim())));

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const packages = Object.entries(json('package-lock.json').packages)
	.filter(([path]) => path !== '')
	.map(([path, locked]) => {
		const name = nameOf(path);
		const ships = !locked.dev || shipsToo.has(name);
		return {
			name,
			version: locked.version,
			licence: locked.license ?? 'none stated',
			ships,
			allowed: shipsToo.get(name) ?? (ships ? permissive : forBuilding),
		};
	});

for (const ships of [true, false]) {
	const these = packages.filter((one) => one.ships === ships);
	const counts = new Map();
	for (const { licence } of these) counts.set(licence, (counts.get(licence) ?? 0) + 1);
	console.log(ships ? 'Ships with the site:' : '\nBuilds and tests it:');
	if (ships || process.argv.includes('--all'))
		for (const { name, version, licence } of these) console.log(`  ${licence}\t${name} ${version}`);
	else for (const [licence, count] of [...counts].sort()) console.log(`  ${licence}\t${count}`);
}

const refused = packages.filter(({ licence, allowed }) => !isAllowed(licence, allowed));
for (const { name, version, licence, ships } of refused)
	console.error(
		`${name} ${version} is under “${licence}”, which is not allowed ${ships ? 'to ship' : 'here'}.`,
	);
process.exit(refused.length > 0 ? 1 : 0);
