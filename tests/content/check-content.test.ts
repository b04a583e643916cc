import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { itemSchemas } from '../../src/lib/engine/interactions/schemas.ts';
import { formatProblem, sortProblems, type Problem } from '../../src/lib/content/problem.ts';
import { broken, checkFile, goodFiles, lessonFile, placeOf, townFile } from './content-fixture.ts';

type Files = ReturnType<typeof goodFiles>;

/** `at` is the piece of the broken file that the problem must point to; without it, the file's first character. */
type Expected = { file: string; at?: string; message: string; advice: string };

type Row = { name: string; files: Files; expected: Expected };

const moduleFile = 'one-bridge/module.yaml';

const problemsOf = (files: Files): Problem[] => checkContent(files).problems;

const toProblem = (files: Files, { file, at, message, advice }: Expected): Problem => ({
	file,
	...(at === undefined ? { line: 1, column: 1 } : placeOf(files, file, at)),
	message,
	advice,
});

/** Rows that break one file by replacing one piece of it. */
const breaking =
	(file: string) =>
	(name: string, from: string, to: string, at: string | undefined, message: string, advice: string): Row => ({
		name,
		files: broken(file, from, to),
		expected: { file, ...(at !== undefined && { at }), message, advice },
	});

const lesson = breaking(lessonFile);
const check = breaking(checkFile);
const town = breaking(townFile);
const module = breaking(moduleFile);

const without = (file: string): Files => {
	const files = goodFiles();
	if (!files.delete(file)) throw new Error(`there is no file ${file}`);
	return files;
};

const withFile = (file: string, text: string): Files => goodFiles().set(file, text);

const invalidYaml = 'check quotes, colons and indentation here';
const aliasAdvice = 'put a text that starts with * in quotes, or write the text out';
const inlineAdvice =
	'use plain text, *emphasis*, :exact[…], :term[…]{#id} and, in readings, :span[…]{#id .label}';
const noDirective = 'use :exact, :term or :span; write a plain colon before a letter as “\\:”';
const noWords = 'put its words in square brackets right after the name';
const readingsOfModule = 'use one of: town-paper, river-blog';
const inReadings = 'add it to “readings”, or correct its spelling';
const labelAdvice = 'add one of the labels of lessons/README.md';

const stepTypes = `use one of: ${['explanation', ...itemSchemas.map(({ shape }) => shape.type.value)].join(', ')}`;

const inBrackets = (levels: number, text: string): string => '['.repeat(levels) + text + ']'.repeat(levels);

const yamlRows: Row[] = [
	lesson(
		'a colon in a text without quotes',
		'title: Who closed it?',
		'title: Who: closed it?',
		'Who: closed',
		'not valid YAML: Nested mappings are not allowed in compact mappings',
		invalidYaml,
	),
	lesson(
		'a quotation mark that is never closed',
		'explanation: The blog quotes',
		'explanation: "The blog quotes',
		'"The blog quotes',
		'not valid YAML: Missing closing "quote',
		invalidYaml,
	),
	lesson(
		'inline text without quotes between braces, with no word on the confusion that follows',
		'note: The one who speaks.',
		'note: The :term[one]{#source} who speaks.',
		'[one]{#source}',
		'not valid YAML: Unexpected flow-seq-start at node end',
		invalidYaml,
	),
	lesson(
		'a tab as indentation',
		'    - Learners take a name for a proof.',
		'\t- Learners take a name for a proof.',
		'\t- Learners',
		'not valid YAML: Tabs are not allowed as indentation',
		invalidYaml,
	),
	lesson(
		'a key twice',
		'tries: 2',
		'tries: 2\ntries: 3',
		'tries: 3',
		'not valid YAML: Map keys must be unique',
		invalidYaml,
	),
	town(
		'a key twice in front matter',
		'date: 3 May',
		'date: 3 May\n  date: 4 May',
		'date: 4 May',
		'not valid YAML: Map keys must be unique',
		invalidYaml,
	),
	lesson(
		'emphasis that YAML takes for an alias',
		'prompt: How is each source identified?',
		'prompt: *How*',
		'*How*',
		'“*How*” is a YAML alias, which is not part of the format',
		aliasAdvice,
	),
	{
		name: 'a bomb of aliases',
		files: withFile(
			'glossary.yaml',
			['a: &a [x, x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a]', 'terms: [*b, *b]'].join('\n'),
		),
		expected: {
			file: 'glossary.yaml',
			at: '*a, *a, *a, *a]',
			message: '“*a” is a YAML alias, which is not part of the format',
			advice: aliasAdvice,
		},
	},
	lesson(
		'33 levels',
		'sensitive: Ask which words show it.',
		`sensitive: ${inBrackets(30, 'deep')}`,
		'deep',
		'nested too deeply',
		'nest at most 32 levels',
	),
	lesson(
		'32 levels, which are not too deep, where a text belongs',
		'sensitive: Ask which words show it.',
		`sensitive: ${inBrackets(29, 'deep')}`,
		'sensitive:',
		'“sensitive” is not a text',
		'write a text here',
	),
	{
		name: 'an empty file',
		files: withFile('skills.yaml', ''),
		expected: {
			file: 'skills.yaml',
			message: 'this entry is not a group of keys',
			advice: 'write a group of keys here',
		},
	},
];

