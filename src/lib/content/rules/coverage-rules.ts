import { itemSchemas } from '../../engine/interactions/schemas.ts';
import { coverModule, type Coverage } from '../coverage.ts';
import type { ContentSource, ModuleSource } from '../parse-content.ts';
import type { Problem } from '../problem.ts';
import { isAuthoredItem, type LessonFile } from '../schemas.ts';
import type { Path, Source } from '../yaml-source.ts';

/** Answering by a rule may be right at most so much more often than chance. */
const maxAdvantage = 0.1;

/** Fewer answers than this say nothing about a rule. */
const enough = 20;

/** A lesson with at least so many items must not have more than half of one kind. */
const mixedFrom = 6;

type Report = (path: Path, message: string, advice: string) => void;

/** What a module promises to cover, and that its answers can't be had without reading. */
export function checkCoverage(content: ContentSource): Problem[] {
	return content.modules.flatMap((module) => {
		const problems: Problem[] = [];
		const reportIn =
			<T>({ file, locate }: Source<T>): Report =>
			(path, message, advice) =>
				problems.push({ file, ...locate(path), message, advice });
		const cover = coverModule(module);
		checkGoals(cover, content, module, reportIn(module.module));
		checkStatistics(cover, reportIn(module.module));
		for (const source of module.lessons.values()) {
			checkMix(source.data, reportIn(source));
			checkParallel(source.data, module, reportIn(source));
		}
		return problems;
	});
}

function checkGoals(
	cover: Coverage,
	{ skills, misconceptions }: ContentSource,
	{ module }: ModuleSource,
	report: Report,
): void {
	const { goals, readings } = module.data;
	if (!goals) return;
	const needs = (key: keyof typeof goals, what: string, has: number) => {
		if (has < goals[key])
			report(['goals', key], `${what}: ${has}, not ${goals[key]}`, 'write more, or lower the goal');
	};
	needs('items', 'items in the module', cover.items);
	for (const { id } of skills.data.skills)
		needs('itemsPerSkill', `items for “${id}”`, cover.skills.get(id) ?? 0);
	for (const { id } of misconceptions.data.misconceptions)
		needs('itemsPerMisconception', `items that reach “${id}”`, cover.misconceptions.get(id) ?? 0);
	const beside = cover.lessons.filter(({ kind }) => kind !== 'close-reading');
	for (const slug of readings)
		needs(
			'lessonsPerReading',
			`lessons with “${slug}” besides its close reading`,
			beside.filter((lesson) => lesson.readings.has(slug)).length,
		);
	needs(
		'interactions',
		'kinds of interaction',
		itemSchemas.filter(({ shape }) => cover.interactions.has(shape.type.value)).length,
	);
}

function checkStatistics({ statistics, sound, weak }: Coverage, report: Report): void {
	for (const { rule, right, chance, of } of statistics)
		if (of >= enough && right > chance + maxAdvantage)
			report(
				['lessons'],
				`“${rule}” is right in ${Math.round(right * 100)} % of ${of}, by chance in ${Math.round(chance * 100)} %`,
				'vary the place and the length of right options, and the quality of passages',
			);
	if (sound + weak >= enough && sound / (sound + weak) < 0.45)
		report(
			['lessons'],
			`only ${sound} of ${sound + weak} judged passages are sound`,
			'add sound passages, to at least 45 %',
		);
}

function checkMix(lesson: LessonFile, report: Report): void {
	const types = lesson.steps.filter(isAuthoredItem).map(({ type }) => type);
	if (types.length < mixedFrom) return;
	for (const type of new Set(types)) {
		const count = types.filter((other) => other === type).length;
		if (count > types.length / 2)
			report(
				['steps'],
				`${count} of ${types.length} items are “${type}”`,
				'let no kind be more than half of a lesson',
			);
	}
}

function checkParallel(lesson: LessonFile, { lessons }: ModuleSource, report: Report): void {
	if (!lesson.parallelTo) return;
	const other = lessons.get(lesson.parallelTo)?.data;
	if (!other) {
		report(['parallelTo'], `there is no lesson “${lesson.parallelTo}”`, 'name a lesson of the module');
		return;
	}
	const form = (of: LessonFile) =>
		of.steps.filter(isAuthoredItem).map(({ skill, type }) => `${skill} by ${type}`);
	const theirs = form(other);
	for (const [index, own] of form(lesson).entries())
		if (own !== theirs[index])
			report(
				['parallelTo'],
				`item ${index + 1} is ${own}, but in “${other.id}” it is ${theirs[index] ?? 'missing'}`,
				'keep both forms parallel, skill by skill',
			);
}
