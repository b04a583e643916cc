import { createHash } from 'node:crypto';
import { settingsOf, type AttemptSettings } from '../engine/attempt-settings.ts';
import { compileItem } from '../engine/interactions/compile-item.ts';
import type { Item } from '../engine/interactions/schemas.ts';
import { headlineOf, type Reading } from '../text/reading.ts';
import { reportOf, type ReportTable } from './coverage.ts';
import { readingsOf, type ContentSource, type ModuleSource } from './parse-content.ts';
import { markTerms } from './mark-terms.ts';
import { resolveExact } from './resolve-exact.ts';
import {
	isAuthoredItem,
	type Explanation,
	type GlossaryFile,
	type LessonFile,
	type MisconceptionsFile,
	type SkillsFile,
} from './schemas.ts';
import { isRun, isSpanRef, walk } from './walk.ts';

type Listed<F extends Record<K, unknown[]>, K extends keyof F> = F[K][number];

export type CompiledStep = Explanation | Item;

/**
 * The version of a compiled lesson's form. Devices keep lessons that attempts began with: raise this when today's pages
 * could not show them any more.
 */
export const lessonFormat = 1;

/** One lesson as its page gets it: everything that the page needs, and nothing else. */
export type Lesson = Pick<LessonFile, 'id' | 'title' | 'lens' | 'kind' | 'aim' | 'minutes' | 'takeaways'> & {
	format: typeof lessonFormat;
	steps: CompiledStep[];
	/** Of the content that a learner's answers hang on. */
	hash: string;
	settings: AttemptSettings;
	readings: Reading[];
	skills: Pick<Listed<SkillsFile, 'skills'>, 'id' | 'title' | 'gist'>[];
	terms: Listed<GlossaryFile, 'terms'>[];
	/** The lesson to go on with. */
	next?: { id: string; title: string };
	/** The earlier lesson that asks the same skills in the same way, item by item. */
	parallelTo?: string;
};

/** What the page of a lesson opens with; the lesson itself is loaded when somebody begins it or goes on with it. */
export type LessonOpening = Pick<
	Lesson,
	'id' | 'title' | 'lens' | 'aim' | 'minutes' | 'format' | 'hash' | 'settings' | 'next'
> & {
	/** Ids, in order. */
	steps: string[];
	/** Ids of those steps that are answered. */
	items: string[];
	/** Titles. */
	readings: string[];
};

/** What lists of lessons show. */
export type LessonOutline = Pick<Lesson, 'id' | 'title' | 'lens' | 'kind' | 'aim' | 'minutes' | 'hash'> & {
	items: string[];
	readings: string[];
};

export type ModuleOutline = {
	id: string;
	title: string;
	gist: string;
	lessons: LessonOutline[];
	readings: (Pick<Reading, 'slug' | 'title' | 'gist'> & { headline: string })[];
};

/** What teachers see of a module: the notes of every lesson, and what the module covers. */
export type ModuleForTeachers = {
	title: string;
	lessons: (Pick<LessonFile, 'id' | 'title' | 'aim' | 'minutes' | 'teacher'> & { skills: string[] })[];
	report: ReportTable[];
};

export type CompiledContent = {
	modules: ModuleOutline[];
	lessons: Lesson[];
	readings: Reading[];
	forTeachers: ModuleForTeachers[];
	/** In the order in which they are learned. */
	skills: Listed<SkillsFile, 'skills'>[];
	misconceptions: Listed<MisconceptionsFile, 'misconceptions'>[];
};

const isItem = (step: CompiledStep): step is Item => step.type !== 'explanation';

/** The reading with only the spans that the lesson points to, and its words only where marks are made in it. */
const pruned = (reading: Reading, used: ReadonlySet<string>, isMarked: boolean): Reading => ({
	...reading,
	spans: reading.spans.filter(({ id }) => used.has(`${reading.slug}#${id}`)),
	cut: isMarked ? reading.cut : { words: [], sentences: [] },
});