const schemaRows: Row[] = [
	lesson(
		'a missing text',
		'aim: Find who says why the bridge was closed.\n',
		'',
		'id: who-closed-it',
		'“aim” is missing',
		'add it: a text',
	),
	lesson(
		'a missing text inside an option',
		'        feedback: You saw the council.\n',
		'',
		'id: place',
		'“feedback” is missing',
		'add it: a text',
	),
	lesson(
		'a missing key with fixed values',
		'lens: sourcing\n',
		'',
		'id: who-closed-it',
		'“lens” is missing',
		'add one of: sourcing, framing, contradictions, all',
	),
	lesson(
		'a step without a type',
		'- type: explanation\n    id: two-parts',
		'- id: two-parts',
		'id: two-parts',
		'“type” has no known type',
		stepTypes,
	),
	lesson(
		'a step of an unknown type',
		'type: match',
		'type: matching',
		'type: matching',
		'“type” has no known type',
		stepTypes,
	),
	lesson(
		'an unknown key',
		'tries: 2',
		'tires: 2',
		'tires: 2',
		'unknown key “tires”',
		'remove it, or correct its spelling',
	),
	lesson(
		'an unknown key inside an option',
		'text: Mayor Ines Albrecht',
		'text: Mayor Ines Albrecht\n        because: so',
		'because: so',
		'unknown key “because”',
		'remove it, or correct its spelling',
	),
	town(
		'an unknown key in front matter',
		'  date: 3 May',
		'  date: 3 May\n  place: Ardel',
		'place: Ardel',
		'unknown key “place”',
		'remove it, or correct its spelling',
	),
	lesson(
		'a word instead of a number',
		'minutes: 3',
		'minutes: three',
		'minutes: three',
		'“minutes” is not a number',
		'write a number here',
	),
	lesson(
		'a fraction instead of a whole number',
		'minutes: 3',
		'minutes: 3.5',
		'minutes: 3.5',
		'“minutes” is not a whole number',
		'write a whole number here',
	),
	lesson(
		'a word instead of true or false',
		'confidence: true',
		'confidence: yes',
		'confidence: yes',
		'“confidence” is not true or false',
		'write true or false here',
	),
	lesson(
		'a text instead of a list',
		'readings: [town-paper, river-blog]',
		'readings: town-paper',
		'readings: town-paper',
		'“readings” is not a list',
		'write a list here',
	),
	lesson(
		'a value that is not one of the fixed ones',
		'lens: sourcing',
		'lens: reading',
		'lens: reading',
		'“reading” is not allowed for “lens”',
		'use one of: sourcing, framing, contradictions, all',
	),
	lesson(
		'a number over the limit',
		'tries: 2',
		'tries: 4',
		'tries: 4',
		'“tries” has too many or too much',
		'keep it to at most 3',
	),
	lesson(
		'a title of 61 characters',
		'title: Who closed it?',
		`title: ${'x'.repeat(61)}`,
		'title: xxx',
		'“title” has too many or too much',
		'keep it to at most 60 characters',
	),
	lesson(
		'a question of 401 characters',
		'prompt: How is each source identified?',
		`prompt: ${'x'.repeat(401)}`,
		'prompt: xxx',
		'“prompt” has too many or too much',
		'keep it to at most 400 characters',
	),
	lesson(
		'a list that is too short',
		'    - What would you ask the engineers?\n',
		'',
		'discussion:',
		'“discussion” has too few or too little',
		'give it at least 3 entries',
	),
	lesson(
		'a list that is too long',
		'passages: [town-paper#mayor-statement]',
		'passages: [town-paper#lead, town-paper#mayor, town-paper#some, town-paper#engineers]',
		'passages: [town-paper#lead',
		'“passages” has too many or too much',
		'keep it to at most 3 entries',
	),
	lesson(
		'an empty text',
		'explanation: The blog quotes the mayor there.',
		'explanation: " "',
		'explanation: " "',
		'this text is empty',
		'write it, or remove the key',
	),
	lesson(
		'an empty hint',
		'- It stands right after a name.',
		'- ""',
		'""',
		'this text is empty',
		'write it, or remove the key',
	),
	lesson(
		'an id with capitals',
		'id: who-speaks',
		'id: Who_Speaks',
		'id: Who_Speaks',
		'“Who_Speaks” is not an id',
		'use lower-case letters, digits and single hyphens',
	),
	{
		name: 'a skill id without a known lens',
		files: broken('skills.yaml', 'id: sourcing/attribution', 'id: reading/attribution'),
		expected: {
			file: 'skills.yaml',
			at: 'id: reading/attribution',
			message: '“reading/attribution” is not a skill id',
			advice: 'write lens/skill, as in sourcing/attribution',
		},
	},
	lesson(
		'a span without its reading',
		'evidence: [town-paper#mayor]',
		'evidence: [mayor]',
		'mayor]\n    explanation: The mayor is',
		'“mayor” does not name a span',
		'write reading#span, as in eu-frowns#headline',
	),
	lesson(
		'two paragraphs in one text',
		'explanation: The blog quotes the mayor there.',
		'explanation: "One.\\n\\nTwo."',
		'explanation: "One',
		'this text has more than one paragraph',
		'write exactly one paragraph',
	),
	lesson(
		'a span marked up in a lesson',
		'explanation: The blog quotes the mayor there.',
		'explanation: The blog quotes :span[the mayor]{#mayor .source}.',
		'explanation: The blog quotes',
		':span stands outside a reading',
		'use :exact[…] for words of an account',
	),
	lesson(
		'a glossary word without its id',
		'text:\n      - A claim has a :term[source]{#source}.',
		'text:\n      - A claim has a :term[source].',
		'A claim has a',
		':term has no id',
		'add the glossary id, as in :term[byline]{#byline}',
	),
	lesson(
		'a directive that doesn’t exist in a lesson',
		'explanation: The blog quotes the mayor there.',
		'explanation: The :bold[blog] quotes the mayor there.',
		'explanation: The :bold',
		'“:bold” is not a directive of this format',
		noDirective,
	),
	lesson(
		'a link in a lesson',
		'explanation: The blog quotes the mayor there.',
		'explanation: The [blog](https://example.org) quotes the mayor there.',
		'explanation: The [blog]',
		'a link is not part of the format',
		inlineAdvice,
	),
];

