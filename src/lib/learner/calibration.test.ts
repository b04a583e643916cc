import { describe, expect, it } from 'vitest';
import type { Confidence } from '../engine/confidence.ts';
import { calibrationOf } from './calibration.ts';
import { answers } from './testing.ts';

const said = (confidence: Confidence, right: number, of: number) =>
	Array.from({ length: of }, (_, index) => ({ confidence, share: index < right ? 1 : 0 }));

const fitOf = (confidence: Confidence, right: number, of: number) =>
	calibrationOf(answers(...said(confidence, right, of))).levels.find(({ level }) => level === confidence)
		?.fit;

describe('calibration', () => {
	it('counts right answers by how sure the learner was, parts as parts', () => {
		const all = answers(
			...said('sure', 3, 4),
			...said('not-sure', 1, 2),
			{ confidence: 'sure', share: 0.5 },
			{ share: 1 },
		);
		const { levels, answers: count } = calibrationOf(all);
		expect(count).toBe(7);
		expect(levels).toMatchObject([
			{ level: 'not-sure', answers: 2, right: 1 },
			{ level: 'fairly-sure', answers: 0, right: 0 },
			{ level: 'sure', answers: 5, right: 3.5 },
		]);
	});

	it('has a Brier score', () => {
		// Brier 1950, one event: (0.9 − 1)², (0.75 − 0)², (0.5 − 1)², (0.9 − 0.5)² have the mean 0.24563.
		const all = answers(
			{ confidence: 'sure', share: 1 },
			{ confidence: 'fairly-sure', share: 0 },
			{ confidence: 'not-sure', share: 1 },
			{ confidence: 'sure', share: 0.5 },
		);
		expect(calibrationOf(all).brier).toBeCloseTo(0.245625, 10);
	});

	it('has no Brier score before anything was said', () => {
		expect(calibrationOf(answers({}))).toMatchObject({ brier: undefined, answers: 0 });
	});
});

describe('advice on a level', () => {
	it.each([
		['sure', 4, 4, 'too-few'],
		['sure', 4, 10, 'too-sure'],
		['sure', 7, 10, 'fits'],
		['sure', 10, 10, 'fits'],
		['fairly-sure', 3, 10, 'too-sure'],
		['fairly-sure', 7, 10, 'fits'],
		['fairly-sure', 30, 30, 'could-be-surer'],
		['not-sure', 5, 10, 'fits'],
		['not-sure', 0, 10, 'fits'],
		['not-sure', 19, 20, 'could-be-surer'],
	] as const)('“%s” with %i of %i right: %s', (level, right, of, fit) => {
		expect(fitOf(level, right, of)).toBe(fit);
	});
});
