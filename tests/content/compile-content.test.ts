import { describe, expect, it } from 'vitest';
import { compileContent, type Lesson } from '../../src/lib/content/compile-content.ts';
import { plainText } from '../../src/lib/text/rich-text.ts';
import { broken, checkFile, goodFiles, lessonFile, sourceOf, townFile } from './content-fixture.ts';

type Files = ReturnType<typeof goodFiles>;

const good = compileContent(sourceOf(goodFiles()));

const compile = (files?: Files) => (files ? compileContent(sourceOf(files)) : good);

function lessonOf(id: string, files?: Files): Lesson {
	const lesson = compile(files).lessons.find((lesson) => lesson.id === id);
	if (!lesson) throw new Error(`there is no lesson ${id}`);
	return lesson;
}

function stepOf<T extends Lesson['steps'][number]['type']>(type: T, id: string, files?: Files) {
	const step = lessonOf('who-closed-it', files).steps.find((step) => step.id === id);
	if (step?.type !== type) throw new Error(`${id} is not of the type ${type}`);
	return step as Extract<Lesson['steps'][number], { type: T }>;
}

const spansOf = (lesson: Lesson) =>
	Object.fromEntries(lesson.readings.map(({ slug, spans }) => [slug, spans.map(({ id }) => id)]));

describe('a compiled lesson', () => {
	it('holds no notes for teachers', () => {
		const json = JSON.stringify(compile().lessons);
		for (const note of [
			'When may a source',
			'take a name for a proof',
			'which words show it',
			'CCSS',
			'teacher',
		])
			expect(json).not.toContain(note);
	});

	it('holds nothing of another lesson but the next one’s title', () => {
		const json = JSON.stringify(lessonOf('who-closed-it'));
		for (const text of ['known-by-whom', 'You saw that it is only known', 'See what you keep'])
			expect(json).not.toContain(text);
		expect(json).toContain('A short check');
	});

	it('is plain JSON', () => {
		const compiled = compile();
		expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
	});

	it('keeps only the spans that its steps point to, in the order of the text', () => {
		expect(spansOf(lessonOf('who-closed-it'))).toEqual({
			'town-paper': ['mayor', 'mayor-said', 'mayor-statement', 'engineers', 'some-statement'],
			'river-blog': ['member', 'mayor-caution'],
		});
		expect(spansOf(lessonOf('short-check'))).toEqual({ 'river-blog': ['never-cracked'] });
	});

	it('has its readings in its own order, whole', () => {
		const swapped = broken(
			lessonFile,
			'readings: [town-paper, river-blog]',
			'readings: [river-blog, town-paper]',
		);
		const { readings } = lessonOf('who-closed-it', swapped);
		expect(readings.map(({ slug }) => slug)).toEqual(['river-blog', 'town-paper']);
		expect(readings.map(({ text }) => text.length)).toEqual(
			['river-blog', 'town-paper'].map(
				(slug) => compile().readings.find((reading) => reading.slug === slug)?.text.length,
			),
		);
	});

	it('has the glossary words of its steps and readings, and no others', () => {
		expect(lessonOf('who-closed-it').terms.map(({ id }) => id)).toEqual(['source', 'byline']);
		expect(lessonOf('short-check').terms).toEqual([]);
	});

	it('has the glossary words of its takeaways', () => {
		const files = broken(
			checkFile,
			'takeaways: [Ask who says it.]',
			'takeaways: ["Ask for the :term[source]{#source}."]',
		);
		expect(lessonOf('short-check', files).terms.map(({ id }) => id)).toEqual(['source']);
	});

	it('has the skills of its items, and no others', () => {
		expect(lessonOf('who-closed-it').skills.map(({ id }) => id)).toEqual([
			'sourcing/attribution',
			'sourcing/identification',
		]);
		expect(lessonOf('short-check').skills.map(({ id }) => id)).toEqual(['sourcing/attribution']);
	});

	it('names the next lesson of the module, and none after the last', () => {
		expect(lessonOf('who-closed-it').next).toEqual({ id: 'short-check', title: 'A short check' });
		expect(lessonOf('short-check')).not.toHaveProperty('next');
	});

	it('follows the order of the module, not that of files', () => {
		const files = broken(
			'one-bridge/module.yaml',
			'lessons: [who-closed-it, short-check]',
			'lessons: [short-check, who-closed-it]',
		);
		expect(compile(files).lessons.map(({ id }) => id)).toEqual(['short-check', 'who-closed-it']);
		expect(lessonOf('short-check', files).next).toEqual({ id: 'who-closed-it', title: 'Who closed it?' });
	});

	it('is run as it says: practice with tries and hints, a check with one try and none', () => {
		expect(lessonOf('who-closed-it').settings).toMatchObject({ mode: 'practice', tries: 2, hints: true });
		expect(lessonOf('short-check').settings).toMatchObject({ mode: 'check', tries: 1, hints: false });
	});
});

