import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { checkOriginals } from '../../src/lib/content/check-originals.ts';
import type { Problem } from '../../src/lib/content/problem.ts';
import { blogFile, broken, checkFile, goodFiles, lessonFile, placeOf, townFile } from './content-fixture.ts';

type Files = ReturnType<typeof goodFiles>;

const paperName = '000_paper.txt';
const blogName = '001_blog.txt';

const paper =
	'Barriers went up at nine. “It is a precaution, and nobody is in danger today,” said Ines Albrecht, mayor since\n' +
	'spring. The engineers’ pictures of all cracks will be shown in Thursday’s issue, with a plan of both pillars.';

const blog =
	'So they did it! Only “a matter of caution,” says she. Whoever believes her has never stood in cold rain and looked ' +
	'for a gap that is not there.';

const originals = (texts: Record<string, string> = {}): Map<string, string> =>
	new Map(Object.entries({ [paperName]: paper, [blogName]: blog, ...texts }));

/** Problems of the proof alone; those of the check are another test's. */
function proofOf(files: Files, articles = originals()): Problem[] {
	const { content } = checkContent(files);
	if (!content) throw new Error('the content cannot be read');
	return checkOriginals(content, articles);
}

/** The good folder with a sentence more in the report of the town's paper. */
const townSaying = (sentence: string): Files =>
	broken(townFile, 'within two weeks.', `within two weeks. ${sentence}`);

const notIn = (words: string, name: string) => ({
	message: `“${words}” does not stand in ${name}`,
	advice: 'copy the words exactly, or take them out of :exact[…]',
});

const tooLong = (count: number, start: string) => ({
	message: `this quotation of ${count} words starts “${start}”`,
	advice: 'quote at most 20 words at a time',
});

const copied = (words: string, account: string) => ({
	message: `“${words}” is ${account} word for word`,
	advice: 'retell it, or mark the exact words; 8 words in a row are too many',
});

const words = (count: number): string =>
	Array.from({ length: count }, (_, index) => `w${index + 1}`).join(' ');

describe('exact words', () => {
	it('stand word for word in their article', () => {
		expect(proofOf(goodFiles())).toEqual([]);
	});

	it.each([
		['straight here, curly in the article', "engineers' pictures", paper],
		['curly here, straight in the article', 'engineers’ pictures', paper.replaceAll('’', "'")],
		['straight double ones here, curly in the article', '"It is a precaution', paper],
		['curly double ones here, straight in the article', '“It is a precaution', paper.replaceAll('“', '"')],
	])('may have other quotation marks: %s', (_name, quotation, article) => {
		expect(proofOf(townSaying(`:exact[${quotation}]`), originals({ [paperName]: article }))).toEqual([]);
	});

	it('may run over a line of the article', () => {
		expect(proofOf(townSaying(':exact[mayor since spring]'))).toEqual([]);
	});

	it('with a word changed are reported, in the reading and in the lesson', () => {
		const files = goodFiles();
		const changed = originals({ [paperName]: paper.replace('nobody is', 'nobody was') });
		const problem = notIn('nobody is in danger today', paperName);
		expect(proofOf(files, changed)).toEqual([
			{ file: lessonFile, ...placeOf(files, lessonFile, 'A claim has a'), ...problem },
			{ file: townFile, ...placeOf(files, townFile, ':exact[nobody'), ...problem },
		]);
	});

	it('with another capital letter are reported', () => {
		const files = townSaying(':exact[Nobody is in danger]');
		expect(proofOf(files)).toEqual([
			{
				file: townFile,
				...placeOf(files, townFile, ':exact[Nobody'),
				...notIn('Nobody is in danger', paperName),
			},
		]);
	});

	it.each(['caution', 'precaut', 'body is in dang', 'Ines Albrech'])(
		'cut inside a word are reported: “%s”',
		(quotation) => {
			const files = townSaying(`:exact[${quotation}]`);
			expect(proofOf(files)).toEqual([
				{
					file: townFile,
					...placeOf(files, townFile, `:exact[${quotation}`),
					...notIn(quotation, paperName),
				},
			]);
		},
	);

	it('may end where a word ends, also where the same letters stand inside a longer one before', () => {
		const article = originals({ [paperName]: `${paper} Hence the caution.` });
		expect(proofOf(townSaying(':exact[caution]'), article)).toEqual([]);
	});

	it('in a page field point to the field', () => {
		const files = broken(townFile, 'byline: Ada Lindholm', 'byline: "By :exact[Ada Lindholm]"');
		expect(proofOf(files)).toEqual([
			{ file: townFile, ...placeOf(files, townFile, 'byline: '), ...notIn('Ada Lindholm', paperName) },
		]);
	});

	it('of a lesson are proved against the account that they name', () => {
		const files = broken(lessonFile, '{from=river-blog}', '{from=town-paper}');
		expect(proofOf(files)).toEqual([
			{
				file: lessonFile,
				...placeOf(files, lessonFile, 'prompt: Whose'),
				...notIn('a matter of caution', paperName),
			},
		]);
	});

	it('of a lesson with one reading are proved against that one', () => {
		const files = broken(checkFile, 'It is known', ':exact[It is known]');
		expect(proofOf(files)).toEqual([
			{
				file: checkFile,
				...placeOf(files, checkFile, 'explanation:'),
				...notIn('It is known', blogName),
			},
		]);
	});
});

