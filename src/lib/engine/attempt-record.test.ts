import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createActor } from 'xstate';
import {
	parseEvent,
	recordVersion,
	toRecord,
	type AttemptEvent,
	type AttemptRecord,
} from './attempt-record.ts';
import { replay, type LessonSnapshot } from './replay.ts';
import { defaultSettings, settingsOf, type AttemptSettings } from './attempt-settings.ts';
import type { Item } from './interactions/schemas.ts';
import { lessonMachine, progressOf, type LearnerAction } from './lesson-machine.ts';
import { itemsOf, summaryStep, type LessonPlan } from './lesson-plan.ts';
import { feedbackOf, resultOf } from './lesson-result.ts';
import {
	anyCourse,
	anyEvent,
	anyItem,
	choiceItem,
	explanation,
	manyItem,
	matchItem,
	option,
	planOf,
	recordOf,
	rich,
	startedEvent,
} from './testing.ts';

/** For properties that replay much; there are many of them. */
const fewRuns = { numRuns: 50 };

const throughJson = <T>(data: T): T => JSON.parse(JSON.stringify(data));

function fail(about: unknown): never {
	throw new Error(`not readable: ${JSON.stringify(about)}`);
}

/** Does the actions as a page does: what the engine doesn't take is not kept. */
function live(plan: LessonPlan, settings: AttemptSettings, actions: readonly LearnerAction[]) {
	const actor = createActor(lessonMachine, { input: { plan, settings } }).start();
	const kept = actions.filter((action) => {
		const takes = actor.getSnapshot().can(action);
		if (takes) actor.send(action);
		return takes;
	});
	return { snapshot: actor.getSnapshot(), record: recordOf(kept, settings) };
}

const anyAttempt = anyCourse.map(({ plan, settings, actions }) => ({
	plan,
	...live(plan, settings, actions),
}));

function expectSame(snapshot: LessonSnapshot, other: LessonSnapshot): void {
	expect(snapshot.value).toEqual(other.value);
	expect(snapshot.context).toEqual(other.context);
}

describe('replaying a record', () => {
	it('leads to the very state in which the attempt was left', () => {
		fc.assert(
			fc.property(anyAttempt, ({ plan, record, snapshot }) => {
				expectSame(replay(record, plan), snapshot);
			}),
		);
	});

	it('leads to the same state after the record was written and read as JSON', () => {
		fc.assert(
			fc.property(anyAttempt, ({ plan, record }) => {
				const read = toRecord(throughJson(record).map((event) => parseEvent(event) ?? fail(event)));
				expect(read).toEqual(record);
				expectSame(replay(read ?? fail(record), plan), replay(record, plan));
			}),
		);
	});

	it('changes neither the record nor the lesson', () => {
		fc.assert(
			fc.property(anyAttempt, ({ plan, record }) => {
				const before = structuredClone({ plan, record });
				replay(record, plan);
				expect({ plan, record }).toEqual(before);
			}),
			fewRuns,
		);
	});

	it('uses the settings with which the attempt began', () => {
		const settings = settingsOf({ mode: 'check', confidence: false });
		expect(replay(recordOf([], settings), planOf(choiceItem())).context.settings).toEqual(settings);
	});

	it('passes over events about items and places that the lesson does not have', () => {
		const unknown = fc.oneof(
			fc.record({
				type: fc.constantFrom('hint' as const, 'retry' as const, 'reveal' as const),
				item: fc.constantFrom('gone', '__proto__', 'constructor'),
				at: fc.nat(),
			}),
			fc.record({
				type: fc.constantFrom('respond' as const, 'check' as const),
				item: fc.constantFrom('gone', '__proto__', 'constructor'),
				response: fc.jsonValue(),
				at: fc.nat(),
			}),
			fc.record({ type: fc.constant('go' as const), to: fc.constantFrom('gone', '__proto__'), at: fc.nat() }),
		);
		const withUnknown = anyAttempt.chain((attempt) =>
			fc.tuple(fc.constant(attempt), fc.array(fc.tuple(fc.nat(), unknown), { minLength: 1, maxLength: 5 })),
		);
		fc.assert(
			fc.property(withUnknown, ([{ plan, record, snapshot }, extra]) => {
				const [{ settings }, ...actions] = record;
				const mixed: LearnerAction[] = [...actions];
				for (const [place, action] of extra) mixed.splice(place % (mixed.length + 1), 0, action);
				expectSame(replay(recordOf(mixed, settings), plan), snapshot);
			}),
			fewRuns,
		);
	});
});

