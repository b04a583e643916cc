import { describe, expect, it } from 'vitest';
import type { Progress } from './progress.ts';
import { progressRows, toProgressJson } from './progress-file.ts';
import { summarise } from './summary.ts';
import { answer, answers } from './testing.ts';

const judged = (isSound: boolean, calledSound: boolean) => ({ judgements: [{ isSound, calledSound }] });

/** Doubts 5 of 6 weak passages and 1 of 5 sound ones; is sure of five answers and right in four; meets one wrong idea in 2 of 3. */
const given = answers(
	...Array.from({ length: 5 }, () => judged(false, false)),
	judged(false, true),
	judged(true, false),
	...Array.from({ length: 4 }, () => judged(true, true)),
	...[1, 1, 1, 1, 0].map((share) => ({ share, confidence: 'sure' as const, skill: 'framing/verbs' })),
	...[0, 0, 1].map((share) => ({
		share,
		lures: ['wrong-idea'],
		...(share < 1 && { misconceptions: ['wrong-idea'] }),
	})),
);

const progressOf = (all: typeof given): Progress => ({
	answers: all,
	summary: summarise(all, { skills: ['sourcing/attribution', 'framing/verbs'], now: 0 }),
	changes: [],
});

const names = {
	skills: [{ id: 'sourcing/attribution', title: 'Find who says so' }],
	misconceptions: [
		{ id: 'another', name: 'Another' },
		{ id: 'wrong-idea', name: 'A wrong idea' },
	],
};

const rounded = (value = NaN) => Number(value.toFixed(3));

describe('the rows of a report', () => {
	const progress = progressOf(given);
	const { discernment, calibration, skills } = progress.summary;
	const rows = progressRows(progress, names);
	const rowOf = (what: string) => rows.find(([, name]) => name === what);

	it('begin with what each column is', () => {
		expect(rows[0]).toEqual(['part', 'what', 'count', 'of', 'value', 'low', 'high']);
	});

	it('give each skill by its title, or by its id where it has none, with how well it is known', () => {
		const [sourcing, verbs] = skills;
		const known = [sourcing?.mastery?.mean, sourcing?.mastery?.low, sourcing?.mastery?.high].map(rounded);
		expect(rowOf('Find who says so')).toEqual(['skill', 'Find who says so', 12, 14, ...known]);
		expect(rowOf('framing/verbs')?.slice(0, 5)).toEqual([
			'skill',
			'framing/verbs',
			4,
			5,
			rounded(verbs?.mastery?.mean),
		]);
	});

	it('give how many weak and sound passages were doubted, and where the shares probably lie', () => {
		const { caughtInterval, doubtedInterval } = discernment ?? {};
		expect(rowOf('weak passages doubted')).toEqual([
			'judgement',
			'weak passages doubted',
			5,
			6,
			undefined,
			rounded(caughtInterval?.low),
			rounded(caughtInterval?.high),
		]);
		expect(rowOf('sound passages doubted')).toEqual([
			'judgement',
			'sound passages doubted',
			1,
			5,
			undefined,
			rounded(doubtedInterval?.low),
			rounded(doubtedInterval?.high),
		]);
	});

	it('give d′ and c, of all passages together', () => {
		expect(rowOf('d′')).toEqual([
			'judgement',
			'd′',
			6,
			11,
			rounded(discernment?.sensitivity),
			rounded(discernment?.sensitivityInterval.low),
			rounded(discernment?.sensitivityInterval.high),
		]);
		expect(rowOf('c')).toEqual([
			'judgement',
			'c',
			6,
			11,
			rounded(discernment?.criterion),
			rounded(discernment?.criterionInterval.low),
			rounded(discernment?.criterionInterval.high),
		]);
	});

	it('give each level of confidence, without a share where there is no answer', () => {
		const sure = calibration.levels.find(({ level }) => level === 'sure');
		expect(rowOf('sure')).toEqual([
			'confidence',
			'sure',
			4,
			5,
			0.8,
			rounded(sure?.interval.low),
			rounded(sure?.interval.high),
		]);
		expect(rowOf('not-sure')).toEqual(['confidence', 'not-sure', 0, 0, undefined, undefined, undefined]);
		// Four times 0.1² and once 0.9², of five.
		expect(rowOf('Brier score')).toEqual(['confidence', 'Brier score', 5, 5, 0.17, undefined, undefined]);
	});

	it('give how often a wrong idea showed, of the times when it could', () => {
		expect(rowOf('A wrong idea')).toEqual([
			'misconception',
			'A wrong idea',
			2,
			3,
			0.667,
			undefined,
			undefined,
		]);
		expect(
			progressRows(progress, { ...names, misconceptions: [] }).find(
				([part]) => part === 'misconception',
			)?.[1],
		).toBe('wrong-idea');
	});

	it('leave out what too few answers can’t tell', () => {
		const few = progressRows(progressOf([answer(judged(false, false))]), names);
		expect(few.map(([, what]) => what)).toEqual([
			'what',
			'Find who says so',
			'framing/verbs',
			'weak passages doubted',
			'sound passages doubted',
			'not-sure',
			'fairly-sure',
			'sure',
		]);
		expect(few[1]).toEqual(['skill', 'Find who says so', 1, 1, undefined, undefined, undefined]);
		expect(few[3]).toEqual(['judgement', 'weak passages doubted', 1, 1, undefined, undefined, undefined]);
	});
});

it('a report for programs names the answers in which a wrong idea showed, on lines that people can read', () => {
	const text = toProgressJson(progressOf(given), 0);
	const { summary } = JSON.parse(text);
	expect(summary.misconceptions).toMatchObject([
		{
			id: 'wrong-idea',
			chances: 3,
			shown: [
				{ lesson: 'lesson', item: 'item-16', at: 960_000 },
				{ lesson: 'lesson', item: 'item-17', at: 1_020_000 },
			],
		},
	]);
	for (const { shown } of summary.misconceptions)
		for (const place of shown) expect(Object.keys(place)).toEqual(['lesson', 'item', 'at']);
	expect(text).toContain('\n\t"format"');
});
