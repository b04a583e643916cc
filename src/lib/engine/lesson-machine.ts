import { assign, setup } from 'xstate';
import type { AttemptSettings } from './attempt-settings.ts';
import { interactionOf } from './interactions/registry.ts';
import type { Item } from './interactions/schemas.ts';
import type { Confidence } from './confidence.ts';
import { judge, phaseOf, untouched, type ItemPhase, type ItemProgress } from './item-progress.ts';
import { itemsOf, summaryStep, type LessonPlan } from './lesson-plan.ts';

/** What a learner does. `at` is in milliseconds since the epoch: the engine has no clock of its own. */
export type LearnerAction = { at: number } & (
	| { type: 'go'; to: string }
	| { type: 'respond'; item: string; response: unknown }
	| { type: 'hint'; item: string }
	| { type: 'check'; item: string; response: unknown; confidence?: Confidence }
	| { type: 'retry'; item: string }
	| { type: 'reveal'; item: string }
	| { type: 'assess'; item: string; ticks: string[] }
	| { type: 'finish' }
);

type ItemAction = Extract<LearnerAction, { item: string }>;

export type LessonInput = { plan: LessonPlan; settings: AttemptSettings };

export type LessonContext = LessonInput & {
	position: string;
	progress: Record<string, ItemProgress>;
	finishedAt: number | undefined;
};

export const progressOf = (context: LessonContext, item: string): ItemProgress =>
	(Object.hasOwn(context.progress, item) ? context.progress[item] : undefined) ?? untouched;

export const phaseIn = (context: LessonContext, item: string): ItemPhase =>
	phaseOf(progressOf(context, item), context.settings, context.finishedAt !== undefined);

const currentItem = ({ plan, position }: LessonContext): Item | undefined =>
	itemsOf(plan).find(({ id }) => id === position);

const isPlace = ({ plan }: LessonContext, id: string): boolean =>
	id === summaryStep || plan.steps.some((step) => step.id === id);

const isAt = (context: LessonContext, phase: ItemPhase): boolean =>
	currentItem(context) !== undefined && phaseIn(context, context.position) === phase;

const isAboutCurrent = ({ position }: LessonContext, event: LearnerAction): boolean =>
	'item' in event && event.item === position;

/** Hints still to be shown for an item. */
export const hintsLeft = (context: LessonContext, item: Item): number =>
	context.settings.hints ? item.hints.length - progressOf(context, item.id).hints : 0;

/** Practice is finished when every item is closed; a check whenever the learner says so. */
export const mayFinish = (context: LessonContext): boolean =>
	context.finishedAt === undefined &&
	(context.settings.mode === 'check' ||
		itemsOf(context.plan).every(({ id }) => phaseIn(context, id) === 'closed'));

const outcomeOf = (context: LessonContext, event: LearnerAction) => {
	const item = currentItem(context);
	return event.type === 'check' && item
		? judge(item, progressOf(context, item.id), context.settings, event)
		: undefined;
};

const changed = (
	context: LessonContext,
	event: ItemAction,
	change: Partial<ItemProgress>,
): Record<string, ItemProgress> => ({
	...context.progress,
	[event.item]: { ...progressOf(context, event.item), ...change },
});

function withTry(context: LessonContext, event: Extract<LearnerAction, { type: 'check' }>) {
	const outcome = outcomeOf(context, event);
	if (outcome?.type !== 'scored') return context.progress;
	const { tries, hints } = progressOf(context, event.item);
	const { response, confidence, at } = event;
	const made = { response, outcome, hints, at, ...(confidence && { confidence }) };
	// In a check nothing has been said about an answer yet, so a changed one is still the first.
	const before = context.settings.mode === 'check' ? [] : tries;
	return changed(context, event, {
		draft: response,
		tries: [...before, made],
		reopened: false,
		problem: undefined,
	});
}

function withProblem(context: LessonContext, event: Extract<LearnerAction, { type: 'check' }>) {
	const outcome = outcomeOf(context, event);
	return changed(context, event, {
		draft: event.response,
		problem: outcome?.type === 'invalid' ? outcome.code : undefined,
	});
}

function withRetry(context: LessonContext, event: Extract<LearnerAction, { type: 'retry' }>) {
	const item = currentItem(context);
	const { draft } = progressOf(context, event.item);
	const kept =
		item && context.settings.mode === 'practice' ? interactionOf(item).keepRight(draft, item) : draft;
	return changed(context, event, { draft: kept, reopened: true, problem: undefined });
}