describe('an edited lesson', () => {
	const withPick = fc.tuple(anyAttempt, fc.nat());

	const expectKept = (record: AttemptRecord, before: LessonPlan, after: LessonPlan, but?: string) => {
		const [old, now] = [replay(record, before), replay(record, after)];
		expect(now.status).toBe('active');
		const known = new Set(itemsOf(before).map(({ id }) => id));
		for (const { id } of itemsOf(after))
			if (known.has(id) && id !== but)
				expect(progressOf(now.context, id)).toEqual(progressOf(old.context, id));
		expect(resultOf(now.context).maxScore).toBe(itemsOf(after).length);
		for (const item of itemsOf(after)) expect(Array.isArray(feedbackOf(now.context, item))).toBe(true);
	};

	it('keeps the answers of all other items where a step is removed', () => {
		fc.assert(
			fc.property(withPick, ([{ plan, record }, pick]) => {
				const gone = pick % plan.steps.length;
				const steps = plan.steps.filter((_, index) => index !== gone);
				expectKept(record, plan, { ...plan, steps });
			}),
			fewRuns,
		);
	});

	it('keeps the answers of all other items where an item is added, and the new one is untouched', () => {
		fc.assert(
			fc.property(withPick, anyItem, ([{ plan, record }, pick], item) => {
				const steps = [...plan.steps];
				steps.splice(pick % (steps.length + 1), 0, { ...item, id: 'added' });
				expectKept(record, plan, { ...plan, steps });
				expect(progressOf(replay(record, { ...plan, steps }).context, 'added').tries).toEqual([]);
			}),
			fewRuns,
		);
	});

	it('keeps all answers where its steps stand in another order', () => {
		fc.assert(
			fc.property(anyAttempt, ({ plan, record }) => {
				expectKept(record, plan, { ...plan, steps: plan.steps.toReversed() });
			}),
			fewRuns,
		);
	});

	const edit = <T extends { id: string }>(parts: T[]) =>
		parts.map((part) => ({ ...part, text: rich(`Edited ${part.id}`) }));

	const edited = (item: Item): Item => {
		if (item.type === 'choice') return { ...item, options: edit(item.options) };
		return item.type === 'match' ? { ...item, snippets: edit(item.snippets) } : item;
	};

	const withoutFirstPart = (item: Item): Item => {
		if (item.type === 'choice') return { ...item, options: item.options.slice(1) };
		return item.type === 'match' ? { ...item, snippets: item.snippets.slice(1) } : item;
	};

	it('keeps all answers where the words of options and snippets are changed', () => {
		fc.assert(
			fc.property(anyAttempt, ({ plan, record }) => {
				const steps = plan.steps.map((step) => (step.type === 'explanation' ? step : edited(step)));
				expectKept(record, plan, { ...plan, steps });
			}),
			fewRuns,
		);
	});

	it('keeps the answers of all other items where an option or a snippet is removed', () => {
		fc.assert(
			fc.property(withPick, ([{ plan, record }, pick]) => {
				const items = itemsOf(plan);
				const item = items[pick % items.length];
				fc.pre(item !== undefined);
				const steps = plan.steps.map((step) => (step.id === item.id ? withoutFirstPart(item) : step));
				expectKept(record, plan, { ...plan, steps }, item.id);
			}),
			fewRuns,
		);
	});

	it('keeps the answers of all other items where an item became one of another type', () => {
		fc.assert(
			fc.property(withPick, anyItem, ([{ plan, record }, pick], other) => {
				const items = itemsOf(plan);
				const item = items[pick % items.length];
				fc.pre(item !== undefined);
				const steps = plan.steps.map((step) => (step.id === item.id ? { ...other, id: item.id } : step));
				expectKept(record, plan, { ...plan, steps }, item.id);
			}),
			fewRuns,
		);
	});

	it('has an answer with a removed option given again, as it can no longer be scored', () => {
		const record = recordOf([{ type: 'check', item: 'choice', response: ['b'], at: 1 }]);
		const context = replay(record, planOf(choiceItem({ options: [option('a', true), option('c')] }))).context;
		expect(progressOf(context, 'choice')).toMatchObject({ tries: [], problem: 'nothing-chosen' });
	});

	it('scores an old answer by the new key', () => {
		const record = recordOf([{ type: 'check', item: 'choice', response: ['b'], at: 1 }]);
		const corrected = choiceItem({ options: [option('a'), option('b', true)] });
		expect(resultOf(replay(record, planOf(choiceItem())).context).score).toBe(0);
		expect(resultOf(replay(record, planOf(corrected)).context).score).toBe(1);
	});

	it('opens a finished practice again where an item was added', () => {
		const record = recordOf([
			{ type: 'check', item: 'choice', response: ['a'], at: 1 },
			{ type: 'finish', at: 2 },
		]);
		expect(replay(record, planOf(choiceItem())).context.finishedAt).toBe(2);
		expect(replay(record, planOf(choiceItem(), manyItem())).context.finishedAt).toBeUndefined();
	});
});