const referenceRows: Row[] = [
	check(
		'an unknown skill',
		'skill: sourcing/attribution',
		'skill: sourcing/nowhere',
		'skill: sourcing/nowhere',
		'“sourcing/nowhere” is not a skill',
		'use an id of skills.yaml',
	),
	lesson(
		'an unknown misconception of an option',
		'misconception: detail-is-source',
		'misconception: detail-is-sauce',
		'misconception: detail-is-sauce',
		'“detail-is-sauce” is not a misconception',
		'use an id of misconceptions.yaml, or add it there',
	),
	lesson(
		'an unknown glossary word',
		'A claim has a :term[source]{#source}.',
		'A claim has a :term[source]{#sauce}.',
		'A claim has a',
		'“sauce” is not in the glossary',
		'use an id of glossary.yaml, or add it there',
	),
	lesson(
		'a reading that the module doesn’t have',
		'readings: [town-paper, river-blog]',
		'readings: [town-paper, river-blog, nowhere]',
		'nowhere]',
		'“nowhere” is not a reading of the module',
		readingsOfModule,
	),
	lesson(
		'a reading twice',
		'readings: [town-paper, river-blog]',
		'readings: [town-paper, river-blog, town-paper]',
		'town-paper]\ntakeaways',
		'“town-paper” stands twice in “readings”',
		'remove one of them',
	),
	lesson(
		'an unknown reading beside a question',
		'reading: town-paper\n    passages',
		'reading: nowhere\n    passages',
		'reading: nowhere',
		'the reading “nowhere” is not one of this lesson’s',
		inReadings,
	),
	check(
		'a span of a reading that is not of the lesson',
		'evidence: [river-blog#never-cracked]',
		'evidence: [town-paper#cracks]',
		'town-paper#cracks',
		'the reading “town-paper” is not one of this lesson’s',
		inReadings,
	),
	lesson(
		'an unknown span as evidence',
		'evidence: [town-paper#mayor, town-paper#engineers]',
		'evidence: [town-paper#mayor, town-paper#doctors]',
		'town-paper#doctors',
		'“town-paper” has no span “doctors”',
		'use the id of a span that the reading has, or mark it up there',
	),
	lesson(
		'an unknown span of a snippet',
		'span: town-paper#some-statement',
		'span: town-paper#few-statement',
		'span: town-paper#few-statement',
		'“town-paper” has no span “few-statement”',
		'use the id of a span that the reading has, or mark it up there',
	),
	lesson(
		'exact words of nobody knows which account',
		':exact[a matter of caution]{from=river-blog}',
		':exact[a matter of caution]',
		'prompt: Whose words',
		'it is not said whose words “a matter of caution” are',
		'add {from=slug} after the exact words',
	),
	lesson(
		'exact words of an unknown account',
		'{from=river-blog}',
		'{from=nowhere}',
		'prompt: Whose words',
		'“nowhere” is not a reading of the module',
		readingsOfModule,
	),
];

