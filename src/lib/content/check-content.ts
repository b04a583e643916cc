import { parseContent, type ContentSource, type Files } from './parse-content.ts';
import { sortProblems, type Problem } from './problem.ts';
import { checkCoverage } from './rules/coverage-rules.ts';
import { checkLessons } from './rules/lesson-rules.ts';
import { checkListing, checkModules } from './rules/module-rules.ts';
import { checkReadings } from './rules/reading-rules.ts';

/** Parses and checks all content. Reports every problem at once, in the order of files and places. */
export function checkContent(files: Files): { content: ContentSource | undefined; problems: Problem[] } {
	const { content, problems } = parseContent(files);
	if (content)
		problems.push(
			...checkModules(content),
			...checkListing(content, files.keys()),
			...checkReadings(content),
			...checkLessons(content),
			...checkCoverage(content),
		);
	return { content, problems: sortProblems(problems) };
}
