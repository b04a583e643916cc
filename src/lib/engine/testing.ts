/** Builders and arbitraries for tests of the engine. No page loads this file. */
import fc from 'fast-check';
import { cutText } from '../text/cut-text.ts';
import type { Block, Reading } from '../text/reading.ts';
import type { RichText } from '../text/rich-text.ts';
import type { SpanRef } from '../text/schema.ts';
import { wordCount, type WordRange } from '../text/words.ts';
import type { AttemptEvent, AttemptRecord } from './attempt-record.ts';
import { settingsOf, type AttemptSettings } from './attempt-settings.ts';
import type { AssociateItem, Candidate } from './interactions/associate/schema.ts';
import type { ChoiceItem } from './interactions/choice/schema.ts';
import type { ExtendedTextItem } from './interactions/extended-text/schema.ts';
import type { InlineChoiceItem } from './interactions/inline-choice/schema.ts';
import type { Mark } from './interactions/mark/mark.ts';
import type { AuthoredMarkItem, KeyMark, MarkItem } from './interactions/mark/schema.ts';
import type { MatchItem } from './interactions/match/schema.ts';
import type { OrderItem } from './interactions/order/schema.ts';
import { interactionOf } from './interactions/registry.ts';
import type { Item } from './interactions/schemas.ts';
import { confidenceLevels } from './confidence.ts';
import { untouched, type ItemProgress, type Try } from './item-progress.ts';
import type { LearnerAction } from './lesson-machine.ts';
import { itemsOf, summaryStep, type LessonPlan } from './lesson-plan.ts';

export const rich = (text: string): RichText => [{ text }];

const shared = (id: string) => ({
	id,
	skill: 'sourcing/attribution',
	passages: [],
	prompt: rich(`The question of ${id}`),
	evidence: [{ reading: 'account', span: 'lead' }],
	explanation: rich(`The explanation of ${id}`),
	hints: [],
	confidence: false,
});

type Option = ChoiceItem['options'][number];

export const option = (id: string, correct = false, more: Partial<Option> = {}): Option => ({
	id,
	text: rich(`Option ${id}`),
	correct,
	feedback: rich(`About option ${id}`),
	...more,
});

/** A choice of one: `a` is right, `b` and `c` are wrong. */
export const choiceItem = (change: Partial<ChoiceItem> = {}): ChoiceItem => ({
	...shared(change.id ?? 'choice'),
	type: 'choice',
	select: 'one',
	order: 'seeded',
	options: [option('a', true), option('b'), option('c')],
	...change,
});

/** A choice of many: `a`, `b` and `c` are right, `d` and `e` are wrong. */
export const manyItem = (change: Partial<ChoiceItem> = {}): ChoiceItem =>
	choiceItem({
		id: 'many',
		select: 'many',
		options: [option('a', true), option('b', true), option('c', true), option('d'), option('e')],
		...change,
	});

type Snippet = MatchItem['snippets'][number];

export const category = (id: string) => ({ id, text: `Category ${id}`, sign: rich(`The sign of ${id}`) });

export const snippet = (id: string, categoryId: string, more: Partial<Snippet> = {}): Snippet => ({
	id,
	text: rich(`Snippet ${id}`),
	category: categoryId,
	feedback: rich(`Why ${id} belongs there`),
	tempting: [],
	...more,
});

/** Three snippets: `s1` and `s2` belong to `x`, `s3` to `y`; nothing belongs to `z`. */
export const matchItem = (change: Partial<MatchItem> = {}): MatchItem => ({
	...shared(change.id ?? 'match'),
	type: 'match',
	categories: [category('x'), category('y'), category('z')],
	snippets: [snippet('s1', 'x'), snippet('s2', 'x'), snippet('s3', 'y')],
	...change,
});

/** A span of the account of these tests. */
export const ref = (span: string): SpanRef => ({ reading: 'account', span });