describe('the length of a quotation', () => {
	const long = originals({ [paperName]: `${paper} ${words(200)}` });
	const inLesson = (count: number) =>
		broken(
			lessonFile,
			'You followed the words',
			`:exact[${words(count)}]{from=town-paper}. You followed the words`,
		);

	it('may be 20 words', () => {
		expect(proofOf(townSaying(`:exact[${words(20)}]`), long)).toEqual([]);
		expect(proofOf(inLesson(20), long)).toEqual([]);
	});

	it('may not be 21 words in a reading', () => {
		const files = townSaying(`:exact[${words(21)}]`);
		expect(proofOf(files, long)).toEqual([
			{ file: townFile, ...placeOf(files, townFile, ':exact[w1'), ...tooLong(21, words(21).slice(0, 40)) },
		]);
	});

	it('may not be 21 words in a lesson', () => {
		const files = inLesson(21);
		expect(proofOf(files, long)).toEqual([
			{
				file: lessonFile,
				...placeOf(files, lessonFile, 'feedback: :exact[w1'),
				...tooLong(21, words(21).slice(0, 40)),
			},
		]);
	});
});

describe('the share of exact words', () => {
	/** The fixture quotes five words of it. */
	const articleOf = (count: number) =>
		originals({ [paperName]: `nobody is in danger today ${words(count - 5)}` });

	it('may be a quarter of the article', () => {
		expect(proofOf(goodFiles(), articleOf(20))).toEqual([]);
	});

	it('may not be more; the problem says how many words are allowed', () => {
		const files = goodFiles();
		expect(proofOf(files, articleOf(19))).toEqual([
			{
				file: townFile,
				...placeOf(files, townFile, 'original:'),
				message: `5 exact words are 26 % of ${paperName}`,
				advice: 'keep them to 4 words, 25 % of it',
			},
		]);
	});
});

describe('words of an article outside exact words', () => {
	const eight = 'of all cracks will be shown in Thursday’s';
	const run = "of all cracks will be shown in thursday's";

	it('are reported from eight in a row on in a reading, at their paragraph', () => {
		const files = townSaying(`Sketches ${eight} paper, they say.`);
		expect(proofOf(files)).toEqual([
			{ file: townFile, ...placeOf(files, townFile, ':span[:span[Two'), ...copied(run, paperName) },
		]);
	});

	it.each([
		['in other capitals', eight.toUpperCase()],
		['with other punctuation', eight.replace('cracks', '“cracks,”')],
		['with emphasis inside', eight.replace('be', '*be*')],
		['over a span’s edge', eight.replace('cracks', ':span[cracks]{#all-cracks .neutral}')],
	])('are reported %s', (_name, text) => {
		expect(proofOf(townSaying(text)).map(({ message }) => message)).toEqual([copied(run, paperName).message]);
	});

	it('are no copy up to seven in a row', () => {
		expect(proofOf(townSaying('Sketches of all cracks will be shown in one paper.'))).toEqual([]);
	});

	it('are no copy where exact words part them', () => {
		expect(proofOf(townSaying('Sketches of all cracks will be :exact[shown] in Thursday’s paper.'))).toEqual(
			[],
		);
	});

	it('are reported in a field of the page', () => {
		const files = broken(townFile, 'date: 3 May', `date: ${eight} issue`);
		expect(proofOf(files)).toEqual([
			{ file: townFile, ...placeOf(files, townFile, 'date:'), ...copied(run, paperName) },
		]);
	});

	it.each([
		['a question', 'prompt: How is each source identified?', `prompt: ${eight}`, 'prompt: of'],
		['feedback', 'feedback: You saw the council.', `feedback: ${eight}`, 'feedback: of'],
		['a plain text', 'aim: Find who says', `aim: ${eight}; find who says`, 'aim: of'],
		['a teacher note', '- What would you ask', `- ${eight}? What would you ask`, eight],
		['a takeaway', '- A name tells you', `- ${eight}. A name tells you`, eight],
	])('are reported in %s of a lesson', (_name, from, to, at) => {
		const files = broken(lessonFile, from, to);
		expect(proofOf(files)).toEqual([
			{ file: lessonFile, ...placeOf(files, lessonFile, at), ...copied(run, paperName) },
		]);
	});

	it.each([
		['seven in a row', 'of all cracks will be shown in'],
		['exact words', `:exact[${eight}]{from=town-paper}`],
		['a run that exact words part', 'of all cracks will :exact[be]{from=town-paper} shown in Thursday’s'],
	])('are no copy in a lesson with %s', (_name, text) => {
		expect(
			proofOf(
				broken(
					lessonFile,
					'explanation: The blog quotes',
					`explanation: "${text}"\n    next: The blog quotes`,
				),
			),
		).toEqual([]);
	});

	it('are reported in a reading also where they are another account’s', () => {
		const files = townSaying('Whoever believes her has never stood in cold rain.');
		expect(proofOf(files)).toEqual([
			{
				file: townFile,
				...placeOf(files, townFile, ':span[:span[Two'),
				...copied('whoever believes her has never stood in cold', blogName),
			},
		]);
	});

	it('are reported in a lesson whichever of the module’s articles they come from', () => {
		const files = broken(
			checkFile,
			'explanation: It is known',
			'explanation: Whoever believes her has never stood in cold rain. It is known',
		);
		expect(proofOf(files)).toEqual([
			{
				file: checkFile,
				...placeOf(files, checkFile, 'explanation:'),
				...copied('whoever believes her has never stood in cold', blogName),
			},
		]);
	});
});

describe('a reading whose article is not there', () => {
	it('is reported at the name of the article, and the others are still proved', () => {
		const files = broken(blogFile, ':exact[a matter of caution]', ':exact[a matter of care]');
		expect(proofOf(files, new Map([[blogName, blog]]))).toEqual([
			{
				file: blogFile,
				...placeOf(files, blogFile, ':exact[a matter'),
				...notIn('a matter of care', blogName),
			},
			{
				file: townFile,
				...placeOf(files, townFile, 'original:'),
				message: `the folder of originals has no file “${paperName}”`,
				advice: 'correct “original”, or add the article to the folder',
			},
		]);
	});
});
