import type { Answer } from './answers.ts';
import { calibrationOf, type Calibration } from './calibration.ts';
import { countedAnswers } from './counted.ts';
import { countJudgements, discernmentOf, type Discernment, type JudgementCounts } from './discernment.ts';
import { masteryOf, type Mastery } from './mastery.ts';
import { misconceptionsMet, type MetMisconception } from './misconceptions.ts';

/** `right` counts parts of answers as parts. `mastery` is undefined while there are too few answers. */
export type SkillSummary = { skill: string; answers: number; right: number; mastery: Mastery | undefined };

/** What answers say about a learner. `discernment` is undefined while there are too few passages. */
export type Summary = {
	answers: number;
	skills: SkillSummary[];
	misconceptions: MetMisconception[];
	judgements: JudgementCounts;
	discernment: Discernment | undefined;
	calibration: Calibration;
};

/** Sums up answers from any number of attempts. `skills` gives the order; `now` is in milliseconds since the epoch. */
export function summarise(
	answers: readonly Answer[],
	{ skills, now }: { skills: readonly string[]; now: number },
): Summary {
	const counted = countedAnswers(answers);
	const bySkill = new Map<string, Answer[]>(skills.map((skill) => [skill, []]));
	for (const answer of counted) bySkill.get(answer.skill)?.push(answer);
	const judgements = countJudgements(counted.flatMap((answer) => answer.judgements));
	return {
		answers: counted.length,
		skills: [...bySkill].map(([skill, own]) => ({
			skill,
			answers: own.length,
			right: own.reduce((sum, { share }) => sum + share, 0),
			mastery: masteryOf(own, now),
		})),
		misconceptions: misconceptionsMet(counted),
		judgements,
		discernment: discernmentOf(judgements),
		calibration: calibrationOf(counted),
	};
}