describe('a snippet that names a span', () => {
	it('gets the words of its span, exact words with their account', () => {
		const { snippets } = stepOf('match', 'sort-sources');
		expect(snippets.find(({ id }) => id === 'mayor')?.text).toEqual([
			{ text: 'Mayor Ines Albrecht said that the closing was a matter of caution and that ' },
			{ text: 'nobody is in danger today', exact: 'town-paper' },
			{ text: '.' },
		]);
	});

	it('keeps its span, and another keeps its own text', () => {
		const { snippets } = stepOf('match', 'sort-sources');
		expect(snippets.map(({ span, text }) => [span?.span, text && plainText(text)])).toEqual([
			['mayor-statement', expect.stringContaining('Mayor Ines Albrecht said')],
			['engineers', 'Two engineers of the county office'],
			['some-statement', 'Some in the town say that the bridge will never open again.'],
			[undefined, 'Many have heard that the bridge moves.'],
		]);
	});
});

describe('exact words', () => {
	it('without an account are those of the reading beside them', () => {
		expect(stepOf('explanation', 'two-parts').text[0]).toContainEqual({
			text: 'nobody is in danger today',
			exact: 'town-paper',
		});
	});

	it('keep the account that they name', () => {
		const named = broken(
			lessonFile,
			':exact[nobody is in danger today]',
			':exact[nobody is in danger today]{from=river-blog}',
		);
		expect(stepOf('explanation', 'two-parts', named).text[0]).toContainEqual({
			text: 'nobody is in danger today',
			exact: 'river-blog',
		});
	});

	it('without an account are those of the lesson’s only reading', () => {
		const files = broken(checkFile, 'It is known, says', ':exact[It is known], says');
		expect(lessonOf('short-check', files).steps[0]).toMatchObject({
			explanation: [{ text: 'It is known', exact: 'river-blog' }, {}],
		});
	});
});

describe('the hash of a lesson', () => {
	const hashOf = (files?: Files) => lessonOf('who-closed-it', files).hash;
	const before = hashOf();

	it('is 16 hexadecimal digits, and the same again', () => {
		expect(before).toMatch(/^[0-9a-f]{16}$/);
		expect(hashOf(goodFiles())).toBe(before);
	});

	it.each([
		['the text of an option', lessonFile, 'text: Two engineers\n', 'text: Three engineers\n'],
		['the id of an option', lessonFile, 'id: wish', 'id: hope'],
		['which options are right', lessonFile, 'asked for\n        correct: true', 'asked for'],
		[
			'the category of a snippet',
			lessonFile,
			'category: named\n        quality',
			'category: bare\n        quality',
		],
		['a question', lessonFile, 'How is each source identified?', 'How is each of them identified?'],
		['the words of a reading', townFile, 'within two weeks', 'within three weeks'],
	])('changes with %s', (_name, file, from, to) => {
		expect(hashOf(broken(file, from, to))).not.toBe(before);
	});

	it.each([
		['a note for teachers', lessonFile, 'When may a source stay unnamed?', 'When may it stay so?'],
		['the title', lessonFile, 'title: Who closed it?', 'title: Who shut it?'],
		['the aim', lessonFile, 'aim: Find who says', 'aim: See who says'],
		['another lesson', checkFile, 'feedback: You saw that it is only known.', 'feedback: You saw it.'],
		['the meaning of a glossary word', 'glossary.yaml', 'The person or document', 'Whoever or whatever'],
		['a span that it doesn’t use', townFile, '{#lead .passage}', '{#first .passage}'],
	])('stays with %s changed', (_name, file, from, to) => {
		expect(hashOf(broken(file, from, to))).toBe(before);
	});
});

describe('the outline of a module', () => {
	it('lists lessons with their items, without explanations, and readings with their headlines', () => {
		const { modules, lessons } = compile();
		expect(modules).toMatchObject([
			{
				id: 'one-bridge',
				title: 'One bridge, two accounts',
				lessons: [
					{
						id: 'who-closed-it',
						hash: lessons[0]?.hash,
						items: ['who-speaks', 'what-is-given', 'sort-sources', 'last-question'],
						readings: ['town-paper', 'river-blog'],
					},
					{ id: 'short-check', items: ['known-by-whom'], readings: ['river-blog'] },
				],
				readings: [
					{ slug: 'town-paper', title: 'Town paper', headline: 'Old bridge shut to cars' },
					{ slug: 'river-blog', title: 'River blog', headline: 'Our bridge is being taken from us' },
				],
			},
		]);
	});

	it('has no answers', () => {
		const json = JSON.stringify(compile().modules);
		for (const text of ['correct', 'feedback', 'Two engineers']) expect(json).not.toContain(text);
	});
});

describe('a reading on its own page', () => {
	it('has no spans: its labels are answers', () => {
		expect(compile().readings.map(({ slug, spans }) => [slug, spans])).toEqual([
			['river-blog', []],
			['town-paper', []],
		]);
	});

	it('keeps its exact words and glossary words', () => {
		const reading = compile().readings.find(({ slug }) => slug === 'town-paper');
		expect(reading?.styles.map(({ kind, start, end }) => [kind, reading.text.slice(start, end)])).toEqual([
			['exact', 'nobody is in danger today'],
			['term', 'byline'],
		]);
	});
});
