import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createActor, initialTransition, transition, type StateValue } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { LessonSnapshot } from './replay.ts';
import { settingsOf, type AttemptSettings, type LessonMode } from './attempt-settings.ts';
import { itemScore } from './item-progress.ts';
import {
	hintsLeft,
	lessonMachine,
	mayFinish,
	phaseIn,
	progressOf,
	type LearnerAction,
} from './lesson-machine.ts';
import { itemsOf, summaryStep, type LessonPlan } from './lesson-plan.ts';
import {
	anyCourse,
	category,
	choiceItem,
	explanation,
	extendedTextItem,
	manyItem,
	matchItem,
	planOf,
	rich,
	snippet,
} from './testing.ts';

const plan = planOf(
	explanation('intro'),
	choiceItem({ id: 'single', hints: [rich('A nudge'), rich('Nearly the answer')] }),
	matchItem({
		id: 'pairs',
		categories: [category('x'), category('y')],
		snippets: [snippet('s1', 'x'), snippet('s2', 'y')],
	}),
);

const fewRuns = { numRuns: 50 };

const at = 0;
const go = (to: string): LearnerAction => ({ type: 'go', to, at });
const check = (item: string, response: unknown): LearnerAction => ({ type: 'check', item, response, at });
const respond = (item: string, response: unknown): LearnerAction => ({ type: 'respond', item, response, at });
const about = (type: 'hint' | 'retry' | 'reveal', item: string): LearnerAction => ({ type, item, at });
const finish: LearnerAction = { type: 'finish', at };

const right = check('single', ['a']);
const wrong = check('single', ['b']);
const pairsRight = check('pairs', { s1: 'x', s2: 'y' });

const practice = settingsOf({ tries: 2 });
const checkMode = settingsOf({ mode: 'check' });

const start = (settings: AttemptSettings, of: LessonPlan = plan): LessonSnapshot =>
	initialTransition(lessonMachine, { plan: of, settings })[0];

const after = (snapshot: LessonSnapshot, ...actions: LearnerAction[]): LessonSnapshot =>
	actions.reduce((state, action) => transition(lessonMachine, state, action)[0], snapshot);

const leavesOf = (value: StateValue | undefined): string[] => {
	if (value === undefined || typeof value === 'string') return value === undefined ? [] : [value];
	return Object.entries(value).flatMap(([key, child]) => leavesOf(child).map((leaf) => `${key}.${leaf}`));
};

/** What must hold in every state of every attempt. */
function expectSound(snapshot: LessonSnapshot): void {
	const { context } = snapshot;
	const { settings, position, finishedAt } = context;
	const finished = finishedAt !== undefined;
	expect(snapshot.status).toBe('active');
	const [leaf, ...otherLeaves] = leavesOf(snapshot.value);
	expect(otherLeaves).toEqual([]);
	expect([...context.plan.steps.map(({ id }) => id), summaryStep]).toContain(position);
	if (position === summaryStep) expect(leaf).toBe('summary');

	const current = itemsOf(context.plan).find(({ id }) => id === position);
	if (position !== summaryStep && !current) expect(leaf).toBe('explaining');
	if (current) {
		const { hints } = progressOf(context, current.id);
		const phase = phaseIn(context, current.id);
		expect(leaf).toBe(phase === 'answering' ? `answering.${hints > 0 ? 'hinted' : 'unaided'}` : phase);
	}

	for (const item of itemsOf(context.plan)) {
		const { tries, hints, revealed } = progressOf(context, item.id);
		const phase = phaseIn(context, item.id);
		const last = tries.at(-1)?.outcome;
		const isFull = last !== undefined && last.score === last.maxScore;
		if (phase === 'checked') {
			expect(settings.mode).toBe('practice');
			expect(tries.length).toBeGreaterThan(0);
			expect(tries.length).toBeLessThan(settings.tries);
			expect(isFull).toBe(false);
		}
		if (phase === 'recorded') expect(settings.mode).toBe('check');
		if (phase === 'closed')
			expect(isFull || tries.length >= settings.tries || revealed || finished).toBe(true);
		expect(tries.length).toBeLessThanOrEqual(settings.mode === 'check' ? 1 : settings.tries);
		expect(hints).toBeLessThanOrEqual(settings.hints ? item.hints.length : 0);
		expect(itemScore(progressOf(context, item.id), settings)).toBeGreaterThanOrEqual(0);
		expect(itemScore(progressOf(context, item.id), settings)).toBeLessThanOrEqual(1);
	}
	if (settings.mode === 'check') expect(snapshot.hasTag('feedback')).toBe(finished && current !== undefined);
}

