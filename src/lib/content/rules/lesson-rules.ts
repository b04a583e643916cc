import { checkItem } from '../../engine/interactions/checks.ts';
import { plainText } from '../../text/rich-text.ts';
import { spanOf } from '../../text/reading.ts';
import { judgedPassages } from '../balance.ts';
import { measureMinutes } from '../measure.ts';
import { readingsOf, type ContentSource, type ModuleSource } from '../parse-content.ts';
import type { Problem } from '../problem.ts';
import { isAuthoredItem, type LessonFile } from '../schemas.ts';
import { feedbackKeys, isRichText, isRun, isSpanRef, walk } from '../walk.ts';
import { accountOf } from '../resolve-exact.ts';
import type { Path, Source } from '../yaml-source.ts';

type Report = (path: Path, message: string, advice: string) => void;

/** Sentences that say nothing of their own. */
const generic =
	/^(correct|incorrect|right|wrong|false|true|yes|no|good job|well done|great|try again|not quite|that(’|')s (right|wrong|correct|incorrect)|this is (right|wrong|correct|incorrect))([.!,;: ]+(try again|correct|incorrect|right|wrong|good job|well done|not quite))*[.!]*$/i;

/** Of the judged passages of a lesson with at least this many, the share that is sound must lie within these bounds. */
export const balance = { from: 4, min: 0.45, max: 0.75 };

/** Items at the end of a practice lesson that are done without hints. */
const doneAlone = 3;

export function checkLessons(content: ContentSource): Problem[] {
	return content.modules.flatMap((module) =>
		[...module.lessons].flatMap(([name, source]) => {
			const problems: Problem[] = [];
			const report: Report = (path, message, advice) =>
				problems.push({ file: source.file, ...source.locate(path), message, advice });
			if (source.data.id !== name)
				report(
					['id'],
					`the id “${source.data.id}” is not the file’s name`,
					`write “id: ${name}”, or rename the file`,
				);
			checkReferences(source, content, module, report);
			checkSteps(source.data, content, module, report);
			checkFeedback(source.data, report);
			checkBalance(source.data, report);
			checkMinutes(source.data, module, report);
			return problems;
		}),
	);
}

function checkReferences(
	{ data }: Source<LessonFile>,
	{ glossary, misconceptions }: ContentSource,
	{ readings, module }: ModuleSource,
	report: Report,
): void {
	const terms = new Set(glossary.data.terms.map(({ id }) => id));
	const wrongIdeas = new Set(misconceptions.data.misconceptions.map(({ id }) => id));
	const inLesson = (slug: string, path: Path) => {
		if (!data.readings.includes(slug))
			report(
				path,
				`the reading “${slug}” is not one of this lesson’s`,
				'add it to “readings”, or correct its spelling',
			);
	};
	for (const [index, slug] of data.readings.entries()) {
		if (data.readings.indexOf(slug) < index)
			report(['readings', index], `“${slug}” stands twice in “readings”`, 'remove one of them');
		if (!module.data.readings.includes(slug))
			report(
				['readings', index],
				`“${slug}” is not a reading of the module`,
				`use one of: ${module.data.readings.join(', ')}`,
			);
	}
	for (const { path, value } of walk(data)) {
		const key = path.at(-1);
		if (key === 'reading' && typeof value === 'string' && path.length === 3) inLesson(value, path);
		if (key === 'misconception' && typeof value === 'string' && !wrongIdeas.has(value))
			report(path, `“${value}” is not a misconception`, 'use an id of misconceptions.yaml, or add it there');
		if (isSpanRef(value)) {
			inLesson(value.reading, path);
			const reading = readings.get(value.reading)?.reading;
			if (reading && !spanOf(reading, value.span))
				report(
					path,
					`“${value.reading}” has no span “${value.span}”`,
					'use the id of a span that the reading has, or mark it up there',
				);
		}
		if (!isRun(value)) continue;
		if (value.term !== undefined && !terms.has(value.term))
			report(path, `“${value.term}” is not in the glossary`, 'use an id of glossary.yaml, or add it there');
		if (value.exact === undefined) continue;
		const account = accountOf(value.exact, path, data);
		if (account === undefined)
			report(path, `it is not said whose words “${value.text}” are`, 'add {from=slug} after the exact words');
		else if (!module.data.readings.includes(account))
			report(
				path,
				`“${account}” is not a reading of the module`,
				`use one of: ${module.data.readings.join(', ')}`,
			);
	}
}

function checkSteps(data: LessonFile, { skills }: ContentSource, module: ModuleSource, report: Report): void {
	const readings = readingsOf(module);
	const skillIds = new Set(skills.data.skills.map(({ id }) => id));
	const seen = new Set<string>(['summary']);
	for (const [index, step] of data.steps.entries()) {
		if (seen.has(step.id))
			report(
				['steps', index, 'id'],
				`the step id “${step.id}” is taken`,
				'give each step of a lesson its own id; “summary” is reserved',
			);
		seen.add(step.id);
		if (!isAuthoredItem(step)) continue;
		if (!skillIds.has(step.skill))
			report(['steps', index, 'skill'], `“${step.skill}” is not a skill`, 'use an id of skills.yaml');
		for (const { path, message, advice } of checkItem(step, readings))
			report(['steps', index, ...path], message, advice);
	}
	if (data.mode === 'check') return;
	const items = [...data.steps.entries()].filter(([, step]) => isAuthoredItem(step));
	for (const [index, step] of items.slice(-doneAlone))
		if (isAuthoredItem(step) && step.hints.length > 0)
			report(
				['steps', index, 'hints'],
				`one of the last ${doneAlone} items has hints`,
				'a lesson ends with items done alone: remove them here',
			);
}

/** Every piece of feedback must say something of its own within its item. */
function checkFeedback(data: LessonFile, report: Report): void {
	for (const [index, step] of data.steps.entries()) {
		const said = new Set<string>();
		for (const { path, value } of walk(step, ['steps', index])) {
			if (!feedbackKeys.has(path.at(-1) ?? '') || !isRichText(value)) continue;
			const text = plainText(value).trim();
			if (generic.test(text))
				report(path, `“${text}” teaches nothing`, 'say why this answer tempts and why it is right or wrong');
			else if (said.has(text))
				report(
					path,
					'this feedback stands twice in the item',
					'give every option and every wrong answer its own',
				);
			said.add(text);
		}
	}
}

function checkBalance(data: LessonFile, report: Report): void {
	const passages = judgedPassages(data.steps.filter(isAuthoredItem));
	if (passages.length < balance.from) return;
	const share = passages.filter((quality) => quality === 'sound').length / passages.length;
	if (share < balance.min || share > balance.max)
		report(
			['steps'],
			`${Math.round(share * 100)} % of the ${passages.length} judged passages are sound`,
			`keep it between ${balance.min * 100} and ${balance.max * 100} %, so that neither suspicion nor trust alone wins`,
		);
}

function checkMinutes(data: LessonFile, { readings }: ModuleSource, report: Report): void {
	const measured = Math.round(measureMinutes(data, readings));
	if (Math.abs(measured - data.minutes) > 1)
		report(
			['minutes'],
			`this lesson takes about ${measured} minutes, not ${data.minutes}`,
			`write “minutes: ${measured}”, or shorten it`,
		);
}
