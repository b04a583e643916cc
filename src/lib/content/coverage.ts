import { misconceptionsOf } from '../engine/interactions/misconceptions.ts';
import type { AuthoredItem } from '../engine/interactions/schemas.ts';
import { plainText } from '../text/rich-text.ts';
import { judgedPassages } from './balance.ts';
import { measureMinutes } from './measure.ts';
import type { ContentSource, ModuleSource } from './parse-content.ts';
import { isAuthoredItem, type LessonFile } from './schemas.ts';
import { isSpanRef, walk } from './walk.ts';

/** How often somebody is right who answers by a rule instead of reading. Shares of 0…1. */
export type AnswerStatistic = { rule: string; right: number; chance: number; of: number };

export type LessonCoverage = {
	id: string;
	title: string;
	kind: LessonFile['kind'];
	minutes: number;
	/** Not rounded. */
	measured: number;
	items: number;
	/** How many items, by key. */
	skills: Map<string, number>;
	interactions: Map<string, number>;
	readings: Set<string>;
	sound: number;
	weak: number;
};

export type Coverage = {
	lessons: LessonCoverage[];
	items: number;
	skills: Map<string, number>;
	interactions: Map<string, number>;
	/** How many items reach each misconception. */
	misconceptions: Map<string, number>;
	sound: number;
	weak: number;
	statistics: AnswerStatistic[];
};

const countBy = <T>(parts: readonly T[], key: (part: T) => string): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const part of parts) counts.set(key(part), (counts.get(key(part)) ?? 0) + 1);
	return counts;
};

const itemsIn = (lesson: LessonFile): AuthoredItem[] => lesson.steps.filter(isAuthoredItem);

function coverLesson(lesson: LessonFile, { readings }: ModuleSource): LessonCoverage {
	const items = itemsIn(lesson);
	const passages = judgedPassages(items);
	return {
		id: lesson.id,
		title: lesson.title,
		kind: lesson.kind,
		minutes: lesson.minutes,
		measured: measureMinutes(lesson, readings),
		items: items.length,
		skills: countBy(items, ({ skill }) => skill),
		interactions: countBy(items, ({ type }) => type),
		readings: new Set(
			[...walk(lesson.steps)].flatMap(({ value }) => (isSpanRef(value) ? [value.reading] : [])),
		),
		sound: passages.filter((quality) => quality === 'sound').length,
		weak: passages.filter((quality) => quality === 'weak').length,
	};
}

type Option = { length: number; isRight: boolean };

/** The share of right answers when one of the options that `pick` leaves is taken at random. */
function shareOf(items: readonly Option[][], pick: (options: Option[]) => Option[]): number {
	const shares = items.map((options) => {
		const left = pick(options);
		return left.filter(({ isRight }) => isRight).length / left.length;
	});
	return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

const ofLength = (options: Option[], choose: (...lengths: number[]) => number): Option[] => {
	const wanted = choose(...options.map(({ length }) => length));
	return options.filter(({ length }) => length === wanted);
};

function statisticsOf(items: readonly AuthoredItem[]): AnswerStatistic[] {
	const choices = items.flatMap((item): Option[][] =>
		item.type === 'choice' && item.select === 'one'
			? [item.options.map(({ text, correct }) => ({ length: plainText(text).length, isRight: correct }))]
			: [],
	);
	const chance = shareOf(choices, (options) => options);
	const of = choices.length;
	const rule = (name: string, pick: (options: Option[]) => Option[]) => ({
		rule: name,
		right: shareOf(choices, pick),
		chance,
		of,
	});
	const passages = judgedPassages(items);
	return [
		rule('always the first in the file', (options) => options.slice(0, 1)),
		rule('always the longest', (options) => ofLength(options, Math.max)),
		rule('always the shortest', (options) => ofLength(options, Math.min)),
		{
			rule: 'suspect every passage',
			right: passages.filter((quality) => quality === 'weak').length / Math.max(1, passages.length),
			chance: 0.5,
			of: passages.length,
		},
	];
}

/** What a module covers, and how well answering by a rule would do in it. */
export function coverModule(module: ModuleSource): Coverage {
	const files = module.module.data.lessons.flatMap((id) => module.lessons.get(id)?.data ?? []);
	const items = files.flatMap(itemsIn);
	const lessons = files.map((lesson) => coverLesson(lesson, module));
	return {
		lessons,
		items: items.length,
		skills: countBy(items, ({ skill }) => skill),
		interactions: countBy(items, ({ type }) => type),
		misconceptions: countBy(items.flatMap(misconceptionsOf), (id) => id),
		sound: lessons.reduce((sum, { sound }) => sum + sound, 0),
		weak: lessons.reduce((sum, { weak }) => sum + weak, 0),
		statistics: statisticsOf(items),
	};
}

/** A table of the report: plain cells, the first row the heading. */
export type ReportTable = { title: string; rows: string[][] };

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The coverage as tables, for the command and for teachers. */
export function reportOf(content: ContentSource, module: ModuleSource): ReportTable[] {
	const cover = coverModule(module);
	const { lessons } = cover;
	const heads = lessons.map(({ id }) => id);
	const cell = (count: number | undefined) => (count ? String(count) : '');
	const grid = (
		title: string,
		first: string,
		keys: string[],
		counts: (lesson: LessonCoverage) => Map<string, number>,
		totals: Map<string, number>,
	): ReportTable => ({
		title,
		rows: [
			[first, ...heads, 'all'],
			...keys.map((key) => [
				key,
				...lessons.map((lesson) => cell(counts(lesson).get(key))),
				cell(totals.get(key)) || '0',
			]),
		],
	});
	return [
		{
			title: 'Lessons',
			rows: [
				['lesson', 'items', 'minutes', 'measured', 'sound', 'weak', 'share sound'],
				...lessons.map(({ id, items, minutes, measured, sound, weak }) => [
					id,
					String(items),
					String(minutes),
					measured.toFixed(1),
					String(sound),
					String(weak),
					sound + weak > 0 ? percent(sound / (sound + weak)) : '',
				]),
				[
					'all',
					String(cover.items),
					String(lessons.reduce((sum, { minutes }) => sum + minutes, 0)),
					'',
					String(cover.sound),
					String(cover.weak),
					percent(cover.sound / Math.max(1, cover.sound + cover.weak)),
				],
			],
		},
		grid(
			'Skills by lesson',
			'skill',
			content.skills.data.skills.map(({ id }) => id),
			({ skills }) => skills,
			cover.skills,
		),
		grid(
			'Interactions by lesson',
			'interaction',
			[...cover.interactions.keys()].sort(),
			({ interactions }) => interactions,
			cover.interactions,
		),
		{
			title: 'Accounts by lesson',
			rows: [
				['account', ...heads],
				...module.module.data.readings.map((slug) => [
					slug,
					...lessons.map(({ readings }) => (readings.has(slug) ? '•' : '')),
				]),
			],
		},
		{
			title: 'Misconceptions',
			rows: [
				['misconception', 'items'],
				...content.misconceptions.data.misconceptions.map(({ id, name }) => [
					name,
					String(cover.misconceptions.get(id) ?? 0),
				]),
			],
		},
		{
			title: 'Answering by a rule instead of reading',
			rows: [
				['rule', 'right', 'by chance', 'of'],
				...cover.statistics.map(({ rule, right, chance, of }) => [
					rule,
					percent(right),
					percent(chance),
					String(of),
				]),
			],
		},
	];
}
