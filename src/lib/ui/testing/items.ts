/** Items for component tests. No page loads this file. */
import type { AssociateItem } from '../../engine/interactions/associate/schema.ts';
import type { ChoiceItem } from '../../engine/interactions/choice/schema.ts';
import type { ExtendedTextItem } from '../../engine/interactions/extended-text/schema.ts';
import type { InlineChoiceItem } from '../../engine/interactions/inline-choice/schema.ts';
import type { MarkItem } from '../../engine/interactions/mark/schema.ts';
import type { MatchItem } from '../../engine/interactions/match/schema.ts';
import type { OrderItem } from '../../engine/interactions/order/schema.ts';
import type { RichText } from '../../text/rich-text.ts';
import { account, rangeOf, wholeOf } from './readings.ts';

const rich = (text: string): RichText => [{ text }];

const at = (span: string) => ({ reading: account.slug, span });

const base = {
	id: 'item',
	skill: 'sourcing/attribution',
	passages: [],
	prompt: rich('The question'),
	evidence: [at('lead')],
	explanation: rich('The explanation'),
	hints: [],
	confidence: false,
};

const option = (id: string, text: string, correct = false) => ({
	id,
	text: rich(text),
	correct,
	feedback: rich(`About ${id}.`),
});

/** The minister is right. */
export const oneOfThree: ChoiceItem = {
	...base,
	type: 'choice',
	select: 'one',
	order: 'authored',
	options: [
		option('minister', 'The minister', true),
		option('aides', 'Two aides'),
		option('agency', 'An agency'),
	],
};

/** The minister and the aides are right. */
export const manyOfThree: ChoiceItem = {
	...oneOfThree,
	select: 'many',
	options: [
		option('minister', 'The minister', true),
		option('aides', 'Two aides', true),
		option('agency', 'An agency'),
	],
};

/** “Two aides denied it” is denied, “sources confirmed” is confirmed. */
export const sorting: MatchItem = {
	...base,
	type: 'match',
	categories: [
		{ id: 'denied', text: 'Denied', sign: rich('The sign of denial.') },
		{ id: 'confirmed', text: 'Confirmed', sign: rich('The sign of confirmation.') },
	],
	snippets: [
		{
			id: 'aides',
			text: rich('Two aides denied it'),
			category: 'denied',
			feedback: rich('Why the aides deny.'),
			tempting: [],
		},
		{
			id: 'sources',
			text: rich('Sources confirmed it'),
			category: 'confirmed',
			feedback: rich('Why the sources confirm.'),
			tempting: [],
		},
	],
};

const key = (span: string, quote: string, label: string) => ({
	span: at(span),
	label,
	core: rangeOf(account, quote),
	loose: [],
	given: false,
	feedback: rich(`Why ${span} is marked.`),
});

/** The minister and the aides are sources, “denied” is a cue; about the agency readers differ. */
export const marking: MarkItem = {
	...base,
	type: 'mark',
	reading: account.slug,
	start: 'bare',
	labels: [
		{ id: 'source', text: 'Source', sign: rich('The sign of a source.') },
		{ id: 'cue', text: 'Cue', sign: rich('The sign of a cue.') },
	],
	key: [
		key('minister', 'The minister', 'source'),
		key('aides', 'Two aides', 'source'),
		key('denial', 'denied', 'cue'),
	],
	arguable: [{ span: at('agency'), words: rangeOf(account, 'An agency'), note: rich('Why readers differ.') }],
	clean: [
		{ span: at('army'), words: rangeOf(account, 'the army'), feedback: rich('Nobody from the army speaks.') },
	],
	otherwise: rich('Nothing here says who says so.'),
	wrong: [],
	field: wholeOf(account),
	limit: 5,
};

const candidate = (id: string, reading: string, text: string) => ({
	id,
	span: { reading, span: id },
	text: rich(text),
	feedback: rich(`About ${id}.`),
});

/** The pair is the minister’s plan and the aides’ denial: the same matter, contradicting, by negation. */
export const linking: AssociateItem = {
	...base,
	type: 'associate',
	a: [candidate('plan', 'account', 'It was planned'), candidate('day', 'account', 'It was Monday')],
	b: [candidate('denial', 'other', 'It was not planned'), candidate('town', 'other', 'It hit a town')],
	pair: ['plan', 'denial'],
	sameMatter: true,
	sameMatterFeedback: rich('Both are about the plan.'),
	relation: 'contradicts',
	relationFeedback: rich('One says yes, one says no.'),
	clash: 'negation',
	clashFeedback: rich('The second denies the first.'),
	tempting: [
		{ relation: 'compatible', feedback: rich('Can a thing be planned and not planned?') },
		{ relation: 'update', feedback: rich('Neither knows anything newer.') },
	],
};

export const chain: OrderItem = {
	...base,
	type: 'order',
	first: 'where it starts',
	last: 'what you read',
	links: [
		{ id: 'witness', text: rich('A witness sees it'), feedback: rich('Somebody must see it first.') },
		{ id: 'agency', text: rich('An agency reports it'), feedback: rich('Agencies ask witnesses.') },
		{ id: 'paper', text: rich('A paper prints it'), feedback: rich('Papers take from agencies.') },
	],
};

const wording = (id: string, text: string, correct = false) => ({
	id,
	text,
	correct,
	feedback: rich(`About ${id}.`),
});

/** “said” and “raid” are neutral. */
export const wordings: InlineChoiceItem = {
	...base,
	type: 'inline-choice',
	text: rich('The minister {verb} that the {noun} was planned.'),
	gaps: [
		{
			id: 'verb',
			name: 'Verb of saying',
			options: [
				wording('said', 'said', true),
				wording('admitted', 'admitted'),
				wording('claimed', 'claimed'),
			],
		},
		{
			id: 'noun',
			name: 'Name of the event',
			options: [wording('raid', 'raid', true), wording('massacre', 'massacre')],
		},
	],
};

export const writing: ExtendedTextItem = {
	...base,
	type: 'extended-text',
	atLeast: 3,
	model: [rich('The minister said it was planned; two aides denied that.')],
	rubric: [
		{ id: 'both', text: rich('I name both sides.') },
		{ id: 'neutral', text: rich('My verbs are neutral.') },
	],
};