/** What tells two states apart, apart from drafts. */
const fingerprint = ({ value, context }: LessonSnapshot): string =>
	JSON.stringify([
		value,
		context.position,
		context.finishedAt,
		itemsOf(plan).map(({ id }) => {
			const { tries, hints, reopened, revealed } = progressOf(context, id);
			return [tries.map(({ outcome }) => outcome.score), hints, reopened, revealed];
		}),
	]);

const walk = (settings: AttemptSettings) => ({
	input: { plan, settings },
	serializeState: fingerprint,
	limit: 20_000,
	events: [
		...['intro', 'single', 'pairs', summaryStep].map(go),
		respond('single', ['b']),
		right,
		wrong,
		check('single', []),
		pairsRight,
		check('pairs', { s1: 'x', s2: 'x' }),
		check('pairs', { s1: 'x' }),
		about('hint', 'single'),
		...['single', 'pairs'].flatMap((item) => [about('retry', item), about('reveal', item)]),
		finish,
	],
});

const leafNames = (node: { states: typeof lessonMachine.states }): string[] =>
	Object.entries(node.states).flatMap(([key, child]) => {
		const names = leafNames(child);
		return names.length === 0 ? [key] : names.map((name) => `${key}.${name}`);
	});

describe.each<[LessonMode, AttemptSettings, string[]]>([
	['practice', practice, ['recorded']],
	['check', checkMode, ['answering.hinted', 'checked']],
])('every path through a small lesson, mode %s', (_, settings, unreached) => {
	const map = getAdjacencyMap(lessonMachine, walk(settings));
	const moves = adjacencyMapToArray(map);
	const states = Object.values(map).map(({ state }) => state);

	it('keeps the rules in every state', () => {
		expect(states.length).toBeGreaterThan(50);
		for (const state of states) expectSound(state);
	});

	it('reaches every state that the mode has, and no other', () => {
		const reached = new Set(states.flatMap(({ value }) => leavesOf(value)));
		const all = leafNames(lessonMachine).filter((name) => name !== 'arriving' && !unreached.includes(name));
		expect(reached).toEqual(new Set(all));
	});

	it('leads to the summary from everywhere, in one step', () => {
		for (const state of states) expect(after(state, go(summaryStep)).value).toBe('summary');
	});

	it('can be finished from everywhere', () => {
		const links = moves.map(({ state, nextState }) => [fingerprint(state), fingerprint(nextState)] as const);
		const all = new Set(links.map(([from]) => from));
		const able = new Set(
			moves
				.filter(({ state }) => state.context.finishedAt !== undefined)
				.map(({ state }) => fingerprint(state)),
		);
		for (let before = -1; before < able.size;) {
			before = able.size;
			for (const [from, to] of links) if (able.has(to)) able.add(from);
		}
		expect(able.size).toBeGreaterThan(0);
		expect(able).toEqual(all);
	});

	it('never lowers a score in practice, and changes nothing after the finish', () => {
		const scoresIn = ({ context }: LessonSnapshot) =>
			itemsOf(plan).map(({ id }) => itemScore(progressOf(context, id), settings));
		const lowered = moves.filter(({ state, nextState }) => {
			const [before, now] = [scoresIn(state), scoresIn(nextState)];
			return settings.mode === 'practice' && now.some((score, index) => score < (before[index] ?? 0));
		});
		const changed = moves.filter(
			({ state: { context }, nextState }) =>
				context.finishedAt !== undefined && nextState.context.progress !== context.progress,
		);
		expect([...lowered, ...changed].map(({ event }) => event)).toEqual([]);
		expect(moves.length).toBeGreaterThan(1_000);
	});
});

describe('any sequence of events', () => {
	it('keeps the rules in every state, with any lesson and any settings', () => {
		fc.assert(
			fc.property(anyCourse, ({ plan: anyPlan, settings, actions }) => {
				let snapshot = start(settings, anyPlan);
				expectSound(snapshot);
				for (const action of actions) {
					snapshot = after(snapshot, action);
					expectSound(snapshot);
				}
			}),
			fewRuns,
		);
	});

	it('changes nothing about an item that is not in view', () => {
		fc.assert(
			fc.property(anyCourse, ({ plan: anyPlan, settings, actions }) => {
				let snapshot = start(settings, anyPlan);
				for (const action of actions) {
					const next = after(snapshot, action);
					if ('item' in action && action.item !== snapshot.context.position)
						expect(next.context).toEqual(snapshot.context);
					snapshot = next;
				}
				expect(snapshot.status).toBe('active');
			}),
			fewRuns,
		);
	});
});

