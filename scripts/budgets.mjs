// What a page and the whole site may weigh. Reads the built site; fails when something grows over its budget.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const site = 'build';
const budgets = { javascript: 75_000, offline: 1_500_000 };

/** Marks of code that belongs to the build and must not reach a page. */
const forbidden = [
	['Zod', /\bZodError\b|_zod\b/],
	['YAML', /YAMLParseError|YAMLMap/],
	['the Markdown parser', /micromark|mdast/],
];

const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

const scriptsOf = (html) => [...new Set(html.match(/_app\/immutable\/[\w./-]+\.js/g) ?? [])];

if (!existsSync(site)) {
	console.error('There is no built site in build/. Run “npm run build” first.');
	process.exit(2);
}

const problems = [];
for (const lesson of readdirSync(join(site, 'lessons'))) {
	const scripts = scriptsOf(readFileSync(join(site, 'lessons', lesson, 'index.html'), 'utf8'));
	const total = scripts.reduce((sum, script) => sum + weigh(join(site, script)), 0);
	console.log(
		`lessons/${lesson}: ${(total / 1000).toFixed(1)} kB of JavaScript (gzip) in ${scripts.length} files`,
	);
	if (scripts.length === 0)
		problems.push(`lessons/${lesson} names no script: the page has changed its form, so this check must too`);
	if (total > budgets.javascript)
		problems.push(
			`lessons/${lesson} loads ${total} bytes of JavaScript (gzip); the budget is ${budgets.javascript}`,
		);
}
const everything = readdirSync(site, { recursive: true }).filter((name) =>
	statSync(join(site, name)).isFile(),
);
const offline = everything.reduce((sum, name) => sum + weigh(join(site, name)), 0);
console.log(`offline use: ${(offline / 1000).toFixed(0)} kB (gzip) in ${everything.length} files`);
if (offline > budgets.offline)
	problems.push(
		`a first visit fetches ${offline} bytes (gzip) for offline use; the budget is ${budgets.offline}`,
	);

for (const file of readdirSync(join(site, '_app'), { recursive: true }).filter((name) =>
	name.endsWith('.js'),
)) {
	const code = readFileSync(join(site, '_app', file), 'utf8');
	for (const [what, mark] of forbidden)
		if (mark.test(code)) problems.push(`_app/${file} contains ${what}, which is for the build only`);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
