import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { answersOf, type Answer } from '../../src/lib/learner/answers.ts';
import { summarise } from '../../src/lib/learner/summary.ts';
import { Dice, guesser, workThrough } from '../../tests/learner/simulated-learners.ts';
import { growthOf, timeOf, type Bench, type Figure } from './measure.ts';

const sizes = [1_250, 2_500, 5_000, 10_000];
const week = 7 * 24 * 60 * 60 * 1_000;

/** The answers of one learner, again and again, a week apart. */
const repeated = (answers: readonly Answer[], count: number): Answer[] =>
	Array.from({ length: Math.ceil(count / answers.length) }, (_, round) =>
		answers.map((answer) => ({
			...answer,
			attempt: `${answer.attempt}-${round}`,
			at: answer.at + round * week,
		})),
	)
		.flat()
		.slice(0, count);

export const learner: Bench = {
	name: 'learner',
	run: async () => {
		const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
		if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
		const { lessons } = compileContent(content);
		const skills = content.skills.data.skills.map(({ id }) => id);
		const dice = new Dice(1);
		const records = lessons.map((lesson) => ({ lesson, record: workThrough(lesson, guesser, dice) }));
		const readAll = () => records.flatMap(({ lesson, record }) => answersOf(record, lesson));
		const answers = readAll();
		const figures: Figure[] = [
			{
				measure: 'answers from records, by replay',
				of: `${lessons.length} lessons, ${answers.length} answers`,
				value: timeOf(() => void readAll()),
				unit: 'ms',
			},
		];
		const points = sizes.map((n) => {
			const many = repeated(answers, n);
			const now = (many.at(-1)?.at ?? 0) + week;
			return { n, value: timeOf(() => void summarise(many, { skills, now }), 9) };
		});
		for (const { n, value } of points)
			figures.push({
				measure: 'summary of answers',
				of: `${n} answers`,
				value,
				unit: 'ms',
				ratio: value / (points[0]?.value ?? value),
			});
		figures.push({
			measure: 'summary: exponent of growth',
			of: `${sizes[0]} to ${sizes.at(-1)} answers (1 is linear)`,
			value: growthOf(points),
			unit: '',
		});
		return figures;
	},
};