describe('an attempt', () => {
	it('begins with the first step', () => {
		expect(start(practice).context.position).toBe('intro');
		expect(start(practice).value).toBe('explaining');
	});

	it('at a lesson without steps is at its summary', () => {
		expect(start(practice, planOf()).value).toBe('summary');
	});

	it('goes to any step in any order, and nowhere else', () => {
		expect(after(start(practice), go('pairs'), go('single')).context.position).toBe('single');
		expect(after(start(practice), go('single'), go('nowhere')).context.position).toBe('single');
		expect(start(practice).can(go('nowhere'))).toBe(false);
	});

	it('may hold an item whose id every object knows', () => {
		const state = start(practice, planOf(choiceItem({ id: 'constructor' })));
		expect(state.value).toEqual({ answering: 'unaided' });
		expect(after(state, check('constructor', ['a'])).value).toBe('closed');
	});
});

describe('practice', () => {
	const single = after(start(practice), go('single'));
	const many = after(start(practice, planOf(manyItem())), check('many', ['a', 'd']));

	it('gives feedback at once', () => {
		expect(single.hasTag('feedback')).toBe(false);
		expect(after(single, wrong).value).toBe('checked');
		expect(after(single, wrong).hasTag('feedback')).toBe(true);
		expect(after(single, right).value).toBe('closed');
	});

	it('lets a wrong answer be tried again, with the right parts kept in place', () => {
		const again = after(many, about('retry', 'many'));
		expect(again.value).toEqual({ answering: 'unaided' });
		expect(again.hasTag('feedback')).toBe(false);
		expect(progressOf(again.context, 'many').draft).toEqual(['a']);
	});

	it('keeps the tries when an item is tried again', () => {
		const again = after(many, about('retry', 'many'), check('many', ['a', 'b', 'c']));
		expect(progressOf(again.context, 'many').tries.map(({ outcome }) => outcome.score)).toEqual([0, 3]);
		expect(again.value).toBe('closed');
	});

	it('closes an item when its tries are used up', () => {
		expect(after(single, wrong, about('retry', 'single'), wrong).value).toBe('closed');
	});

	it('shows the solution only after a try', () => {
		expect(single.can(about('reveal', 'single'))).toBe(false);
		const shown = after(single, wrong, about('reveal', 'single'));
		expect(shown.value).toBe('closed');
		expect(shown.can(about('retry', 'single'))).toBe(false);
		expect(after(shown, go('intro'), go('single')).value).toBe('closed');
	});

	it('takes no answer once an item is closed', () => {
		const closed = after(single, right);
		for (const action of [
			right,
			wrong,
			respond('single', ['b']),
			about('retry', 'single'),
			about('reveal', 'single'),
		])
			expect(closed.can(action)).toBe(false);
	});

	it('may be finished when every item is closed, and not before', () => {
		const half = after(single, right);
		expect(half.can(finish)).toBe(false);
		const all = after(half, go('pairs'), pairsRight);
		expect(all.can(finish)).toBe(true);
		expect(after(all, { type: 'finish', at: 99 }).context).toMatchObject({
			finishedAt: 99,
			position: summaryStep,
		});
	});

	it('is finished once: a second finish changes nothing', () => {
		const finished = after(single, right, go('pairs'), pairsRight, { type: 'finish', at: 1 });
		expect(mayFinish(finished.context)).toBe(false);
		expect(after(finished, { type: 'finish', at: 2 }).context.finishedAt).toBe(1);
	});
});

describe('an own text', () => {
	const written = check('extended-text', 'Planes landed, the ministry says.');
	const ticks = (item: string): LearnerAction => ({ type: 'assess', item, ticks: ['source'], at });
	const own = start(practice, planOf(extendedTextItem(), choiceItem({ id: 'single' })));
	const closed = after(own, written);

	it('is done once it is handed in, and then held against the model by its writer', () => {
		expect(own.can(ticks('extended-text'))).toBe(false);
		expect(closed.value).toBe('closed');
		expect(progressOf(after(closed, ticks('extended-text')).context, 'extended-text').ticks).toEqual([
			'source',
		]);
	});

	it('is the only thing that is ticked off, while it is in view', () => {
		const other = after(closed, go('single'), right);
		expect(other.can(ticks('extended-text'))).toBe(false);
		expect(other.can(ticks('single'))).toBe(false);
	});
});

