import { initialTransition, transition } from 'xstate';
import type { AttemptEvent } from '../../src/lib/engine/attempt-record.ts';
import { toRecord } from '../../src/lib/engine/attempt-record.ts';
import { replay } from '../../src/lib/engine/replay.ts';
import { defaultSettings } from '../../src/lib/engine/attempt-settings.ts';
import { lessonMachine, type LearnerAction } from '../../src/lib/engine/lesson-machine.ts';
import type { LessonPlan } from '../../src/lib/engine/lesson-plan.ts';
import { choiceItem, matchItem, startedEvent } from '../../src/lib/engine/testing.ts';
import { growthOf, timeOf, type Bench, type Figure } from './measure.ts';

const plan: LessonPlan = {
	id: 'bench',
	hash: 'bench',
	steps: Array.from({ length: 12 }, (_, index) =>
		index % 2 === 0 ? choiceItem({ id: `choice-${index}` }) : matchItem({ id: `match-${index}` }),
	),
};

/** What a learner does who goes through the lesson again and again, changing an answer each time. */
function actionsOf(count: number): LearnerAction[] {
	const actions: LearnerAction[] = [];
	for (let at = 0; actions.length < count; at += 1) {
		const item = plan.steps[at % plan.steps.length];
		if (!item) break;
		actions.push(
			{ type: 'go', to: item.id, at },
			{ type: 'respond', item: item.id, response: [at % 2 === 0 ? 'a' : 'b'], at },
		);
	}
	return actions.slice(0, count);
}

export const engine: Bench = {
	name: 'engine',
	run: async () => {
		const actions = actionsOf(10_000);
		const [start] = initialTransition(lessonMachine, { plan, settings: defaultSettings });
		const passes = timeOf(() => {
			let snapshot = start;
			for (const action of actions) [snapshot] = transition(lessonMachine, snapshot, action);
		});
		const figures: Figure[] = [
			{ measure: 'transitions', of: '12 items', value: actions.length / (passes / 1000), unit: '/s' },
		];
		const sizes = [10, 100, 1_000, 10_000];
		const points = sizes.map((n) => {
			const events: AttemptEvent[] = [
				{ ...startedEvent(), attempt: 'bench', seq: 0 },
				...actions.slice(0, n - 1).map((action, index) => ({ attempt: 'bench', seq: index + 1, ...action })),
			];
			const record = toRecord(events);
			if (!record) throw new Error('The record of the bench has no beginning.');
			return { n, value: timeOf(() => void replay(record, plan)) };
		});
		const first = points[0]?.value ?? 1;
		for (const { n, value } of points)
			figures.push({
				measure: 'replay of a record',
				of: `${n} events`,
				value,
				unit: 'ms',
				ratio: value / first,
			});
		const growth = growthOf(points.slice(1));
		figures.push({
			measure: 'replay: exponent of growth',
			of: '100 to 10,000 events (1 is linear)',
			value: growth,
			unit: '',
		});
		return figures;
	},
};