const lessonRows: Row[] = [
	lesson(
		'an id that is not the file’s name',
		'id: who-closed-it',
		'id: who-shut-it',
		'id: who-shut-it',
		'the id “who-shut-it” is not the file’s name',
		'write “id: who-closed-it”, or rename the file',
	),
	lesson(
		'a step id twice',
		'id: last-question',
		'id: who-speaks\n    # again',
		'id: who-speaks\n    # again',
		'the step id “who-speaks” is taken',
		'give each step of a lesson its own id; “summary” is reserved',
	),
	lesson(
		'a step with the reserved id “summary”',
		'id: last-question',
		'id: summary',
		'id: summary',
		'the step id “summary” is taken',
		'give each step of a lesson its own id; “summary” is reserved',
	),
	lesson(
		'hints in the third item from the end',
		'explanation: The member is described by a place and a wish.',
		'explanation: The member is described by a place and a wish.\n    hints: [Look for a job.]',
		'hints: [Look',
		'one of the last 3 items has hints',
		'a lesson ends with items done alone: remove them here',
	),
	check(
		'hints in the last item of a lesson that is no check any more',
		'mode: check',
		'mode: practice',
		'hints:',
		'one of the last 3 items has hints',
		'a lesson ends with items done alone: remove them here',
	),
	lesson(
		'feedback that teaches nothing',
		'feedback: You saw the council.',
		'feedback: Incorrect, try again.',
		'feedback: Incorrect, try again.',
		'“Incorrect, try again.” teaches nothing',
		'say why this answer tempts and why it is right or wrong',
	),
	lesson(
		'the same feedback for two options',
		'feedback: You saw the wish not to be named.',
		'feedback: You saw the council. # again',
		'feedback: You saw the council. # again',
		'this feedback stands twice in the item',
		'give every option and every wrong answer its own',
	),
	lesson(
		'too many weak passages',
		'category: named\n        quality: sound',
		'category: named\n        quality: weak',
		'steps:',
		'40 % of the 5 judged passages are sound',
		'keep it between 45 and 75 %, so that neither suspicion nor trust alone wins',
	),
	lesson(
		'too many sound passages',
		'quality: weak\n        feedback: Nobody is named',
		'quality: sound\n        feedback: Nobody is named',
		'steps:',
		'80 % of the 5 judged passages are sound',
		'keep it between 45 and 75 %, so that neither suspicion nor trust alone wins',
	),
	lesson(
		'minutes that are not the measured ones',
		'minutes: 3',
		'minutes: 5',
		'minutes: 5',
		'this lesson takes about 2 minutes, not 5',
		'write “minutes: 2”, or shorten it',
	),
];

const choiceRows: Row[] = [
	lesson(
		'an option id twice',
		'id: wish',
		'id: place # again',
		'id: place # again',
		'the id “place” is used twice in this item',
		'give each part its own id',
	),
	check(
		'no right option',
		'        correct: true\n',
		'',
		'options:',
		'no option is right',
		'add “correct: true” to the right option',
	),
	check(
		'two right options where one can be chosen',
		'text: An engineer',
		'text: An engineer\n        correct: true',
		'options:',
		'2 options are right, but only one can be chosen',
		'keep one “correct: true”, or write “select: many”',
	),
	lesson(
		'only right options where many can be chosen',
		'text: The member’s name\n        feedback: A person is described, which feels like a name. But none is given.\n        misconception: named-means-true',
		'text: The member’s name\n        feedback: A person is described, which feels like a name. But none is given.\n        correct: true',
		'options:\n      - id: place',
		'every option is right',
		'add a wrong option, so that choosing everything is not the answer',
	),
	check(
		'a right option with a misconception',
		'correct: true',
		'correct: true\n        misconception: named-means-true',
		'misconception: named',
		'a right option has a misconception',
		'move it to the wrong option that shows it',
	),
	check(
		'a judged passage without a verdict',
		'prompt: Who says',
		'quality: weak\n    prompt: Who says',
		'quality: weak',
		'the item judges a passage, but no option has a verdict',
		'add “verdict: trust” or “verdict: doubt” to the options',
	),
];

const matchRows: Row[] = [
	lesson(
		'a category id twice',
		'- { id: bare, text: Bare,',
		'- { id: bare, text: Hazy, sign: A hazy one. }\n      - { id: bare, text: Bare,',
		'id: bare, text: Bare',
		'the id “bare” is used twice in this item',
		'give each part its own id',
	),
	lesson(
		'a snippet id twice',
		'id: reports',
		'id: some # again',
		'id: some # again',
		'the id “some” is used twice in this item',
		'give each part its own id',
	),
	lesson(
		'a snippet with a span and a text',
		'span: town-paper#some-statement',
		'span: town-paper#some-statement\n        text: Some say so.',
		'text: Some say so.',
		'this snippet has a span and a text',
		'give it exactly one of them',
	),
	lesson(
		'a snippet with neither a span nor a text',
		'        span: town-paper#some-statement\n',
		'',
		'id: some\n',
		'this snippet has neither a span nor a text',
		'give it exactly one of them',
	),
	lesson(
		'a snippet of an unknown category',
		'category: named\n        quality',
		'category: famous\n        quality',
		'category: famous',
		'“famous” is not a category of this item',
		'use one of: named, described, bare',
	),
	lesson(
		'a tempting category that is the right one',
		'category: named\n            feedback',
		'category: described # right\n            feedback',
		'category: described # right',
		'“described” is the right category',
		'name a wrong one that tempts',
	),
	lesson(
		'a tempting category that is unknown',
		'category: named\n            feedback',
		'category: famous\n            feedback',
		'category: famous',
		'“famous” is not a category of this item',
		'use one of: named, described, bare',
	),
	lesson(
		'a snippet without a tempting category',
		'        tempting:\n          - category: described\n            feedback: “Many” is a number without people.\n',
		'',
		'id: reports',
		'no wrong category has feedback',
		'say for at least one wrong category why it tempts',
	),
];