describe('the events of a record', () => {
	const shuffledRecord = anyAttempt.chain(({ record }) => {
		const all: AttemptEvent[] = record;
		const twice = fc.subarray(all).chain((some) => {
			const events = [...all, ...some];
			return fc.shuffledSubarray(events, { minLength: events.length });
		});
		return fc.tuple(fc.constant(record), twice);
	});

	it('make the same record in any order, also when some are there twice', () => {
		fc.assert(
			fc.property(shuffledRecord, ([record, events]) => {
				expect(toRecord(events)).toEqual(record);
			}),
		);
	});

	it('are ordered by number, not by clock', () => {
		const [started, first, second] = recordOf([
			{ type: 'go', to: 'late', at: 900 },
			{ type: 'go', to: 'early', at: 100 },
		]);
		if (!first || !second) return fail('record');
		expect(toRecord([second, started, first])).toEqual([started, first, second]);
	});

	it('are kept as first written: a second one of the same number is left out', () => {
		const [started, first] = recordOf([{ type: 'go', to: 'first', at: 1 }]);
		if (!first) return fail('record');
		expect(toRecord([started, first, { ...first, type: 'go', to: 'forged' }])).toEqual([started, first]);
	});

	it('are no record without a beginning', () => {
		const [, ...rest] = recordOf([{ type: 'go', to: 'intro', at: 1 }]);
		expect(toRecord(rest)).toBeUndefined();
		expect(toRecord([])).toBeUndefined();
	});

	it('may have gaps', () => {
		const [started, , last] = recordOf([
			{ type: 'go', to: 'lost', at: 1 },
			{ type: 'go', to: 'kept', at: 2 },
		]);
		if (!last) return fail('record');
		expect(toRecord([last, started])).toEqual([started, last]);
	});

	it('have one beginning: a later one is left out', () => {
		const [started, go] = recordOf([{ type: 'go', to: 'intro', at: 1 }]);
		if (!go) return fail('record');
		expect(toRecord([started, go, { ...started, seq: 2 }])).toEqual([started, go]);
	});
});

