import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import { parseEvent, recordVersion, toRecord } from '../../src/lib/engine/attempt-record.ts';
import { replay } from '../../src/lib/engine/replay.ts';
import { phaseIn, progressOf } from '../../src/lib/engine/lesson-machine.ts';
import { itemsOf, type LessonPlan } from '../../src/lib/engine/lesson-plan.ts';
import { feedbackOf, resultOf } from '../../src/lib/engine/lesson-result.ts';

const records = readdirSync(import.meta.dirname).flatMap((name) => {
	const [, record, version] = /^record-(v(\d+)(?:-[a-z]+)?)\.json$/.exec(name) ?? [];
	return record && version ? [{ record, version: Number(version) }] : [];
});

const read = <T>(name: string): T =>
	JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));

describe('frozen records', () => {
	it('are there for every version that this reader claims to read', () => {
		expect(new Set(records.map(({ version }) => version))).toEqual(
			new Set(Array.from({ length: recordVersion }, (_, index) => index + 1)),
		);
	});

	describe.each(records)('$record', ({ record: name, version }) => {
		const stored = read<object[]>(`record-${name}`);
		const plan = read<LessonPlan>(`lesson-v${version}`);

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
			expect({ position, finishedAt, score: resultOf(context), items }).toEqual(read(`result-${name}`));
		});
	});

	it('of version 1 hold every kind of event', () => {
		const types = new Set(read<{ type: string }[]>('record-v1').map(({ type }) => type));
		expect(types).toEqual(
			new Set(['started', 'go', 'respond', 'hint', 'check', 'retry', 'reveal', 'finish']),
		);
	});
});

describe('frozen assignment links', () => {
	const links = readdirSync(import.meta.dirname).flatMap(
		(name) => /^link-(v\d+)\.txt$/.exec(name)?.[1] ?? [],
	);

	it.each(links)('%s says what it said on the day', async (version) => {
		const code = readFileSync(new URL(`link-${version}.txt`, import.meta.url), 'utf8');
		const assignment = read<{ lessons: string[] }>(`assignment-${version}`);
		expect(await decodeAssignment(code, new Set(assignment.lessons))).toEqual({ ok: true, assignment });
	});
});
