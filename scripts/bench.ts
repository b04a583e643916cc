// Figures, not tests: prints a Markdown table (--json for data). Choose a part by name: npm run bench -- marking
import { parseArgs } from 'node:util';
import { content } from './bench/content.ts';
import { engine } from './bench/engine.ts';
import { learner } from './bench/learner.ts';
import { marking } from './bench/marking.ts';
import { toTable, type Figure } from './bench/measure.ts';
import { pages } from './bench/pages.ts';
import { results } from './bench/results.ts';

const benches = [pages, marking, engine, learner, content, results];
const names = benches.map(({ name }) => name);

const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean', default: false } },
	allowPositionals: true,
});

const unknown = positionals.find((name) => !names.includes(name));
if (unknown) {
	console.error(`“${unknown}” is not a part of the bench. There are: ${names.join(', ')}.`);
	process.exit(2);
}

const figures: Figure[] = [];
for (const { name, run } of benches) {
	if (positionals.length > 0 && !positionals.includes(name)) continue;
	console.error(`measuring ${name} …`);
	figures.push(...(await run()));
}
console.log(values.json ? JSON.stringify(figures, null, '\t') : toTable(figures));
