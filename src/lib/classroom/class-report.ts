import type { Lesson } from '../content/compile-content.ts';
import type { Finding } from '../engine/interactions/interaction.ts';
import type { Mark } from '../engine/interactions/mark/mark.ts';
import { interactionOf } from '../engine/interactions/registry.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import { isJudged } from '../engine/item-progress.ts';
import { itemsOf, type LessonPlan } from '../engine/lesson-plan.ts';
import { judgementsOf, type Judgement } from '../learner/judgements.ts';
import { alphaOf, discriminationsOf, facilityOf, meanOf } from './item-statistics.ts';
import type { Grade, GradedLesson } from './regrade.ts';

/** One learner of a class: what they handed in, judged anew, by lesson id. */
export type ClassMember = { key: string; who: string; lessons: ReadonlyMap<string, GradedLesson> };

/** The parts of a lesson that reports are made from. */
export type ReportedLesson = LessonPlan & Pick<Lesson, 'title' | 'skills' | 'settings' | 'readings'>;

export const judgedItems = (lesson: ReportedLesson): Item[] => itemsOf(lesson).filter(isJudged);

/** The grades of everybody who answered an item. */
const gradesOf = (members: readonly ClassMember[], lesson: string, item: string): Grade[] =>
	members.flatMap(({ lessons }) => lessons.get(lesson)?.grades.get(item) ?? []);

/** First tries of one skill: the mean share of their points, 0…1, and how many there were. */
export type SkillCell = { share: number; answers: number };

export type SkillMap = {
	skills: { id: string; title: string }[];
	/** By skill id; skills without an answer are missing. */
	whole: ReadonlyMap<string, SkillCell>;
	members: { key: string; who: string; cells: ReadonlyMap<string, SkillCell> }[];
};

function skillCells(
	members: readonly ClassMember[],
	lessons: readonly ReportedLesson[],
): Map<string, SkillCell> {
	const shares = new Map<string, number[]>();
	for (const lesson of lessons)
		for (const { id, skill } of judgedItems(lesson)) {
			const own = shares.get(skill) ?? [];
			for (const { first } of gradesOf(members, lesson.id, id)) own.push(first.share);
			if (own.length > 0) shares.set(skill, own);
		}
	return new Map(
		[...shares].map(([skill, own]) => [skill, { share: meanOf(own) ?? 0, answers: own.length }]),
	);
}

/** How each learner and the class did skill by skill, by first tries. Skills come in the order of the lessons. */
export function skillMapOf(members: readonly ClassMember[], lessons: readonly ReportedLesson[]): SkillMap {
	const skills = new Map(
		lessons.flatMap((lesson) => {
			const used = new Set(judgedItems(lesson).map(({ skill }) => skill));
			return lesson.skills
				.filter(({ id }) => used.has(id))
				.map(({ id, title }) => [id, { id, title }] as const);
		}),
	);
	return {
		skills: [...skills.values()],
		whole: skillCells(members, lessons),
		members: members.map((member) => ({
			key: member.key,
			who: member.who,
			cells: skillCells([member], lessons),
		})),
	};
}

/** A wrong answer that several learners gave at first. `finding` is one of theirs. */
export type Mistake = { finding: Finding; count: number; misconception?: string };

/** What first tries say of one item. */
export type ItemReport = {
	lesson: ReportedLesson;
	item: Item;
	/** How many answered. */
	answers: number;
	/** How many got all of it at first. */
	right: number;
	facility: number | null;
	/** Over those who answered the whole lesson. */
	discrimination: number | null;
	/** How many were sure and didn’t get all of it. */
	sureButWrong: number;
	mistake: Mistake | undefined;
};

/** Wrong marks are one mistake where they stand in one tempting place, else by the words they cover. */
const mistakeKey = ({ kind, part, answer }: Finding, item: Item): string =>
	item.type === 'mark' && kind === 'wrong' && answer
		? `${kind} ${answer}`
		: `${kind} ${part} ${answer ?? ''}`;

const isMistake = ({ kind }: Finding): boolean => kind !== 'right' && kind !== 'arguable';

