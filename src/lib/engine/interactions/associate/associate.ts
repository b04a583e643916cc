import type { RichText } from '../../../text/rich-text.ts';
import { defineInteraction, isRecord, type Feedback, type Finding } from '../interaction.ts';
import type { AssociateItem } from './schema.ts';
import { clashTypes, relations, type ClashType, type Relation } from './vocabulary.ts';

/** What is said of a pair so far. `same`: both are about the same matter. */
export type AssociateResponse = {
	a?: string;
	b?: string;
	same?: boolean;
	relation?: Relation;
	clash?: ClashType;
};

const say = (text: string): RichText => [{ text }];

/** What each relation would need: said to a wrong one that the item says nothing of its own about. */
const relationSigns: Record<Relation, RichText> = {
	same: say('“Same” needs both to claim the same thing, if in other words.'),
	compatible: say('“Compatible” needs two different claims that can both be true.'),
	update: say('“Update” needs a later account that knows something newer.'),
	framing: say('“Framing” needs one fact told in two ways, one of which leans.'),
	contradicts: say('“Contradicts” needs two claims that can’t both be true as told.'),
	'cant-tell': say('“Can’t tell” is for claims that are too vague to decide.'),
};

const clashSigns: Record<ClashType, RichText> = {
	number: say('They would have to give different numbers for the same thing.'),
	time: say('They would have to put the same thing at different times.'),
	who: say('They would have to name different people or bodies for the same act.'),
	quotation: say('They would have to give the same words, or the same claim, to different speakers.'),
	word: say('They would have to put the same thing into categories that exclude each other.'),
	negation: say('One would have to deny what the other says.'),
};

const isRelation = (data: unknown): data is Relation => relations.some((relation) => relation === data);
const isClash = (data: unknown): data is ClashType => clashTypes.some((clash) => clash === data);

/** With a single candidate on each side the pair is given. */
export const asksPair = ({ a, b }: AssociateItem): boolean => a.length > 1 || b.length > 1;

type Part = 'a' | 'b' | 'same' | 'relation' | 'clash';

const partsOf = (item: AssociateItem): Part[] => [
	...(asksPair(item) ? (['a', 'b'] as const) : []),
	'same',
	'relation',
	...(item.clash ? (['clash'] as const) : []),
];

/** Both ends of the pair are one point together. */
const weight = (part: Part): number => (part === 'a' || part === 'b' ? 0.5 : 1);

function isRight(part: Part, response: AssociateResponse, item: AssociateItem): boolean {
	switch (part) {
		case 'a':
			return response.a === item.pair[0];
		case 'b':
			return response.b === item.pair[1];
		case 'same':
			return response.same === item.sameMatter;
		case 'relation':
			return response.relation === item.relation;
		case 'clash':
			return response.relation === 'contradicts' && response.clash === item.clash;
	}
}

const isComplete = (response: AssociateResponse, item: AssociateItem): boolean =>
	(!asksPair(item) || (response.a !== undefined && response.b !== undefined)) &&
	response.same !== undefined &&
	response.relation !== undefined &&
	(response.relation !== 'contradicts' || response.clash !== undefined);

function feedbackOnWrong(
	part: Part,
	answer: string | undefined,
	item: AssociateItem,
): Omit<Feedback, 'about'> {
	if (part === 'a' || part === 'b') {
		const chosen = item[part].find(({ id }) => id === answer);
		return {
			...(chosen && { text: chosen.feedback }),
			...(chosen?.misconception && { misconception: chosen.misconception }),
		};
	}
	if (part === 'same') return { reason: item.sameMatterFeedback };
	const tempting = item.tempting.find((wrong) => wrong[part] !== undefined && wrong[part] === answer);
	const sign = isRelation(answer) ? relationSigns[answer] : isClash(answer) ? clashSigns[answer] : undefined;
	const reason = part === 'relation' ? item.relationFeedback : item.clashFeedback;
	return {
		...((tempting || sign) && { text: tempting?.feedback ?? sign ?? [] }),
		...(reason && { reason }),
		...(tempting?.misconception && { misconception: tempting.misconception }),
	};
}

function feedbackOnRight(part: Part, item: AssociateItem): Omit<Feedback, 'about'> {
	if (part === 'a' || part === 'b') {
		const end = item[part].find(({ id }) => id === item.pair[part === 'a' ? 0 : 1]);
		return end ? { text: end.feedback } : {};
	}
	if (part === 'same') return { text: item.sameMatterFeedback };
	const text = part === 'relation' ? item.relationFeedback : item.clashFeedback;
	return text ? { text } : {};
}

const partNames: Record<Part, string> = {
	a: 'First passage',
	b: 'Second passage',
	same: 'Same matter?',
	relation: 'How they relate',
	clash: 'What they clash over',
};

const isPart = (part: string): part is Part => Object.hasOwn(partNames, part);

export const associate = defineInteraction<AssociateItem, AssociateResponse>('associate', {
	parse(data, item) {
		if (!isRecord(data)) return undefined;
		const { a, b, same, relation, clash } = data;
		const response: AssociateResponse = {};
		for (const [side, id] of [
			['a', a],
			['b', b],
		] as const) {
			if (id === undefined) continue;
			const known = item[side].find((candidate) => candidate.id === id);
			if (!known) return undefined;
			response[side] = known.id;
		}
		if (same !== undefined && typeof same !== 'boolean') return undefined;
		if (relation !== undefined && !isRelation(relation)) return undefined;
		if (clash !== undefined && !isClash(clash)) return undefined;
		return {
			...response,
			...(same !== undefined && { same }),
			...(relation && { relation }),
			...(clash && relation === 'contradicts' && { clash }),
		};
	},

	/** One point each for the pair (half an end), for “same matter?”, for the relation and, in a contradiction, for its kind. */
	score(response, item) {
		if (Object.keys(response).length === 0) return { type: 'invalid', code: 'nothing-chosen' };
		if (!isComplete(response, item)) return { type: 'invalid', code: 'incomplete' };
		const parts = partsOf(item);
		const findings = parts.map((part): Finding => {
			const answer = response[part];
			return {
				kind: isRight(part, response, item) ? 'right' : 'wrong',
				part,
				...(answer !== undefined && { answer: String(answer) }),
			};
		});
		const score = parts.reduce((sum, part) => sum + (isRight(part, response, item) ? weight(part) : 0), 0);
		return { type: 'scored', score, maxScore: parts.reduce((sum, part) => sum + weight(part), 0), findings };
	},

	feedback({ kind, part, answer }, item) {
		if (!isPart(part)) throw new TypeError(`“${part}” is not a part of “${item.id}”`);
		const said = kind === 'right' ? feedbackOnRight(part, item) : feedbackOnWrong(part, answer, item);
		return { about: say(partNames[part]), ...said };
	},

	correctResponse: (item) => ({
		a: item.pair[0],
		b: item.pair[1],
		same: item.sameMatter,
		relation: item.relation,
		...(item.clash && { clash: item.clash }),
	}),

	keepRight: (response, item) =>
		Object.fromEntries(
			Object.entries(response).filter(([part]) => isPart(part) && isRight(part, response, item)),
		),
});