/** The account: a headline and paragraphs `p1`, `p2` …; a span stands where its words first do. */
export function readingOf(
	headline: string,
	paragraphs: readonly string[],
	spans: Readonly<Record<string, string>> = {},
): Reading {
	const text = [headline, ...paragraphs].join('\n\n');
	const headBlock: Block = { id: 'headline', part: 'headline', start: 0, end: headline.length };
	const blocks = paragraphs.reduce<Block[]>(
		(before, paragraph, index) => {
			const start = (before.at(-1)?.end ?? 0) + 2;
			return [...before, { id: `p${index + 1}`, part: 'paragraph', start, end: start + paragraph.length }];
		},
		[headBlock],
	);
	const toSpan = ([id, words]: [string, string]) => {
		const start = text.indexOf(words);
		if (start < 0) throw new TypeError(`“${words}” does not stand in the account`);
		return { id, labels: [], start, end: start + words.length };
	};
	return {
		slug: 'account',
		title: 'An account',
		gist: 'What it says',
		text,
		blocks,
		styles: [],
		spans: Object.entries(spans).map(toSpan),
		cut: cutText(text, blocks),
	};
}

export const range = (from: number, to: number): WordRange => ({ from, to });

export const made = (from: number, to: number, label = 'x'): Mark => ({ from, to, label });

export const label = (id: string) => ({ id, text: `Label ${id}`, sign: rich(`The sign of ${id}`) });

export const keyMark = (
	span: string,
	labelId: string,
	core: WordRange,
	more: Partial<KeyMark> = {},
): KeyMark => ({
	span: ref(span),
	label: labelId,
	core,
	loose: [],
	given: false,
	feedback: rich(`Why ${span} is marked`),
	...more,
});

const markBase = (id: string) => ({
	...shared(id),
	type: 'mark' as const,
	reading: 'account',
	start: 'bare' as const,
	labels: [label('x'), label('y')],
	key: [],
	arguable: [],
	clean: [],
	otherwise: rich('Nothing to mark here'),
	wrong: [],
});

/** In 200 words: `k1` and `k3` are to be marked with `x`, `k2` with `y`; one place is arguable, one is clean. */
export const markItem = (change: Partial<MarkItem> = {}): MarkItem => ({
	...markBase(change.id ?? 'mark'),
	field: range(0, 200),
	key: [
		keyMark('k1', 'x', range(10, 20)),
		keyMark('k2', 'y', range(40, 50)),
		keyMark('k3', 'x', range(70, 80)),
	],
	arguable: [{ span: ref('arguable'), note: rich('Why readers differ'), words: range(100, 110) }],
	clean: [
		{ span: ref('clean'), feedback: rich('Why it tempts'), misconception: 'm', words: range(130, 140) },
	],
	limit: 6,
	...change,
});

type AuthoredKey = AuthoredMarkItem['key'][number];

/** A key mark as it stands in a lesson, before it is put into words. */
export const authoredKey = (span: string, labelId: string, more: Partial<AuthoredKey> = {}): AuthoredKey => ({
	span: ref(span),
	label: labelId,
	given: false,
	feedback: rich(`Why ${span} is marked`),
	...more,
});

/** As it stands in a lesson: labels `x` and `y`, nothing in the key yet. */
export const authoredMarkItem = (change: Partial<AuthoredMarkItem> = {}): AuthoredMarkItem => ({
	...markBase(change.id ?? 'mark'),
	...change,
});

export const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
	id,
	span: ref(id),
	feedback: rich(`About ${id}`),
	text: rich(`The words of ${id}`),
	...more,
});

/** `a1` and `b1` contradict each other in a number. */
export const associateItem = (change: Partial<AssociateItem> = {}): AssociateItem => ({
	...shared(change.id ?? 'associate'),
	type: 'associate',
	a: [candidate('a1'), candidate('a2', { misconception: 'm-a2' })],
	b: [candidate('b1'), candidate('b2'), candidate('b3')],
	pair: ['a1', 'b1'],
	sameMatter: true,
	sameMatterFeedback: rich('Why it is the same matter'),
	relation: 'contradicts',
	relationFeedback: rich('Why they contradict each other'),
	clash: 'number',
	clashFeedback: rich('Why the numbers clash'),
	tempting: [
		{ relation: 'update', feedback: rich('Why update tempts'), misconception: 'm-update' },
		{ clash: 'time', feedback: rich('Why time tempts') },
	],
	...change,
});