const listingRows: Row[] = [
	module(
		'a module id that is not the folder’s name',
		'id: one-bridge',
		'id: two-bridges',
		'id: two-bridges',
		'the id “two-bridges” is not the folder’s name',
		'write “id: one-bridge”, or rename the folder',
	),
	{
		name: 'a lesson file that is not listed',
		files: broken(moduleFile, 'lessons: [who-closed-it, short-check]', 'lessons: [who-closed-it]'),
		expected: {
			file: checkFile,
			message: 'this file is not listed',
			advice: `add it to “lessons” in ${moduleFile}`,
		},
	},
	{
		name: 'a reading file that is not listed',
		files: withFile(
			'one-bridge/readings/city-paper.md',
			(goodFiles().get(townFile) ?? '').replace('slug: town-paper', 'slug: city-paper'),
		),
		expected: {
			file: 'one-bridge/readings/city-paper.md',
			message: 'this file is not listed',
			advice: `add it to “readings” in ${moduleFile}`,
		},
	},
	module(
		'a listed lesson without a file',
		'short-check]',
		'short-check, third-lesson]',
		'third-lesson',
		'there is no file for “third-lesson”',
		'create one-bridge/lessons/third-lesson.yaml, or remove it from the list',
	),
	module(
		'a listed reading without a file',
		'river-blog]',
		'river-blog, letter]',
		'letter]',
		'there is no file for “letter”',
		'create one-bridge/readings/letter.md, or remove it from the list',
	),
	{
		name: 'a file that is not part of the format',
		files: withFile('one-bridge/notes.txt', 'Buy chalk.'),
		expected: {
			file: 'one-bridge/notes.txt',
			message: 'this file is not part of the format',
			advice: 'remove it, or move it where lessons/README.md says',
		},
	},
	town(
		'a character of a file that is not UTF-8',
		'the upstream side',
		'the upstream s\uFFFDde',
		'\uFFFD',
		'a character here is not UTF-8',
		'save the file as UTF-8 and type the character again',
	),
	{
		name: 'a file that is too large',
		files: withFile('README.md', 'x'.repeat(400_001)),
		expected: {
			file: 'README.md',
			message: 'this file is too large',
			advice: 'keep it under 400000 characters',
		},
	},
	...['skills.yaml', 'misconceptions.yaml', 'glossary.yaml', moduleFile].map((file) => ({
		name: `no ${file}`,
		files: without(file),
		expected: {
			file,
			message: 'this file is missing',
			advice: 'create it as lessons/README.md describes',
		},
	})),
	module(
		'a reading listed twice',
		'readings: [town-paper, river-blog]',
		'readings: [town-paper, river-blog, town-paper]',
		'town-paper]',
		'“town-paper” stands twice in “readings”',
		'remove one of them',
	),
	module(
		'a lesson listed twice',
		'lessons: [who-closed-it, short-check]',
		'lessons: [who-closed-it, short-check, who-closed-it]',
		'who-closed-it]',
		'“who-closed-it” stands twice in “lessons”',
		'remove one of them',
	),
	module(
		'a claim twice',
		'{ id: how-long, question: How long will it stay closed? }',
		'{ id: how-long, question: How long will it stay closed? }\n  - { id: why-closed, question: Why now? }',
		'id: why-closed, question: Why now',
		'“why-closed” stands twice in “claims”',
		'remove one of them',
	),
	...(
		[
			['skills', 'skills', '{ id: sourcing/attribution, title: A, gist: B }'],
			['misconceptions', 'misconceptions', '{ id: named-means-true, name: A, gist: B }'],
			['glossary', 'terms', '{ id: byline, term: A, meaning: B }'],
		] as const
	).map(([name, list, entry]) => ({
		name: `an id twice in ${name}.yaml`,
		files: withFile(`${name}.yaml`, `${goodFiles().get(`${name}.yaml`)}  - ${entry}\n`),
		expected: {
			file: `${name}.yaml`,
			at: entry.slice(2),
			message: `“${/id: ([^,]+)/.exec(entry)?.[1]}” stands twice in “${list}”`,
			advice: 'remove one of them',
		},
	})),
];

const neverOpen =
	':span[the bridge will never open again]{#never-open .content by=some .unknown claim=how-long}';

