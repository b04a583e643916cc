import { defineInteraction, type Finding } from '../interaction.ts';
import type { ChoiceItem } from './schema.ts';

/** The ids of the chosen options. */
export type ChoiceResponse = string[];

const isStringArray = (data: unknown): data is string[] =>
	Array.isArray(data) && data.every((entry) => typeof entry === 'string');

const correctIds = (item: ChoiceItem): string[] =>
	item.options.filter((option) => option.correct).map((option) => option.id);

export const choice = defineInteraction<ChoiceItem, ChoiceResponse>('choice', {
	parse(data, item) {
		if (!isStringArray(data)) return undefined;
		const known = new Set(item.options.map((option) => option.id));
		const chosen = [...new Set(data)];
		if (!chosen.every((id) => known.has(id))) return undefined;
		return item.select === 'one' && chosen.length > 1 ? undefined : chosen;
	},

	/**
	 * One right option: 1 or 0 of 1. Several: right minus wrong, at least 0, of all right ones
	 * (the “right minus wrong” rule; it makes guessing worth nothing on average where half the options are right).
	 */
	score(response, item) {
		if (response.length === 0) return { type: 'invalid', code: 'nothing-chosen' };
		const chosen = new Set(response);
		const findings: Finding[] = item.options.flatMap(({ id, correct }): Finding[] => {
			if (chosen.has(id)) return [{ kind: correct ? 'right' : 'wrong', part: id }];
			return correct && item.select === 'many' ? [{ kind: 'missed', part: id }] : [];
		});
		const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
		const maxScore = correctIds(item).length;
		return { type: 'scored', score: Math.max(0, count('right') - count('wrong')), maxScore, findings };
	},

	feedback({ kind, part }, item) {
		const option = item.options.find(({ id }) => id === part);
		if (!option) throw new TypeError(`“${part}” is not an option of “${item.id}”`);
		if (kind === 'missed') return { about: option.text, reason: option.feedback };
		return {
			about: option.text,
			text: option.feedback,
			...(option.misconception && { misconception: option.misconception }),
		};
	},

	correctResponse: correctIds,

	keepRight: (response, item) =>
		item.select === 'many' ? response.filter((id) => correctIds(item).includes(id)) : [],
});