/** A chain of links, in the right order. */
export const orderItem = (
	ids: readonly string[] = ['l1', 'l2', 'l3', 'l4'],
	change: Partial<OrderItem> = {},
): OrderItem => ({
	...shared('order'),
	type: 'order',
	first: 'earliest',
	last: 'latest',
	links: ids.map((id) => ({ id, text: rich(`Link ${id}`), feedback: rich(`Why ${id} stands there`) })),
	...change,
});

type Gap = InlineChoiceItem['gaps'][number];

export const gap = (id: string, options: Partial<Gap['options'][number]>[]): Gap => ({
	id,
	name: `Gap ${id}`,
	options: options.map((change, index) => ({
		id: `o${index + 1}`,
		text: `Option ${index + 1} of ${id}`,
		correct: false,
		feedback: rich(`About option ${index + 1} of ${id}`),
		...change,
	})),
});

/** Two gaps: `o1` is right in `verb`, `o2` in `adverb`. */
export const inlineChoiceItem = (change: Partial<InlineChoiceItem> = {}): InlineChoiceItem => ({
	...shared(change.id ?? 'inline-choice'),
	type: 'inline-choice',
	text: rich('The spokesman {verb} it {adverb}.'),
	gaps: [
		gap('verb', [{ correct: true }, { misconception: 'm' }]),
		gap('adverb', [{}, { correct: true }, {}]),
	],
	...change,
});

/** At least five words; the model answer has two paragraphs. */
export const extendedTextItem = (change: Partial<ExtendedTextItem> = {}): ExtendedTextItem => ({
	...shared(change.id ?? 'extended-text'),
	type: 'extended-text',
	atLeast: 5,
	model: [
		[{ text: 'Planes landed, the ' }, { text: 'ministry', em: true }, { text: ' says.' }],
		rich('So far.'),
	],
	rubric: [
		{ id: 'source', text: rich('It names the source') },
		{ id: 'open', text: rich('It says what is open') },
	],
	...change,
});

export const explanation = (id: string) => ({ type: 'explanation' as const, id });

export const planOf = (...steps: LessonPlan['steps']): LessonPlan => ({ id: 'lesson', hash: 'hash', steps });

/** A try that got `score` of `maxScore` points. */
export const tryOf = (score: number, maxScore = 1): Try => ({
	response: [],
	outcome: { type: 'scored', score, maxScore, findings: [] },
	hints: 0,
	at: 0,
});

export const progressWith = (change: Partial<ItemProgress>): ItemProgress => ({ ...untouched, ...change });

export const startedEvent = (
	settings: AttemptSettings = settingsOf({}),
	attempt = 'attempt-1',
): AttemptRecord[0] => ({
	attempt,
	seq: 0,
	type: 'started',
	version: 1,
	lesson: 'lesson',
	hash: 'hash',
	seed: 7,
	settings,
	at: 0,
});

export function recordOf(
	actions: readonly LearnerAction[],
	settings?: AttemptSettings,
	attempt = 'attempt-1',
): AttemptRecord {
	const kept = actions.map((action, index) => ({ attempt, seq: index + 1, ...action }));
	return [startedEvent(settings, attempt), ...kept];
}

// “constructor” is an id like any other: look-ups must not find what every object inherits.
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'constructor', 'to-string'];

const anyIds = (minLength: number, maxLength: number) => fc.shuffledSubarray(ids, { minLength, maxLength });

/** A choice that keeps the rules of the format: one right option, or several but not all. */
export const anyChoice: fc.Arbitrary<ChoiceItem> = fc
	.record({ select: fc.constantFrom('one' as const, 'many' as const), all: anyIds(2, 8), hints: fc.nat(2) })
	.chain(({ select, all, hints }) =>
		fc.subarray(all, { minLength: 1, maxLength: select === 'one' ? 1 : all.length - 1 }).map((right) =>
			choiceItem({
				select,
				hints: Array.from({ length: hints }, (_, index) => rich(`Hint ${index + 1}`)),
				options: all.map((id) => option(id, right.includes(id))),
			}),
		),
	);

