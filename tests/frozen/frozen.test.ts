import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvent, recordVersion, replay, toRecord } from '../../src/lib/engine/attempt-record.ts';
import { itemsOf, phaseIn, progressOf, type LessonPlan } from '../../src/lib/engine/lesson-machine.ts';
import { feedbackOf, resultOf } from '../../src/lib/engine/lesson-result.ts';

const versions = readdirSync(import.meta.dirname).flatMap((name) => {
	const version = /^record-v(\d+)\.json$/.exec(name)?.[1];
	return version ? [Number(version)] : [];
});

const read = <T>(name: string, version: number): T =>
	JSON.parse(readFileSync(new URL(`${name}-v${version}.json`, import.meta.url), 'utf8'));

describe('frozen records', () => {
	it('are there for every version that this reader claims to read', () => {
		expect(versions.toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: recordVersion }, (_, index) => index + 1),
		);
	});

	describe.each(versions)('version %i', (version) => {
		const stored = read<object[]>('record', version);
		const plan = read<LessonPlan>('lesson', version);

		it('is read whole: every event of every type', () => {
			const events = stored.map(parseEvent);
			expect(events).toMatchObject(stored);
			expect(toRecord(events.flatMap((event) => event ?? []))).toEqual(events);
		});

		it('leads to the result that it had on the day', () => {
			const record = toRecord(stored.flatMap((event) => parseEvent(event) ?? []));
			if (!record) throw new Error('no beginning');
			const { context } = replay(record, plan);
			const items = itemsOf(plan).map((item) => {
				const { tries, hints, revealed } = progressOf(context, item.id);
				return {
					id: item.id,
					phase: phaseIn(context, item.id),
					points: tries.map(({ outcome }) => [outcome.score, outcome.maxScore]),
					confidence: tries.map(({ confidence }) => confidence ?? null),
					hints,
					revealed,
					feedback: feedbackOf(context, item).map(({ kind, part }) => [kind, part]),
				};
			});
			const { position, finishedAt } = context;
			expect({ position, finishedAt, score: resultOf(context), items }).toEqual(read('result', version));
		});
	});

	it('of version 1 hold every kind of event', () => {
		const types = new Set(read<{ type: string }[]>('record', 1).map(({ type }) => type));
		expect(types).toEqual(
			new Set(['started', 'go', 'respond', 'hint', 'check', 'retry', 'reveal', 'finish']),
		);
	});
});
