import { defineInteraction, isRecord, type Finding } from '../interaction.ts';
import type { InlineChoiceItem } from './schema.ts';

/** Gap id → option id. */
export type InlineChoiceResponse = Record<string, string>;

const isRight = (item: InlineChoiceItem, gap: string, option: string | undefined): boolean =>
	item.gaps.find(({ id }) => id === gap)?.options.find(({ id }) => id === option)?.correct ?? false;

export const inlineChoice = defineInteraction<InlineChoiceItem, InlineChoiceResponse>('inline-choice', {
	parse(data, item) {
		if (!isRecord(data)) return undefined;
		const options = new Map(item.gaps.map((gap) => [gap.id, new Set(gap.options.map(({ id }) => id))]));
		const pairs = Object.entries(data).filter(
			(pair): pair is [string, string] =>
				typeof pair[1] === 'string' && (options.get(pair[0])?.has(pair[1]) ?? false),
		);
		return pairs.length === Object.keys(data).length ? Object.fromEntries(pairs) : undefined;
	},

	/** One point a gap; every gap must be filled before it is scored. */
	score(response, item) {
		const given = new Map(Object.entries(response));
		if (given.size === 0) return { type: 'invalid', code: 'nothing-chosen' };
		if (given.size < item.gaps.length) return { type: 'invalid', code: 'incomplete' };
		const findings = item.gaps.map(({ id }): Finding => {
			const answer = given.get(id) ?? '';
			return { kind: isRight(item, id, answer) ? 'right' : 'wrong', part: id, answer };
		});
		const score = findings.filter(({ kind }) => kind === 'right').length;
		return { type: 'scored', score, maxScore: item.gaps.length, findings };
	},

	feedback({ part, answer }, item) {
		const option = item.gaps.find(({ id }) => id === part)?.options.find(({ id }) => id === answer);
		if (!option) throw new TypeError(`“${answer}” is not an option of the gap “${part}” of “${item.id}”`);
		return {
			about: [{ text: option.text }],
			text: option.feedback,
			...(option.misconception && { misconception: option.misconception }),
		};
	},

	correctResponse: (item) =>
		Object.fromEntries(
			item.gaps.map((gap) => [gap.id, gap.options.find(({ correct }) => correct)?.id ?? '']),
		),

	keepRight: (response, item) =>
		Object.fromEntries(Object.entries(response).filter(([gap, option]) => isRight(item, gap, option))),
});
