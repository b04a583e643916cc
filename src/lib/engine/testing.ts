/** Builders and arbitraries for tests of the engine. No page loads this file. */
import fc from 'fast-check';
import type { RichText } from '../text/rich-text.ts';
import type { AttemptEvent, AttemptRecord } from './attempt-record.ts';
import { settingsOf, type AttemptSettings } from './attempt-settings.ts';
import type { ChoiceItem } from './interactions/choice/schema.ts';
import type { MatchItem } from './interactions/match/schema.ts';
import { interactionOf } from './interactions/registry.ts';
import type { Item } from './interactions/schemas.ts';
import { confidenceLevels, untouched, type ItemProgress, type Try } from './item-progress.ts';
import { itemsOf, summaryStep, type LearnerAction, type LessonPlan } from './lesson-machine.ts';

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