/** The mistake that most have made; of two as frequent, the one that came first in the order of the item’s parts. */
export function commonMistake(item: Item, grades: readonly Grade[]): Mistake | undefined {
	const mistakes = new Map<string, { finding: Finding; count: number }>();
	for (const { first } of grades) {
		const own = new Map(
			first.outcome.findings.filter(isMistake).map((finding) => [mistakeKey(finding, item), finding]),
		);
		for (const [key, finding] of own)
			mistakes.set(key, { finding, count: (mistakes.get(key)?.count ?? 0) + 1 });
	}
	const keys = [...mistakes.keys()].sort();
	const [most] = keys.flatMap((key) => mistakes.get(key) ?? []).sort((a, b) => b.count - a.count);
	if (!most) return undefined;
	const { misconception } = interactionOf(item).feedback(most.finding, item);
	return { ...most, ...(misconception && { misconception }) };
}

export type LessonReport = {
	lesson: ReportedLesson;
	items: ItemReport[];
	/** Cronbach’s α over those who answered every judged item; `complete` is how many they are. */
	alpha: number | null;
	complete: number;
};

/** First-try shares of those who answered every judged item of a lesson, a row each. */
function completeRows(members: readonly ClassMember[], lesson: ReportedLesson): number[][] {
	const items = judgedItems(lesson);
	return members
		.map(({ lessons }) => {
			const grades = lessons.get(lesson.id)?.grades;
			return items.flatMap(({ id }) => grades?.get(id)?.first.share ?? []);
		})
		.filter((row) => row.length === items.length && row.length > 0);
}

export function lessonReportOf(members: readonly ClassMember[], lesson: ReportedLesson): LessonReport {
	const rows = completeRows(members, lesson);
	const discriminations = discriminationsOf(rows);
	const items = judgedItems(lesson).map((item, index): ItemReport => {
		const grades = gradesOf(members, lesson.id, item.id);
		const isRight = ({ first }: Grade) => first.share === 1;
		return {
			lesson,
			item,
			answers: grades.length,
			right: grades.filter(isRight).length,
			facility: facilityOf(grades.map(({ first }) => first.share)),
			discrimination: discriminations[index] ?? null,
			sureButWrong: grades.filter((grade) => grade.first.confidence === 'sure' && !isRight(grade)).length,
			mistake: commonMistake(item, grades),
		};
	});
	return { lesson, items, alpha: alphaOf(rows), complete: rows.length };
}

/** Every judgement that the class made in first tries. */
export const judgementsIn = (
	members: readonly ClassMember[],
	lessons: readonly ReportedLesson[],
): Judgement[] =>
	lessons.flatMap((lesson) =>
		judgedItems(lesson).flatMap((item) =>
			gradesOf(members, lesson.id, item.id).flatMap(({ first }) => judgementsOf(item, first.response)),
		),
	);

const isMarks = (response: unknown): response is Mark[] => Array.isArray(response);

/** What each learner marked at first. */
export const marksOf = (members: readonly ClassMember[], lesson: string, item: string): Mark[][] =>
	gradesOf(members, lesson, item)
		.map(({ first }) => first.response)
		.filter(isMarks);

/** Fewer whole lessons than this say nothing about how questions go together. */
export const enoughForItems = 10;

/** How many to talk about: what fits in the beginning of a lesson. */
const topics = 3;

/** Fewer answers than this say nothing about a class. */
const enoughAnswers = 2;

/** What most of the class missed weighs most; a wrong answer that many share, and one that they were sure of, add to it. */
const needOf = ({ answers, facility, mistake, sureButWrong }: ItemReport): number =>
	1 - (facility ?? 1) + 0.5 * ((mistake?.count ?? 0) / answers) + 0.25 * (sureButWrong / answers);

/** The three items most worth talking about: those with the greatest need, each of another skill where there is a choice. */
export function topicsOf(reports: readonly LessonReport[]): ItemReport[] {
	const ranked = reports
		.flatMap(({ items }) => items)
		.filter(({ answers, facility }) => answers >= enoughAnswers && (facility ?? 1) < 1)
		.toSorted((a, b) => needOf(b) - needOf(a));
	const firstOfSkill = ranked.filter(
		({ item }, index) => ranked.findIndex((other) => other.item.skill === item.skill) === index,
	);
	const others = ranked.filter((report) => !firstOfSkill.includes(report));
	return [...firstOfSkill, ...others].slice(0, topics);
}
