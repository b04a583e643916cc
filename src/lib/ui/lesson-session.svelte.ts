import { createSubscriber } from 'svelte/reactivity';
import { createActor } from 'xstate';
import type { AttemptSettings } from '../engine/attempt-settings.ts';
import { recordVersion, replay, type AttemptEvent, type AttemptRecord } from '../engine/attempt-record.ts';
import { lessonMachine, progressOf, type LearnerAction, type LessonPlan } from '../engine/lesson-machine.ts';

/** `saved`: every event is acknowledged; `saving`: some are under way; `unsaved`: the store refused some. */
export type SaveState = 'saved' | 'saving' | 'unsaved';

type Append = (event: AttemptEvent) => Promise<{ ok: boolean }>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type TimelessAction = DistributiveOmit<LearnerAction, 'at'>;

/** The first event of a new attempt. `seed` is an unsigned 32-bit number. */
export const begin = (
	plan: LessonPlan & { settings: AttemptSettings },
	attempt: { id: string; seed: number; at: number },
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
		at: attempt.at,
	},
];

/** One attempt on a page: the engine's actor for views, and every event on its way to the store. */
export class LessonSession {
	readonly attempt: string;
	readonly seed: number;
	readonly settings: AttemptSettings;
	saving = $state<SaveState>('saved');
	#actor;
	#subscribe;
	#append: Append;
	#now: () => number;
	#nextSeq: number;
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
		this.#nextSeq = (record.at(-1)?.seq ?? 0) + 1;
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
		this.#waiting.push({ attempt: this.attempt, seq: this.#nextSeq, ...timed });
		this.#nextSeq += 1;
		void this.#flush();
	}

	async #flush(): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		for (let [event] = this.#waiting; event; [event] = this.#waiting) {
			this.saving = 'saving';
			if (!(await this.#append(event)).ok) {
				this.saving = 'unsaved';
				break;
			}
			this.#waiting.shift();
			this.saving = 'saved';
		}
		this.#busy = false;
	}
}
