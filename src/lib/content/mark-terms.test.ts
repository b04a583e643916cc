import { describe, expect, it } from 'vitest';
import type { Run } from '../text/rich-text.ts';
import { markTerms } from './mark-terms.ts';
import { lessonFile } from './schemas.ts';

const terms = [{ id: 'source', term: 'source', meaning: 'Where a claim comes from.' }];

const option = (id: string, text: string, correct: boolean) => ({
	id,
	text,
	correct,
	feedback: `What is said to ${id}.`,
});

function lessonWith({
	prompt,
	options,
	explanation,
}: {
	prompt: string;
	options: [string, string];
	explanation: string;
}) {
	return lessonFile.parse({
		id: 'terms',
		title: 'Terms',
		lens: 'sourcing',
		aim: 'Learn words.',
		minutes: 3,
		readings: ['one'],
		takeaways: ['Words have meanings.'],
		teacher: {
			discussion: ['One?', 'Two?', 'Three?'],
			pitfalls: ['None.'],
			sensitive: 'Nothing.',
			standards: [{ code: 'RI.8.9', gist: 'Compare.' }],
		},
		steps: [
			{
				type: 'choice',
				id: 'first',
				skill: 'sourcing/attribution',
				prompt,
				evidence: ['one#a'],
				explanation,
				options: [option('a', options[0], true), option('b', options[1], false)],
			},
		],
	});
}

function marked(texts: Parameters<typeof lessonWith>[0]): {
	prompt: Run[];
	options: Run[][];
	explanation: Run[];
} {
	const [step] = markTerms(lessonWith(texts), terms).steps;
	if (step?.type !== 'choice') throw new Error('the lesson has no choice');
	return {
		prompt: step.prompt,
		options: step.options.map(({ text }) => text),
		explanation: step.explanation,
	};
}

const termed = (rich: Run[]) => rich.filter(({ term }) => term === 'source').map(({ text }) => text);

describe('a word of the glossary', () => {
	it('is explained where it first stands, and only there', () => {
		const { prompt, explanation } = marked({
			prompt: 'Which Source is named, and which sources are not?',
			options: ['One', 'Two'],
			explanation: 'The source is named.',
		});
		expect(termed(prompt)).toEqual(['Source']);
		expect(prompt.map(({ text }) => text).join('')).toBe('Which Source is named, and which sources are not?');
		expect(termed(explanation)).toEqual([]);
	});

	it('is never explained inside an answer that can be chosen', () => {
		const { options, explanation } = marked({
			prompt: 'Who says so?',
			options: ['A source', 'Nobody'],
			explanation: 'Sources are people or papers.',
		});
		expect(options.flatMap(termed)).toEqual([]);
		expect(termed(explanation)).toEqual(['Sources']);
	});

	it('is found as a whole word only, and not in exact words of an account', () => {
		const { prompt, explanation } = marked({
			prompt: 'Is :exact[a source]{from=one} a resource?',
			options: ['One', 'Two'],
			explanation: 'Yes, a source.',
		});
		expect(termed(prompt)).toEqual([]);
		expect(termed(explanation)).toEqual(['source']);
	});

	it('is left alone where the author has marked it', () => {
		const { prompt, explanation } = marked({
			prompt: 'Which :term[origin]{#source} is it?',
			options: ['One', 'Two'],
			explanation: 'The source.',
		});
		expect(termed(prompt)).toEqual(['origin']);
		expect(termed(explanation)).toEqual([]);
	});
});