/** Rows that change the marks on one span of a reading. */
const marked = (name: string, marks: string, message: string, advice: string): Row =>
	town(
		name,
		neverOpen,
		`:span[the bridge will never open again]{${marks}}`,
		':span[the bridge will never',
		message,
		advice,
	);

const readingRows: Row[] = [
	{
		name: 'no front matter',
		files: withFile(townFile, 'The bridge is closed.\n'),
		expected: {
			file: townFile,
			message: 'no front matter',
			advice: 'start the file with --- lines around slug, original, title, gist and page',
		},
	},
	town(
		'no picture in the front matter',
		'  picture: Not shown.\n',
		'',
		'page:',
		'“picture” is missing',
		'add it: a text',
	),
	town(
		'a slug that is not the file’s name',
		'slug: town-paper',
		'slug: city-paper',
		'slug: city-paper',
		'the slug “city-paper” is not the file’s name',
		'write “slug: town-paper”, or rename the file',
	),
	town(
		'a directive that doesn’t exist',
		'two weeks',
		':bold[two weeks]',
		':bold[',
		'“:bold” is not a directive of this format',
		noDirective,
	),
	town(
		'a directive without words',
		'two weeks',
		'two :exact[] weeks',
		':exact[] weeks',
		'“:exact” has no words',
		noWords,
	),
	marked(
		'a span without an id',
		'.content by=some .unknown',
		'this span has no id',
		'add one, as in :span[…]{#id .label}',
	),
	marked(
		'a span id twice',
		'#cracks .content by=some .unknown',
		'the span id “cracks” is used twice',
		'give each span of a reading its own id',
	),
	marked('a span without a label', '#never-open', 'the span “never-open” has no label', labelAdvice),
	marked(
		'an unknown label',
		'#never-open .content .rumour',
		'“rumour” is not a label',
		'use a label of lessons/README.md, or correct its spelling',
	),
	marked(
		'two labels of one group',
		'#never-open .content by=some .unknown .official',
		'the span “never-open” has 2 labels of one kind: unknown, official',
		'keep one of them',
	),
	marked(
		'a speaker that is not a source',
		'#never-open .content by=some-say .unknown',
		'by=some-say does not name a source span of this reading',
		'give the id of a span with the label .source',
	),
	marked(
		'an unknown claim',
		'#never-open .content by=some .unknown claim=how-wide',
		'“how-wide” is not a claim of the module',
		'use an id of the claims in module.yaml, or add it there',
	),
	marked(
		'an unknown attribute',
		'#never-open .content by=some .unknown mood=gloomy',
		'a span has no attribute “mood”',
		'use #id, .labels, by= and claim=',
	),
	town(
		'a mistake in a field of the page',
		':span[Old bridge shut to cars]{#headline .headline}',
		':span[Old bridge shut to cars]{#headline .rumour}',
		'headline: ',
		'“rumour” is not a label',
		'use a label of lessons/README.md, or correct its spelling',
	),
	town(
		'a heading',
		'The council put up barriers',
		'\n\n# Barriers\n\nThe council put up barriers',
		'# Barriers',
		'a heading is not part of the format',
		inlineAdvice,
	),
	town(
		'a glossary word that is unknown',
		':term[byline]{#byline}',
		':term[byline]{#by-line}',
		':term[byline]',
		':term[byline] is not in the glossary',
		'give it the id of a term in glossary.yaml',
	),
	town(
		'a glossary word without its id',
		':term[byline]{#byline}',
		':term[byline]',
		':term[byline]',
		':term[byline] is not in the glossary',
		'give it the id of a term in glossary.yaml',
	),
	town(
		'21 exact words',
		'in which money for a repair has stood',
		`:exact[${Array.from({ length: 21 }, (_, index) => `word${index}`).join(' ')}]`,
		':exact[word0',
		'these exact words are 21 words long: “word0 word1 word2 word3 word4 word5 word…”',
		'quote at most 20 words at a time',
	),
];

