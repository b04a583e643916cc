import { Rating, type Grade } from 'ts-fsrs';
import type { Answer } from '../answers.ts';

/**
 * What one answer says about how well a skill was remembered, in FSRS's four grades. It counts from the first try; what
 * comes later only tells a slip from a gap.
 *
 * | first try        | and                                           | grade |
 * | ---------------- | --------------------------------------------- | ----- |
 * | right            | “sure”, no hint                               | Easy  |
 * | right            | “fairly sure” or not asked, no hint           | Good  |
 * | right            | “not sure”, or after a hint                   | Hard  |
 * | half right or more | no hint, and mended if tried again          | Hard  |
 * | half right or more | after a hint, or tried again without a gain | Again |
 * | less than half right | whatever came later                       | Again |
 */
export function gradeOf({
	share,
	final,
	tries,
	hints,
	confidence,
}: Pick<Answer, 'share' | 'final' | 'tries' | 'hints' | 'confidence'>): Grade {
	if (share < 0.5) return Rating.Again;
	if (share < 1) return hints > 0 || (tries > 1 && final <= share) ? Rating.Again : Rating.Hard;
	if (hints > 0 || confidence === 'not-sure') return Rating.Hard;
	return confidence === 'sure' ? Rating.Easy : Rating.Good;
}

const grades = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy] as const;

/** The grade of a day: the mean of its answers, rounded; halves go up. At least one answer. */
export function gradeOfDay(given: readonly Grade[]): Grade {
	const mean = given.reduce<number>((sum, grade) => sum + grade, 0) / given.length;
	return grades[Math.round(mean) - 1] ?? Rating.Again;
}