describe('reading an event', () => {
	const envelope = { attempt: 'attempt-1', seq: 1, at: 1_700_000_000_000 };
	const started: Record<string, unknown> = { ...startedEvent() };
	const check = { ...envelope, type: 'check', item: 'single', response: ['a'], confidence: 'sure' };

	it.each<[string, Record<string, unknown>]>([
		['started', started],
		['go', { ...envelope, type: 'go', to: summaryStep }],
		['respond', { ...envelope, type: 'respond', item: 'pairs', response: { s1: 'x' } }],
		['respond with nothing', { ...envelope, type: 'respond', item: 'pairs' }],
		['hint', { ...envelope, type: 'hint', item: 'single' }],
		['check', check],
		['check without confidence', { ...envelope, type: 'check', item: 'single', response: ['a'] }],
		['retry', { ...envelope, type: 'retry', item: 'single' }],
		['reveal', { ...envelope, type: 'reveal', item: 'single' }],
		['finish', { ...envelope, type: 'finish' }],
	])('gives back what was written: %s', (_, event) => {
		expect(parseEvent(throughJson(event))).toEqual(event);
	});

	it('gives back any event of any record', () => {
		fc.assert(
			fc.property(anyEvent, (event) => {
				expect(parseEvent(throughJson(event))).toEqual(event);
			}),
		);
	});

	it('leaves out what it does not know', () => {
		expect(parseEvent({ ...check, extra: 'more' })).toEqual(check);
		expect(parseEvent({ ...started, settings: { ...defaultSettings, extra: 'more' } })).toEqual(started);
	});

	it('takes the defaults for settings that an older version did not have', () => {
		for (const key of Object.keys(defaultSettings)) {
			const settings = Object.fromEntries(Object.entries(defaultSettings).filter(([name]) => name !== key));
			expect(parseEvent({ ...started, settings })).toEqual(started);
		}
		expect(parseEvent({ ...started, settings: {} })).toMatchObject({ settings: defaultSettings });
	});

	it('reads the longest id and the highest numbers', () => {
		const event = { ...envelope, type: 'go', to: 'x'.repeat(125), seq: Number.MAX_SAFE_INTEGER };
		expect(parseEvent(event)).toEqual(event);
	});

	it('reads the last moment of the year 9999', () => {
		const event = { ...check, at: Date.UTC(9999, 11, 31, 23, 59, 59, 999) };
		expect(parseEvent(event)).toEqual(event);
	});

	const settings = (change: object) => ({ ...started, settings: { ...defaultSettings, ...change } });

	it.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a list', [check]],
		['a string', JSON.stringify(check)],
		['no attempt', { ...check, attempt: undefined }],
		['an empty attempt id', { ...check, attempt: '' }],
		['an attempt id of 126 characters', { ...check, attempt: 'x'.repeat(126) }],
		['a negative number', { ...check, seq: -1 }],
		['a broken number', { ...check, seq: 1.5 }],
		['a number as a string', { ...check, seq: '1' }],
		['a number beyond all counting', { ...check, seq: 2 ** 53 }],
		['no time', { ...check, at: undefined }],
		['a time after the year 9999', { ...check, at: Date.UTC(10_000, 0) }],
		['a negative time', { ...check, at: -1 }],
		['no time that is a number', { ...check, at: Number.NaN }],
		['an endless time', { ...check, at: Number.POSITIVE_INFINITY }],
		['no type', { ...check, type: undefined }],
		['an unknown type', { ...check, type: 'cheat' }],
		['a type of the machine’s own', { ...check, type: 'xstate.init' }],
		['a type every object knows', { ...check, type: 'constructor' }],
		['no item', { ...check, item: undefined }],
		['an empty item id', { ...check, item: '' }],
		['an item that is not an id', { ...check, item: { id: 'single' } }],
		['an item id of 126 characters', { ...check, item: 'x'.repeat(126) }],
		['a confidence that does not exist', { ...check, confidence: 'certain' }],
		['a confidence of null', { ...check, confidence: null }],
		['a place that is not an id', { ...envelope, type: 'go', to: 3 }],
		['no place', { ...envelope, type: 'go' }],
		['a version too new', { ...started, version: recordVersion + 1 }],
		['version 0', { ...started, version: 0 }],
		['no version', { ...started, version: undefined }],
		['a broken version', { ...started, version: 0.5 }],
		['no lesson', { ...started, lesson: undefined }],
		['no hash', { ...started, hash: undefined }],
		['a broken seed', { ...started, seed: 0.5 }],
		['a negative seed', { ...started, seed: -1 }],
		['an assignment that is not an id', { ...started, assignment: 7 }],
		['an assignment with an empty id', { ...started, assignment: '' }],
		['no settings', { ...started, settings: undefined }],
		['settings that are a list', { ...started, settings: [] }],
		['an unknown mode', settings({ mode: 'exam' })],
		['an unknown order', settings({ order: 'random' })],
		['0 tries', settings({ tries: 0 })],
		['10 tries', settings({ tries: 10 })],
		['one and a half tries', settings({ tries: 1.5 })],
		['a negative hint cost', settings({ hintCost: -0.1 })],
		['a hint cost above 1', settings({ hintCost: 1.1 })],
		['a hint cost that is no number', settings({ hintCost: Number.NaN })],
		['hints that are not yes or no', settings({ hints: 'yes' })],
		['confidence that is not yes or no', settings({ confidence: 1 })],
	])('refuses %s', (_, data) => {
		expect(parseEvent(data)).toBeUndefined();
	});

	const isReadable = (event: AttemptEvent | undefined) => {
		expect(event === undefined || parseEvent(event) !== undefined).toBe(true);
		expect(parseEvent(event)).toEqual(event);
	};

	it('never throws, whatever it is given', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (data) => {
				isReadable(parseEvent(data));
			}),
			{ numRuns: 500 },
		);
	});

	const anyForged = fc
		.tuple(
			anyEvent,
			fc.constantFrom(
				'attempt',
				'seq',
				'at',
				'type',
				'item',
				'to',
				'confidence',
				'version',
				'seed',
				'settings',
			),
			fc.oneof(fc.anything(), anyEvent),
		)
		.map(([event, key, value]) => ({ ...event, [key]: value }));

	it('reads an event with one forged field as a valid one or not at all', () => {
		fc.assert(
			fc.property(anyForged, (data) => {
				const event = parseEvent(data);
				isReadable(event);
				if (event) {
					expect(event.attempt.length).toBeGreaterThan(0);
					expect(Number.isSafeInteger(event.seq) && event.seq >= 0).toBe(true);
					expect(Number.isSafeInteger(event.at) && event.at >= 0).toBe(true);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('gives only events that can be replayed', () => {
		const plan = planOf(explanation('intro'), choiceItem({ id: 'step-0' }), matchItem({ id: 'step-1' }));
		fc.assert(
			fc.property(fc.array(anyForged), (data) => {
				const events = data.flatMap((entry) => parseEvent(entry) ?? []);
				const record = toRecord([
					startedEvent(),
					...events.map((event, index) => ({ ...event, seq: index + 1 })),
				]);
				expect(replay(record ?? fail(events), plan).status).toBe('active');
			}),
			fewRuns,
		);
	});
});