describe('checkContent', () => {
	it('finds no problem in a good folder', () => {
		expect(problemsOf(goodFiles())).toEqual([]);
	});

	describe.each([
		['in YAML', yamlRows],
		['in the shape of a file', schemaRows],
		['in what a lesson refers to', referenceRows],
		['in a lesson', lessonRows],
		['in a choice', choiceRows],
		['in a match', matchRows],
		['in lists and files', listingRows],
		['in a reading', readingRows],
	])('points to the one mistake %s', (_kind, rows) => {
		it.each(rows)('$name', ({ files, expected }) => {
			expect(problemsOf(files)).toEqual([toProblem(files, expected)]);
		});
	});

	it('counts lines and columns from 1, in the whole file', () => {
		expect(
			[
				...problemsOf(
					broken(lessonFile, 'skill: sourcing/attribution\n    reading', 'skill: sourcing/x\n    reading'),
				),
				...problemsOf(broken(townFile, 'date: 3 May', 'when: 3 May')),
				...problemsOf(broken(townFile, '.source .bare', '.source .bore')),
			].map(formatProblem),
		).toEqual([
			`${lessonFile}:38:5  “sourcing/x” is not a skill  (use an id of skills.yaml)`,
			`${townFile}:6:1  “date” is missing  (add it: a text)`,
			`${townFile}:9:3  unknown key “when”  (remove it, or correct its spelling)`,
			`${townFile}:20:7  “bore” is not a label  (use a label of lessons/README.md, or correct its spelling)`,
		]);
	});

	it('reports everything at once, by file and place', () => {
		const changes: [string, string, string][] = [
			[townFile, '.source .bare', '.source .bore'],
			[lessonFile, 'skill: sourcing/attribution\n    reading', 'skill: sourcing/x\n    reading'],
			[townFile, ':term[byline]{#byline}', ':term[byline]{#by-line}'],
			['skills.yaml', '    title: Find who says it\n', ''],
			[lessonFile, 'minutes: 3', 'minutes: 9'],
			[lessonFile, 'evidence: [town-paper#mayor]', 'evidence: [town-paper#m, town-paper#n]'],
			[checkFile, 'lens: all', 'lens: none'],
			[checkFile, 'minutes: 3', 'minutes: 99'],
		];
		const all = changes.reduce((files, [file, from, to]) => broken(file, from, to, files), goodFiles());
		const skillsFixed = new Map(all).set('skills.yaml', goodFiles().get('skills.yaml') ?? '');
		const places = (files: Files) =>
			problemsOf(files).map(({ file, line, column }) => `${file}:${line}:${column}`);
		expect(places(skillsFixed)).toEqual([
			`${checkFile}:3:1`,
			`${checkFile}:7:1`,
			`${lessonFile}:9:1`,
			`${lessonFile}:38:5`,
			`${lessonFile}:60:16`,
			`${lessonFile}:60:30`,
			`${townFile}:20:7`,
			`${townFile}:24:236`,
		]);
		expect(places(all)).toEqual([`${checkFile}:3:1`, `${checkFile}:7:1`, 'skills.yaml:2:5']);
	});

	it('reports every key that stands twice', () => {
		const files = broken(
			lessonFile,
			'tries: 2',
			'tries: 2\ntries: 3\nlens: all',
			broken(lessonFile, 'title: Who closed', 'title: Who\ntitle: Who closed'),
		);
		expect(problemsOf(files).map(({ line, message }) => `${line} ${message}`)).toEqual([
			'4 not valid YAML: Map keys must be unique',
			'9 not valid YAML: Map keys must be unique',
			'10 not valid YAML: Map keys must be unique',
		]);
	});

	it('reports a rule’s problems also where another file is broken', () => {
		const files = broken(
			lessonFile,
			'minutes: 3',
			'minutes: 9',
			broken(checkFile, 'lens: all', 'lens: none'),
		);
		expect(problemsOf(files).map(({ file }) => file)).toEqual([checkFile, lessonFile]);
	});
});

describe('the length of a retelling', () => {
	const letter = (words: number): Files =>
		broken(
			moduleFile,
			'river-blog]',
			'river-blog, letter]',
			withFile(
				'one-bridge/readings/letter.md',
				[
					'---',
					'slug: letter',
					'original: letter.txt',
					'title: Letter',
					'gist: A letter.',
					'page: { headline: One two three, byline: A, date: B, outlet: C, picture: D }',
					'---',
					'',
					`${'word '.repeat(words - 2)}\n\nlast words`,
				].join('\n'),
			),
		);

	it.each([280, 420])('may be %i words', (words) => {
		expect(problemsOf(letter(words))).toEqual([]);
	});

	it.each([279, 421])('may not be %i words; its first paragraph is pointed to', (words) => {
		expect(problemsOf(letter(words))).toEqual([
			{
				file: 'one-bridge/readings/letter.md',
				line: 9,
				column: 1,
				message: `the retelling has ${words} words`,
				advice: 'keep it between 280 and 420',
			},
		]);
	});
});

describe('what the check lets pass', () => {
	it.each([
		[
			'20 exact words',
			townFile,
			'in which money for a repair has stood',
			`:exact[${'word '.repeat(20).trim()}]`,
		],
		['a YAML anchor, as long as nothing refers to it', lessonFile, 'tries: 2', 'tries: &tries 2'],
		['the same feedback in two items', lessonFile, 'You followed the words to her.', 'You saw the council.'],
		[
			'feedback that starts like a generic one',
			lessonFile,
			'You saw the council.',
			'Right, the council is named.',
		],
		['a line ending of Windows', lessonFile, 'tries: 2\n', 'tries: 2\r\n'],
		['exact words in a lesson with one reading', checkFile, 'It is known, says', ':exact[It is known], says'],
		[
			'a match without judged passages',
			lessonFile,
			'        quality: weak\n        feedback: You learn',
			'        feedback: You learn',
		],
	])('%s', (_name, file, from, to) => {
		expect(problemsOf(broken(file, from, to))).toEqual([]);
	});
});