const anyMatch: fc.Arbitrary<MatchItem> = fc
	.record({ categories: anyIds(2, 6), snippets: anyIds(2, 10) })
	.chain(({ categories, snippets }) =>
		fc
			.tuple(...snippets.map((id) => fc.constantFrom(...categories).map((to) => snippet(id, to))))
			.map((parts) => matchItem({ categories: categories.map(category), snippets: parts })),
	);

const anyZone = fc.record({
	role: fc.constantFrom(
		'key' as const,
		'key' as const,
		'arguable' as const,
		'clean' as const,
		'plain' as const,
	),
	pick: fc.nat(),
	hasEdge: fc.boolean(),
	given: fc.boolean(),
});

/** A field cut at random into places that are to be marked, arguable, clean or plain; at least one is to be marked. */
export const anyMark: fc.Arbitrary<MarkItem> = fc
	.record({
		start: fc.nat(50),
		length: fc.integer({ min: 10, max: 200 }),
		labels: anyIds(1, 5),
		cuts: fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { minLength: 3, maxLength: 16, size: 'max' }),
		zones: fc.array(anyZone, { minLength: 16, maxLength: 16 }),
		isHalfMarked: fc.boolean(),
	})
	.map(({ start, length, labels, cuts, zones, isHalfMarked }) => {
		const edges = [...new Set(cuts.map((cut) => start + (cut % length)))].sort((a, b) => a - b);
		const places = edges.slice(1).map((to, index) => ({
			...zones[index],
			span: `span-${index}`,
			words: range(edges[index] ?? start, to),
		}));
		const inRole = (role: string) => places.filter((place) => place.role === role);
		const key = inRole('key').map(({ span, words, pick = 0, hasEdge, given = false }) => {
			const first = hasEdge && wordCount(words) > 1 ? words.from + 1 : words.from;
			return keyMark(span, labels[pick % labels.length] ?? '', range(first, words.to), {
				loose: first > words.from ? [range(words.from, first)] : [],
				given: isHalfMarked && given,
			});
		});
		return markItem({
			start: isHalfMarked && key.some(({ given }) => given) ? 'half-marked' : 'bare',
			labels: labels.map(label),
			field: range(start, start + length),
			key,
			arguable: inRole('arguable').map(({ span, words }) => ({ span: ref(span), note: rich(span), words })),
			clean: inRole('clean').map(({ span, words }) => ({ span: ref(span), feedback: rich(span), words })),
			limit: 40,
		});
	})
	.filter(({ key }) => key.some(({ given }) => !given));

/** Marks that somebody could make, overlapping ones too. */
export const anyMarks = ({ field, labels }: MarkItem, minLength = 1): fc.Arbitrary<Mark[]> =>
	fc.array(
		fc
			.tuple(
				fc.integer({ min: field.from, max: field.to - 1 }),
				fc.integer({ min: 1, max: 30 }),
				fc.constantFrom(...labels),
			)
			.map(([from, length, { id }]) => made(from, Math.min(from + length, field.to), id)),
		{ minLength, maxLength: 8 },
	);

/** An item of the two oldest interactions; the others have tests of their own. */
export type TestItem = ChoiceItem | MatchItem;

export const anyItem: fc.Arbitrary<TestItem> = fc.oneof<fc.Arbitrary<TestItem>[]>(anyChoice, anyMatch);

const anyMode = fc.constantFrom('practice' as const, 'check' as const);

const anySettings: fc.Arbitrary<AttemptSettings> = fc.record({
	mode: anyMode,
	tries: fc.integer({ min: 1, max: 4 }),
	hints: fc.boolean(),
	hintCost: fc.constantFrom(0, 0.25, 0.5, 1),
	confidence: fc.boolean(),
	order: fc.constantFrom('seeded' as const, 'authored' as const),
});

