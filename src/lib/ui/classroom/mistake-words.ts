import type { Mistake } from '../../classroom/class-report.ts';
import type { AssociateItem } from '../../engine/interactions/associate/schema.ts';
import { clashTypes, relations } from '../../engine/interactions/associate/vocabulary.ts';
import type { Finding } from '../../engine/interactions/interaction.ts';
import { wordsOfFinding } from '../../engine/interactions/mark/mark.ts';
import type { MarkItem } from '../../engine/interactions/mark/schema.ts';
import type { Item } from '../../engine/interactions/schemas.ts';
import type { Reading } from '../../text/reading.ts';
import { plainText, type RichText } from '../../text/rich-text.ts';
import { clashWords, relationWords } from '../interactions/associate-words.ts';
import { quoteOf } from '../marking/text-pieces.ts';

const longest = 110;

/** A text between quotation marks, its end left out where it is long. */
function quote(text: string): string {
	const short = text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, '')} …` : text;
	return /^[“‘"']/.test(short) ? short : `“${short}”`;
}

const quoteRich = (rich: RichText | undefined): string => quote(plainText(rich ?? []));

function associateWords({ part, answer }: Finding, item: AssociateItem): string {
	switch (part) {
		case 'a':
		case 'b': {
			const chosen = item[part].find(({ id }) => id === answer);
			return `took ${quoteRich(chosen?.text)} for an end of the pair`;
		}
		case 'same':
			return answer === 'true'
				? 'said that both are about the same matter'
				: 'said that they are about two matters';
		case 'relation': {
			const relation = relations.find((known) => known === answer);
			return `said “${relation ? relationWords[relation].name : answer}”`;
		}
		default: {
			const clash = clashTypes.find((known) => known === answer);
			return clash ? `said that they clash over: ${clashWords[clash].toLowerCase()}` : 'saw no clash';
		}
	}
}

function markWords(finding: Finding, item: MarkItem, readings: readonly Reading[]): string {
	const { kind, part, answer } = finding;
	const reading = readings.find(({ slug }) => slug === item.reading);
	const clean = item.clean.find(({ span }) => span.span === answer)?.words;
	const words = clean ?? wordsOfFinding(finding, item);
	const place = reading && words ? quote(quoteOf(reading, words)) : 'a place';
	const labelText = (label: string | undefined) => item.labels.find(({ id }) => id === label)?.text ?? '';
	const key = labelText(item.key.find(({ span }) => span.span === part)?.label);
	switch (kind) {
		case 'missed':
			return `missed ${place} (${key})`;
		case 'mislabelled':
			return `marked ${place} as ${labelText(answer)}; it is ${key}`;
		case 'partly':
			return answer === 'short'
				? `marked only a part of ${place} (${key})`
				: `marked more than ${place} (${key})`;
		default:
			return `marked ${place}, where nothing is to be marked`;
	}
}

/** What those who made the mistake did, to stand after “9 of 24”. */
export function mistakeInWords({ finding }: Mistake, item: Item, readings: readonly Reading[]): string {
	const { kind, part, answer } = finding;
	switch (item.type) {
		case 'choice': {
			const option = quoteRich(item.options.find(({ id }) => id === part)?.text);
			return kind === 'missed' ? `left out ${option}` : `chose ${option}`;
		}
		case 'match': {
			const snippet = quoteRich(item.snippets.find(({ id }) => id === part)?.text);
			return `put ${snippet} under “${item.categories.find(({ id }) => id === answer)?.text ?? ''}”`;
		}
		case 'inline-choice': {
			const gap = item.gaps.find(({ id }) => id === part);
			const option = gap?.options.find(({ id }) => id === answer)?.text ?? '';
			return `chose ${quote(option)} (${gap?.name ?? ''})`;
		}
		case 'order':
			return `had ${quoteRich(item.links.find(({ id }) => id === part)?.text)} out of place`;
		case 'associate':
			return associateWords(finding, item);
		case 'mark':
			return markWords(finding, item, readings);
		case 'extended-text':
			return '';
	}
}