/**
 * One attempt at one lesson. Pure: time and ids come in on events, so a record of the events is the whole truth.
 * Views ask tags, selectors and `snapshot.can`, not state names.
 */
export const lessonMachine = setup({
	types: {
		context: {} as LessonContext,
		events: {} as LearnerAction,
		input: {} as LessonInput,
		tags: {} as 'feedback',
	},
	guards: {
		isSummary: ({ context }) => context.position === summaryStep,
		isExplanation: ({ context }) => currentItem(context) === undefined,
		isChecked: ({ context }) => isAt(context, 'checked'),
		isRecorded: ({ context }) => isAt(context, 'recorded'),
		isClosed: ({ context }) => isAt(context, 'closed'),
		isHinted: ({ context }) => progressOf(context, context.position).hints > 0,
		isAboutCurrent: ({ context, event }) => isAboutCurrent(context, event),
		hasHint: ({ context, event }) => {
			const item = currentItem(context);
			return isAboutCurrent(context, event) && item !== undefined && hintsLeft(context, item) > 0;
		},
		isScorable: ({ context, event }) =>
			isAboutCurrent(context, event) && outcomeOf(context, event)?.type === 'scored',
		isOwnText: ({ context, event }) =>
			isAboutCurrent(context, event) && currentItem(context)?.type === 'extended-text',
		isPlace: ({ context, event }) => event.type === 'go' && isPlace(context, event.to),
		mayFinish: ({ context }) => mayFinish(context),
	},
	actions: {
		moveTo: assign(({ event }) => (event.type === 'go' ? { position: event.to } : {})),
		keepDraft: assign(({ context, event }) =>
			event.type === 'respond'
				? { progress: changed(context, event, { draft: event.response, problem: undefined }) }
				: {},
		),
		showHint: assign(({ context, event }) =>
			event.type === 'hint'
				? { progress: changed(context, event, { hints: progressOf(context, event.item).hints + 1 }) }
				: {},
		),
		recordTry: assign(({ context, event }) =>
			event.type === 'check' ? { progress: withTry(context, event) } : {},
		),
		noteProblem: assign(({ context, event }) =>
			event.type === 'check' ? { progress: withProblem(context, event) } : {},
		),
		reopen: assign(({ context, event }) =>
			event.type === 'retry' ? { progress: withRetry(context, event) } : {},
		),
		reveal: assign(({ context, event }) =>
			event.type === 'reveal' ? { progress: changed(context, event, { revealed: true }) } : {},
		),
		keepTicks: assign(({ context, event }) =>
			event.type === 'assess' ? { progress: changed(context, event, { ticks: event.ticks }) } : {},
		),
		finish: assign(({ event }) => ({ finishedAt: event.at, position: summaryStep })),
	},
}).createMachine({
	id: 'lesson',
	context: ({ input }) => ({
		...input,
		position: input.plan.steps[0]?.id ?? summaryStep,
		progress: {},
		finishedAt: undefined,
	}),
	initial: 'arriving',
	on: {
		go: { guard: 'isPlace', target: '.arriving', actions: 'moveTo' },
		finish: { guard: 'mayFinish', target: '.arriving', actions: 'finish' },
	},
	states: {
		arriving: {
			always: [
				{ guard: 'isSummary', target: 'summary' },
				{ guard: 'isExplanation', target: 'explaining' },
				{ guard: 'isClosed', target: 'closed' },
				{ guard: 'isRecorded', target: 'recorded' },
				{ guard: 'isChecked', target: 'checked' },
				{ target: 'answering' },
			],
		},
		explaining: {},
		answering: {
			initial: 'unaided',
			on: {
				respond: { guard: 'isAboutCurrent', actions: 'keepDraft' },
				hint: { guard: 'hasHint', target: '.hinted', actions: 'showHint' },
				check: [
					{ guard: 'isScorable', target: 'arriving', actions: 'recordTry' },
					{ guard: 'isAboutCurrent', actions: 'noteProblem' },
				],
			},
			states: {
				unaided: { always: { guard: 'isHinted', target: 'hinted' } },
				hinted: {},
			},
		},
		checked: {
			tags: 'feedback',
			on: {
				retry: { guard: 'isAboutCurrent', target: 'answering', actions: 'reopen' },
				reveal: { guard: 'isAboutCurrent', target: 'closed', actions: 'reveal' },
			},
		},
		recorded: {
			on: { retry: { guard: 'isAboutCurrent', target: 'answering', actions: 'reopen' } },
		},
		closed: {
			tags: 'feedback',
			on: { assess: { guard: 'isOwnText', actions: 'keepTicks' } },
		},
		summary: {},
	},
});