function compileLesson(file: LessonFile, content: ContentSource, module: ModuleSource): Lesson {
	const { id, title, lens, kind, aim, minutes, takeaways, steps, ...rest } = markTerms(
		resolveExact(file),
		content.glossary.data.terms,
	);
	const spans = new Set<string>();
	const terms = new Set<string>();
	for (const { value } of walk([steps, takeaways])) {
		if (isSpanRef(value)) spans.add(`${value.reading}#${value.span}`);
		if (isRun(value) && value.term) terms.add(value.term);
	}
	const readings = rest.readings.flatMap((slug) => {
		const source = module.readings.get(slug);
		if (!source) return [];
		for (const { kind, id } of source.reading.styles) if (kind === 'term' && id) terms.add(id);
		const isMarked = steps.some((step) => step.type === 'mark' && step.reading === slug);
		return [pruned(source.reading, spans, isMarked)];
	});
	const filled = steps.map((step) => (isAuthoredItem(step) ? compileItem(step, readingsOf(module)) : step));
	const skillIds = new Set(filled.filter(isItem).map(({ skill }) => skill));
	const order = module.module.data.lessons;
	const next = module.lessons.get(order[order.indexOf(id) + 1] ?? '')?.data;
	const { mode, tries, hintCost, parallelTo } = rest;
	return {
		id,
		title,
		lens,
		kind,
		aim,
		minutes,
		takeaways,
		format: lessonFormat,
		steps: filled,
		hash: createHash('sha256')
			.update(JSON.stringify([filled, readings]))
			.digest('hex')
			.slice(0, 16),
		settings: settingsOf({ mode, tries, hintCost }),
		readings,
		skills: content.skills.data.skills.filter((skill) => skillIds.has(skill.id)),
		terms: content.glossary.data.terms.filter((term) => terms.has(term.id)),
		...(next && { next: { id: next.id, title: next.title } }),
		...(parallelTo && { parallelTo }),
	};
}

const outlineOf = ({
	id,
	title,
	lens,
	kind,
	aim,
	minutes,
	hash,
	steps,
	readings,
}: Lesson): LessonOutline => ({
	id,
	title,
	lens,
	kind,
	aim,
	minutes,
	hash,
	items: steps.filter(isItem).map((step) => step.id),
	readings: readings.map(({ slug }) => slug),
});

export const openingOf = ({
	id,
	title,
	lens,
	aim,
	minutes,
	format,
	hash,
	settings,
	next,
	steps,
	readings,
}: Lesson): LessonOpening => ({
	id,
	title,
	lens,
	aim,
	minutes,
	format,
	hash,
	settings,
	...(next && { next }),
	steps: steps.map((step) => step.id),
	items: steps.filter(isItem).map((step) => step.id),
	readings: readings.map((reading) => reading.title),
});

function compileForTeachers(content: ContentSource, module: ModuleSource): ModuleForTeachers {
	const titles = new Map(content.skills.data.skills.map(({ id, title }) => [id, title]));
	const { title, lessons: order } = module.module.data;
	const lessons = order.flatMap((id) => {
		const file = module.lessons.get(id)?.data;
		if (!file) return [];
		const skills = new Set(file.steps.filter(isAuthoredItem).map(({ skill }) => titles.get(skill) ?? skill));
		const { title, aim, minutes, teacher } = file;
		return [{ id, title, aim, minutes, teacher, skills: [...skills] }];
	});
	return { title, lessons, report: reportOf(content, module) };
}

/** Turns checked content into plain JSON for pages. */
export function compileContent(content: ContentSource): CompiledContent {
	const compiled = content.modules.map((source) => {
		const { id, title, gist, lessons: order, readings: slugs } = source.module.data;
		const lessons = order.flatMap((lesson) => {
			const file = source.lessons.get(lesson);
			return file ? [compileLesson(file.data, content, source)] : [];
		});
		const readings = slugs.flatMap((slug) => {
			const reading = source.readings.get(slug)?.reading;
			return reading
				? [{ slug, title: reading.title, gist: reading.gist, headline: headlineOf(reading) }]
				: [];
		});
		return { lessons, outline: { id, title, gist, lessons: lessons.map(outlineOf), readings } };
	});
	return {
		modules: compiled.map(({ outline }) => outline),
		lessons: compiled.flatMap(({ lessons }) => lessons),
		forTeachers: content.modules.map((module) => compileForTeachers(content, module)),
		skills: content.skills.data.skills,
		misconceptions: content.misconceptions.data.misconceptions,
		readings: content.modules.flatMap(({ readings }) =>
			[...readings.values()].map(({ reading }) => pruned(reading, new Set(), false)),
		),
	};
}
