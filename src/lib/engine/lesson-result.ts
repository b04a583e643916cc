import type { Feedback, Finding } from './interactions/interaction.ts';
import { interactionOf } from './interactions/registry.ts';
import type { Item } from './interactions/schemas.ts';
import { isJudged, itemScore } from './item-progress.ts';
import { phaseIn, progressOf, type LessonContext } from './lesson-machine.ts';
import { itemsOf } from './lesson-plan.ts';

export type SkillResult = {
	skill: string;
	score: number;
	maxScore: number;
	items: { id: string; score: number }[];
};

/** Every item that is judged counts 1. `answered` counts items with at least one checked answer. */
export type LessonResult = {
	score: number;
	maxScore: number;
	answered: number;
	closed: number;
	skills: SkillResult[];
};

export function resultOf(context: LessonContext): LessonResult {
	const skills = new Map<string, SkillResult>();
	const result = { score: 0, maxScore: 0, answered: 0, closed: 0 };
	for (const item of itemsOf(context.plan)) {
		const progress = progressOf(context, item.id);
		const score = itemScore(progress, context.settings);
		result.answered += progress.tries.length > 0 ? 1 : 0;
		result.closed += phaseIn(context, item.id) === 'closed' ? 1 : 0;
		if (!isJudged(item)) continue;
		const skill = skills.get(item.skill) ?? { skill: item.skill, score: 0, maxScore: 0, items: [] };
		skill.score += score;
		skill.maxScore += 1;
		skill.items.push({ id: item.id, score });
		skills.set(item.skill, skill);
		result.score += score;
		result.maxScore += 1;
	}
	return { ...result, skills: [...skills.values()] };
}

export type FindingFeedback = Finding & Feedback;

/** Everything to say to the last checked answer of an item, in the order of its parts. */
export function feedbackOf(context: LessonContext, item: Item): FindingFeedback[] {
	const last = progressOf(context, item.id).tries.at(-1);
	const interaction = interactionOf(item);
	return (last?.outcome.findings ?? []).map((finding) => ({
		...finding,
		...interaction.feedback(finding, item),
	}));
}
