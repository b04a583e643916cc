import { createSubscriber } from 'svelte/reactivity';
import { createActor } from 'xstate';
import type { AttemptSettings } from '../engine/attempt-settings.ts';
import { recordVersion, type AttemptEvent, type AttemptRecord } from '../engine/attempt-record.ts';
import { replay } from '../engine/replay.ts';
import { lessonMachine, progressOf, type LearnerAction } from '../engine/lesson-machine.ts';
import type { LessonPlan } from '../engine/lesson-plan.ts';

/**
 * `saved`: every event is acknowledged; `saved-once`: there was room for one copy only; `saving`: some are under way;
 * `unsaved`: the store refused some.
 */
export type SaveState = 'saved' | 'saved-once' | 'saving' | 'unsaved';

/** Why the store refused an event. `taken`: another event already has its number. */
export type Refusal = 'blocked' | 'full' | 'taken' | 'failed';

type Append = (
	...events: AttemptEvent[]
) => Promise<{ ok: true; copies: 1 | 2 } | { ok: false; reason: Refusal }>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type TimelessAction = DistributiveOmit<LearnerAction, 'at'>;

/** The first event of a new attempt. `seed` is an unsigned 32-bit number, `assignment` the id of the one it is made for. */
export const begin = (
	plan: LessonPlan & { settings: AttemptSettings },
	attempt: { id: string; seed: number; at: number; assignment?: string },
): AttemptRecord => [
	{
		attempt: attempt.id,
		seq: 0,
		type: 'started',
		version: recordVersion,
		lesson: plan.id,
		hash: plan.hash,
		seed: attempt.seed,
		settings: plan.settings,
		...(attempt.assignment && { assignment: attempt.assignment }),
		at: attempt.at,
	},
];

/** One attempt on a page: the engine's actor for views, and every event on its way to the store. */
export class LessonSession {
	readonly attempt: string;
	readonly seed: number;
	readonly settings: AttemptSettings;
	saving = $state<SaveState>('saved');
	/** Why events are unsaved, where they are. */
	refusal = $state<Refusal>();
	/** Whether events have been unsaved since the page was opened. */
	hadTrouble = $state(false);
	/** Everything that happened in the attempt, saved or not. */
	readonly events: AttemptEvent[];
	#actor;
	#subscribe;
	#append: Append;
	#now: () => number;
	#waiting: AttemptEvent[];
	#busy = false;

	/** `unsaved` events of the record, those from `savedUpTo` on, are appended first. */
	constructor(
		plan: LessonPlan,
		record: AttemptRecord,
		options: { append: Append; now: () => number; savedUpTo: number },
	) {
		const [{ attempt, seed, settings }] = record;
		this.attempt = attempt;
		this.seed = seed;
		this.settings = settings;
		this.#append = options.append;
		this.#now = options.now;
		this.events = [...record];
		this.#waiting = record.filter(({ seq }) => seq >= options.savedUpTo);
		const input = { plan, settings };
		this.#actor = createActor(lessonMachine, { input, snapshot: replay(record, plan) }).start();
		this.#subscribe = createSubscriber((update) => {
			const { unsubscribe } = this.#actor.subscribe(update);
			return unsubscribe;
		});
		void this.#flush();
	}

	get snapshot() {
		this.#subscribe();
		return this.#actor.getSnapshot();
	}

	get context() {
		return this.snapshot.context;
	}

	/** Whether the engine takes this action now. */
	can(action: TimelessAction): boolean {
		return this.snapshot.can({ ...action, at: 0 });
	}

	/** Does what the learner did, and keeps it. What changes nothing is not kept. */
	send(action: TimelessAction): void {
		const timed = { ...action, at: this.#now() };
		const before = this.#actor.getSnapshot();
		if (!before.can(timed)) return;
		this.#actor.send(timed);
		const { context } = this.#actor.getSnapshot();
		if (action.type === 'check' && progressOf(context, action.item).problem) return;
		const event = { attempt: this.attempt, seq: this.#nextSeq, ...timed };
		this.events.push(event);
		this.#waiting.push(event);
		void this.#flush();
	}

	/** Takes over what happened in another tab. Returns false where something before it is missing here. */
	receive(event: AttemptEvent): boolean {
		if (event.seq > this.#nextSeq) return false;
		if (event.seq < this.#nextSeq || event.type === 'started') return true;
		this.events.push(event);
		this.#actor.send(event);
		return true;
	}

	/** Tries again to save what is unsaved. */
	retry(): void {
		if (this.saving !== 'unsaved') return;
		this.saving = 'saving';
		void this.#flush();
	}

	get #nextSeq(): number {
		return (this.events.at(-1)?.seq ?? -1) + 1;
	}

	async #flush(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		let state = this.saving;
		while (this.#waiting.length > 0) {
			if (this.saving !== 'unsaved') this.saving = 'saving';
			// All at once: those that are refused stay with the store, which outlives this page.
			const events = [...this.#waiting];
			const result = await this.#append(...events);
			if (result.ok) {
				this.#waiting.splice(0, events.length);
				state = result.copies === 2 ? 'saved' : 'saved-once';
			} else if (result.reason === 'taken') this.#moveOn();
			else {
				state = 'unsaved';
				this.refusal = result.reason;
				this.hadTrouble = true;
				if (this.#waiting.length === events.length) break;
			}
		}
		this.saving = state;
		this.#busy = false;
	}

	/** Another tab has written at this place: what waits takes the places after it. */
	#moveOn(): void {
		for (const event of this.#waiting) event.seq += 1;
	}
}
