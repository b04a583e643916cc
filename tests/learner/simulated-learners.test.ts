import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent, type Lesson } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { misconceptionsOf } from '../../src/lib/engine/interactions/misconceptions.ts';
import type { Item } from '../../src/lib/engine/interactions/schemas.ts';
import { itemsOf } from '../../src/lib/engine/lesson-plan.ts';
import { answersOf } from '../../src/lib/learner/answers.ts';
import { changeBetween } from '../../src/lib/learner/change.ts';
import { summarise } from '../../src/lib/learner/summary.ts';
import {
	cynic,
	Dice,
	guesser,
	overConfident,
	perfect,
	truster,
	withMisconception,
	workThrough,
	type Learner,
} from './simulated-learners.ts';

// A hundred learners take a while, the more so on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
const { lessons } = compileContent(content);
const skills = content.skills.data.skills.map(({ id }) => id);
const misconceptions = content.misconceptions.data.misconceptions.map(({ id }) => id);

const now = 60_000;

const answersIn = (some: readonly Lesson[], learner: Learner, dice: Dice) =>
	some.flatMap((lesson) => answersOf(workThrough(lesson, learner, dice), lesson));

const summaryOf = (learner: Learner, seed: number, some: readonly Lesson[] = lessons) =>
	summarise(answersIn(some, learner, new Dice(seed)), { skills, now });

/** The lessons with only those items that a test is about: others cost time and change nothing. */
const withOnly = (isMet: (item: Item) => boolean): Lesson[] =>
	lessons.map((lesson) => ({ ...lesson, steps: itemsOf(lesson).filter(isMet) }));

const judging = withOnly((item) => JSON.stringify(item).includes('"quality"'));

const asking = withOnly(({ confidence }) => confidence);

const leading = new Map(
	misconceptions.map((id) => [id, withOnly((item) => misconceptionsOf(item).includes(id))]),
);

const runs = 100;

/** In how many of 100 runs, each with its own seed, something is so. */
const countRuns = (isSo: (seed: number) => boolean): number =>
	Array.from({ length: runs }, (_, index) => index + 1).filter(isSo).length;

const almostAlways = 95;

describe('a learner who answers all lessons rightly', () => {
	const summary = summaryOf(perfect, 1);

	it('masters every skill, as far as so few answers can tell', () => {
		for (const { skill, mastery } of summary.skills) expect(mastery?.high, skill).toBeGreaterThan(0.95);
	});

	it('catches every weak passage, doubts no sound one, and leans to no side', () => {
		const { discernment } = summary;
		expect(discernment?.caught).toBe(discernment?.weak);
		expect(discernment).toMatchObject({ doubted: 0, leaning: 'neither' });
		expect(discernment?.sensitivityInterval.low).toBeGreaterThan(3);
	});

	it('shows no misconception, and is rightly sure', () => {
		expect(summary.misconceptions).toEqual([]);
		expect(summary.calibration.levels.find(({ level }) => level === 'sure')?.fit).toBe('fits');
	});
});

describe('a learner who guesses', () => {
	it('has a d′ of 0 within its interval', () => {
		const found = countRuns((seed) => {
			const interval = summaryOf(guesser, seed, judging).discernment?.sensitivityInterval;
			return interval !== undefined && interval.low <= 0 && interval.high >= 0;
		});
		expect(found).toBeGreaterThanOrEqual(almostAlways);
	});

	it('masters nothing', () => {
		for (const { skill, mastery } of summaryOf(guesser, 1).skills)
			expect(mastery?.mean, skill).toBeLessThan(0.5);
	});
});

it.each([
	['doubts nearly everything', 'too-suspicious', cynic],
	['trusts nearly everything', 'too-trusting', truster],
] as const)('a learner who %s is found to be %s', (_, leaning, learner) => {
	const found = countRuns((seed) => summaryOf(learner, seed, judging).discernment?.leaning === leaning);
	expect(found).toBeGreaterThanOrEqual(almostAlways);
});

it('a learner who knows a third and is sure of everything is found to be too sure', () => {
	const found = countRuns((seed) =>
		summaryOf(overConfident, seed, asking).calibration.levels.some(
			({ level, fit }) => level === 'sure' && fit === 'too-sure',
		),
	);
	expect(found).toBeGreaterThanOrEqual(almostAlways);
});

it('the one misconception of a learner is found, and no other', () => {
	const found = countRuns((seed) => {
		const own = misconceptions[seed % misconceptions.length] ?? '';
		const met = summaryOf(withMisconception(own), seed, leading.get(own)).misconceptions;
		return met[0]?.id === own && met[0].standing !== 'quiet' && met.length === 1;
	});
	expect(found).toBeGreaterThanOrEqual(almostAlways);
});

describe('from the check at the beginning to the one at the end', () => {
	const forms = lessons.filter(({ kind }) => kind === 'check');
	const [first, last] = forms;
	if (!first || !last) throw new Error('There are no two checks.');

	const changeOf = (before: Learner, after: Learner, seed: number) => {
		const dice = new Dice(seed);
		const later = answersIn([last], after, dice).map((answer) => ({ ...answer, at: answer.at + now }));
		return changeBetween([first, last], [...answersIn([first], before, dice), ...later]);
	};

	it('a learner who has learned everything is seen to have gone up', () => {
		const found = countRuns((seed) => changeOf(guesser, perfect, seed)?.direction === 'up');
		expect(found).toBeGreaterThanOrEqual(almostAlways);
	});

	it('a learner who has learned nothing is hardly ever said to have changed', () => {
		const found = countRuns((seed) => changeOf(guesser, guesser, seed)?.direction === 'too-few-to-tell');
		expect(found).toBeGreaterThanOrEqual(almostAlways);
	});
});