describe('check mode', () => {
	const recorded = after(start(checkMode), go('single'), wrong);

	it('records an answer without a word about it', () => {
		expect(recorded.value).toBe('recorded');
		expect(recorded.hasTag('feedback')).toBe(false);
		expect(recorded.can(about('reveal', 'single'))).toBe(false);
	});

	it('lets an answer be changed: the whole draft stays, and the changed answer is the first try', () => {
		const reopened = after(recorded, about('retry', 'single'));
		expect(progressOf(reopened.context, 'single').draft).toEqual(['b']);
		const changed = after(reopened, right);
		expect(progressOf(changed.context, 'single').tries).toHaveLength(1);
		expect(itemScore(progressOf(changed.context, 'single'), checkMode)).toBe(1);
	});

	it('may be finished at any time, and then explains everything', () => {
		const finished = after(recorded, finish);
		expect(finished.value).toBe('summary');
		for (const { id } of itemsOf(plan)) expect(after(finished, go(id)).value).toBe('closed');
	});

	it('does not finish before the learner says so', () => {
		expect(recorded.context.finishedAt).toBeUndefined();
		expect(after(recorded, go(summaryStep), go('single')).value).toBe('recorded');
	});
});

describe('a hint', () => {
	const single = after(start(practice), go('single'));
	const [, item] = itemsOf(plan);
	const hint = about('hint', 'single');

	it('is shown one at a time, until none is left', () => {
		expect(progressOf(after(single, hint).context, 'single').hints).toBe(1);
		expect(after(single, hint, hint).can(hint)).toBe(false);
		expect(progressOf(after(single, hint, hint, hint).context, 'single').hints).toBe(2);
	});

	it('stays known after going away and coming back', () => {
		expect(after(single, hint, go('intro'), go('single')).value).toEqual({ answering: 'hinted' });
	});

	it('is counted with the tries that come after it', () => {
		const context = after(single, wrong, about('retry', 'single'), hint, wrong).context;
		expect(progressOf(context, 'single').tries.map(({ hints }) => hints)).toEqual([0, 1]);
	});

	it('is not there where the item has none', () => {
		expect(item && hintsLeft(single.context, item)).toBe(0);
		expect(after(single, go('pairs')).can(about('hint', 'pairs'))).toBe(false);
	});

	it('is not there where the settings turn hints off', () => {
		expect(after(start(settingsOf({ hints: false })), go('single')).can(hint)).toBe(false);
	});
});

describe('an answer that cannot be scored yet', () => {
	const asking = planOf(choiceItem({ id: 'single', confidence: true }));

	it('costs no try, keeps the draft and says what is missing', () => {
		const state = after(start(practice), go('pairs'), check('pairs', { s1: 'x' }));
		expect(state.value).toEqual({ answering: 'unaided' });
		expect(progressOf(state.context, 'pairs')).toMatchObject({
			tries: [],
			draft: { s1: 'x' },
			problem: 'incomplete',
		});
	});

	it('is no problem any more once the learner goes on', () => {
		const empty = after(start(practice), go('single'), check('single', []));
		expect(progressOf(empty.context, 'single').problem).toBe('nothing-chosen');
		for (const action of [respond('single', ['b']), right])
			expect(progressOf(after(empty, action).context, 'single').problem).toBeUndefined();
	});

	it('lacks “how sure are you?” where that is asked', () => {
		const state = after(start(practice, asking), right);
		expect(progressOf(state.context, 'single')).toMatchObject({ tries: [], problem: 'confidence-missing' });
		const sure = after(state, { type: 'check', item: 'single', response: ['a'], confidence: 'sure', at: 5 });
		expect(progressOf(sure.context, 'single').tries).toMatchObject([{ confidence: 'sure', at: 5 }]);
	});
});

describe('a draft', () => {
	it('is kept as it stands, and survives going away', () => {
		const state = after(start(practice), go('single'), respond('single', ['b']), go('intro'), go('single'));
		expect(progressOf(state.context, 'single')).toMatchObject({ draft: ['b'], tries: [] });
	});
});

describe('a live actor', () => {
	it('does what the pure machine does', () => {
		fc.assert(
			fc.property(anyCourse, ({ plan: anyPlan, settings, actions }) => {
				const actor = createActor(lessonMachine, { input: { plan: anyPlan, settings } }).start();
				for (const action of actions) actor.send(action);
				const pure = after(start(settings, anyPlan), ...actions);
				expect(actor.getSnapshot().value).toEqual(pure.value);
				expect(actor.getSnapshot().context).toEqual(pure.context);
			}),
			fewRuns,
		);
	});
});