describe('feedback that teaches nothing', () => {
	it.each([
		'Correct!',
		'Wrong.',
		'That’s right!',
		"That's wrong.",
		'This is incorrect',
		'Well done. Good job!',
		'*Not quite*: try again.',
		'no',
	])('“%s”', (text) => {
		const files = broken(lessonFile, 'feedback: You saw the council.', `feedback: "${text}"`);
		expect(problemsOf(files).map(({ message }) => message)).toEqual([
			`“${text.replaceAll('*', '')}” teaches nothing`,
		]);
	});
});

describe('the balance of sound and weak passages', () => {
	/** The fixture judges five; these are the four of its match. */
	const judging = (qualities: string[]): Files => {
		const contexts = ['category: named', 'category: described', 'category: bare', 'category: bare'];
		const feedback = ['It has a name', 'It has an office', 'You learn', 'Nobody is named and'];
		const now = ['sound', 'sound', 'weak', 'weak'];
		const unjudged = broken(lessonFile, '    quality: sound\n    confidence', '    confidence');
		return qualities.reduce((files, quality, index) => {
			const line = (value: string) =>
				`${contexts[index]}\n        quality: ${value}\n        feedback: ${feedback[index]}`;
			return broken(lessonFile, line(now[index] ?? ''), line(quality).replace(/ +quality: \n/, ''), files);
		}, unjudged);
	};
	const judgements = (files: Files) =>
		problemsOf(files).filter(({ message }) => message.includes('judged passages'));

	it.each([
		['3 of 4 sound', ['sound', 'sound', 'sound', 'weak']],
		['2 of 4 sound', ['sound', 'sound', 'weak', 'weak']],
		['fewer than four, all sound', ['sound', 'sound', 'sound', '']],
		['fewer than four, all weak', ['weak', 'weak', 'weak', '']],
	])('is kept with %s', (_name, qualities) => {
		expect(judgements(judging(qualities))).toEqual([]);
	});

	it.each([
		['1 of 4 sound', ['sound', 'weak', 'weak', 'weak'], '25 % of the 4 judged passages are sound'],
		['4 of 4 sound', ['sound', 'sound', 'sound', 'sound'], '100 % of the 4 judged passages are sound'],
	])('is lost with %s', (_name, qualities, message) => {
		expect(judgements(judging(qualities)).map((problem) => problem.message)).toEqual([message]);
	});
});

describe('any damage', () => {
	const paths = [...goodFiles().keys()];

	it('is survived: the check always ends, with places inside the files', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...paths),
				fc.nat(),
				fc.nat(60),
				fc.oneof(
					fc.string(),
					fc.constantFrom('*x', '&a ', '- ', ': ', '"', '\n', ':span[', '{#id}', '[[', '\t', '---\n'),
				),
				(file, at, length, junk) => {
					const files = goodFiles();
					const text = files.get(file) ?? '';
					const offset = at % text.length;
					files.set(file, text.slice(0, offset) + junk + text.slice(offset + length));
					for (const { file, line, column, message, advice } of problemsOf(files)) {
						const lines = (files.get(file) ?? '').split('\n');
						expect(message).not.toBe('');
						expect(advice).not.toBe('');
						expect(line).toBeGreaterThanOrEqual(1);
						expect(line).toBeLessThanOrEqual(lines.length);
						expect(column).toBeGreaterThanOrEqual(1);
						expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
					}
				},
			),
			{ numRuns: 40 },
		);
	});

	it('that takes a whole file away is reported', () => {
		for (const file of paths) expect(problemsOf(without(file))).not.toEqual([]);
	});

	it('that takes nothing away but adds a comment is no damage', () => {
		for (const file of paths.filter((path) => path.endsWith('.yaml')))
			expect(problemsOf(withFile(file, `# A comment.\n${goodFiles().get(file)}`))).toEqual([]);
	});
});

describe('sortProblems', () => {
	const problem = fc.record({
		file: fc.constantFrom('a.yaml', 'b.yaml'),
		line: fc.integer({ min: 1, max: 12 }),
		column: fc.integer({ min: 1, max: 12 }),
		message: fc.constantFrom('one', 'two'),
		advice: fc.constant('do it'),
	});

	it('gives the same order whatever order the problems came in', () => {
		fc.assert(
			fc.property(
				fc
					.array(problem)
					.chain((problems) =>
						fc.tuple(
							fc.constant(problems),
							fc.shuffledSubarray(problems, { minLength: problems.length, maxLength: problems.length }),
						),
					),
				([problems, shuffled]) => {
					expect(sortProblems(shuffled)).toEqual(sortProblems(problems));
				},
			),
		);
	});

	it('counts lines as numbers: line 9 stands before line 10', () => {
		const at = (line: number): Problem => ({ file: 'a', line, column: 1, message: 'm', advice: 'a' });
		expect(sortProblems([at(10), at(9)])).toEqual([at(9), at(10)]);
	});
});
