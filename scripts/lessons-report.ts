import { checkContent } from '../src/lib/content/check-content.ts';
import { reportOf } from '../src/lib/content/coverage.ts';
import { readFiles } from '../src/lib/content/read-files.ts';

const { content, problems } = checkContent(readFiles('lessons'));
if (!content || problems.length > 0) {
	console.error(`The lessons have ${problems.length} problems: run “npm run lessons:check” first.`);
	process.exit(1);
}

for (const module of content.modules) {
	console.log(`# ${module.module.data.title}\n`);
	for (const { title, rows } of reportOf(content, module)) {
		const [head = [], ...body] = rows;
		console.log(`## ${title}\n`);
		for (const row of [head, head.map(() => '---'), ...body]) console.log(`| ${row.join(' | ')} |`);
		console.log();
	}
}