/** A lesson of one to four steps, each with an id of its own. */
const anyPlan: fc.Arbitrary<LessonPlan> = fc
	.array(fc.tuple(fc.option(anyItem, { nil: undefined }), fc.boolean()), { minLength: 1, maxLength: 4 })
	.map((parts) =>
		planOf(
			...parts.map(([item, confidence], index) =>
				item ? { ...item, id: `step-${index}`, confidence } : explanation(`step-${index}`),
			),
		),
	);

/** An answer that can be scored. */
export function anyAnswer(item: Item): fc.Arbitrary<unknown> {
	if (item.type === 'choice') {
		const all = item.options.map(({ id }) => id);
		return fc.subarray(all, { minLength: 1, maxLength: item.select === 'one' ? 1 : all.length });
	}
	if (item.type !== 'match') return fc.constant(interactionOf(item).correctResponse(item));
	const categories = item.categories.map(({ id }) => id);
	const pairs = item.snippets.map(({ id }) => fc.tuple(fc.constant(id), fc.constantFrom(...categories)));
	return fc.tuple(...pairs).map((entries) => Object.fromEntries(entries));
}

const anyJson = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

/** Anything that could stand in a record as a response: an answer, a part of one, or nonsense. */
export const anyResponse = (item: Item): fc.Arbitrary<unknown> =>
	fc.oneof(
		{ weight: 4, arbitrary: fc.constant(interactionOf(item).correctResponse(item)) },
		{ weight: 6, arbitrary: anyAnswer(item) },
		fc.constantFrom(undefined, [], {}, ['nobody'], { nobody: 'nowhere' }),
		anyJson,
	);

/** Anything a learner may do in a lesson, with some events that fit nothing in it. */
export function anyAction(plan: LessonPlan): fc.Arbitrary<LearnerAction> {
	const places = [...plan.steps.map(({ id }) => id), summaryStep, 'nowhere', '__proto__', 'constructor'];
	const at = fc.nat(1_000_000);
	const place = fc.constantFrom(...places);
	const confidence = fc.option(fc.constantFrom(...confidenceLevels), { nil: undefined });
	const items = itemsOf(plan);
	const about = items.map((item) => {
		const itself = fc.constant(item.id);
		const response = anyResponse(item);
		return fc.oneof(
			fc.record({ type: fc.constant('respond' as const), item: itself, response, at }),
			{
				weight: 3,
				arbitrary: fc
					.tuple(fc.record({ type: fc.constant('check' as const), item: itself, response, at }), confidence)
					.map(([check, sure]): LearnerAction => (sure ? { ...check, confidence: sure } : check)),
			},
			{ weight: 2, arbitrary: fc.record({ type: fc.constant('retry' as const), item: itself, at }) },
			fc.record({ type: fc.constantFrom('hint' as const, 'reveal' as const), item: itself, at }),
		);
	});
	return fc.oneof(
		{ weight: 3, arbitrary: fc.record({ type: fc.constant('go' as const), to: place, at }) },
		...about.map((arbitrary) => ({ weight: 4, arbitrary })),
		fc.record({ type: fc.constant('finish' as const), at }),
		fc.record({ type: fc.constantFrom('hint' as const, 'retry' as const), item: place, at }),
		fc.record({ type: fc.constant('check' as const), item: place, response: anyJson, at }),
	);
}

/** A lesson, settings, and what somebody does in it. */
export const anyCourse = fc
	.tuple(anyPlan, anySettings)
	.chain(([plan, settings]) =>
		fc.array(anyAction(plan), { maxLength: 20, size: 'max' }).map((actions) => ({ plan, settings, actions })),
	);

/** An event of a record, of any type. */
export const anyEvent: fc.Arbitrary<AttemptEvent> = fc
	.tuple(anyCourse, fc.nat(), fc.uuid(), anySettings)
	.map(([{ plan, actions }, pick, attempt, settings]) => {
		const [started, ...events] = recordOf(actions, settings, attempt);
		const all: AttemptEvent[] = [{ ...started, lesson: plan.id }, ...events];
		return all[pick % all.length] ?? started;
	});
