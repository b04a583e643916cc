import { createActor, type SnapshotFrom } from 'xstate';
import type { AttemptRecord } from './attempt-record.ts';
import { lessonMachine } from './lesson-machine.ts';
import type { LessonPlan } from './lesson-plan.ts';

export type LessonSnapshot = SnapshotFrom<typeof lessonMachine>;

/**
 * The state that a record leads to. Events about items or steps that the lesson no longer has change nothing;
 * events about another item than the one in view first go there, so that an edited lesson keeps its answers.
 */
export function replay([started, ...actions]: AttemptRecord, plan: LessonPlan): LessonSnapshot {
	// One actor for all events: `transition` would make one for each, at three times the cost.
	const actor = createActor(lessonMachine, { input: { plan, settings: started.settings } }).start();
	for (const action of actions) {
		if ('item' in action && action.item !== actor.getSnapshot().context.position)
			actor.send({ type: 'go', to: action.item, at: action.at });
		actor.send(action);
	}
	return actor.getSnapshot();
}
