import type { ProgressIndex } from '../../content/progress-index.ts';
import type { NextStep } from '../../learner/next-step.ts';
import { countOf, rangeOfTen } from './progress-words.ts';

/** Where a recommendation can lead. */
export type Places = {
	review: string;
	lesson: (lesson: string) => string;
	question: (ref: { lesson: string; item: string }) => string;
};

/** A recommendation for people: what, why, and the way there. */
export type NextStepWords = { title: string; reason: string; action: string; href: string };

/** Puts a recommendation into words. Undefined where what it is about is no longer there. */
export function describeStep(
	step: NextStep,
	{ skills, misconceptions, lessons }: ProgressIndex,
	places: Places,
): NextStepWords | undefined {
	const titleOf = (lesson: string | undefined) => lessons.find(({ id }) => id === lesson)?.title;
	switch (step.type) {
		case 'review':
			return {
				title: `${countOf(step.due, 'question')} to review today`,
				reason: 'A short look just before something fades makes it last.',
				action: 'Review now',
				href: places.review,
			};
		case 'continue': {
			const title = titleOf(step.lesson);
			return title === undefined
				? undefined
				: {
						title: `Go on with “${title}”`,
						reason: 'You have begun this lesson.',
						action: 'Continue',
						href: places.lesson(step.lesson),
					};
		}
		case 'misconception': {
			const { id, shown, chances } = step.misconception;
			const known = misconceptions.find((misconception) => misconception.id === id);
			const title = titleOf(step.lesson);
			return (
				known && {
					title: `“${known.name}” came back`,
					reason: `It showed in ${shown.length} of ${countOf(chances, 'question')} that could show it. ${known.gist}`,
					...(step.lesson !== undefined && title !== undefined
						? { action: `Practise it in “${title}”`, href: places.lesson(step.lesson) }
						: { action: 'Look at the question again', href: places.question(step.again) }),
				}
			);
		}
		case 'skill': {
			const skill = skills.find(({ id }) => id === step.skill);
			const title = titleOf(step.lesson);
			return skill && title !== undefined
				? {
						title: `Practise “${skill.title}”`,
						reason: `Of all skills with enough answers this is the lowest: probably ${rangeOfTen(step.mastery)} of 10. ${skill.gist}`,
						action: `Open “${title}”`,
						href: places.lesson(step.lesson),
					}
				: undefined;
		}
		case 'lesson': {
			const lesson = lessons.find(({ id }) => id === step.lesson);
			return (
				lesson && {
					title: `Next lesson: “${lesson.title}”`,
					reason: lesson.aim,
					action: 'Open the lesson',
					href: places.lesson(step.lesson),
				}
			);
		}
	}
}
