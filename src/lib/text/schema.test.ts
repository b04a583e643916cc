import { describe, expect, it } from 'vitest';
import { id, line, richText, skillId, spanRef } from './schema.ts';

const messageOf = (result: { error?: { issues: { message: string }[] } | undefined }) =>
	result.error?.issues[0]?.message;

describe('an id', () => {
	it.each(['a', 'eu-frowns', 'tells-russia-2', '2-planes', 'x'.repeat(125)])('may be “%s”', (text) => {
		expect(id.safeParse(text).data).toBe(text);
	});

	it.each(['', 'EU', 'two words', 'a--b', '-a', 'a-', 'a_b', 'é', '__proto__', 'x'.repeat(126)])(
		'may not be “%s”',
		(text) => {
			expect(id.safeParse(text).success).toBe(false);
		},
	);

	it('that is wrong is named in the complaint, with what to do after a bar', () => {
		expect(messageOf(id.safeParse('EU frowns'))).toBe(
			'“EU frowns” is not an id|use lower-case letters, digits and single hyphens',
		);
	});
});

describe('a skill id', () => {
	it('names a lens and a skill', () => {
		expect(skillId.safeParse('sourcing/attribution').success).toBe(true);
		for (const wrong of ['attribution', 'sourcing/', 'style/attribution', 'sourcing/a/b'])
			expect(skillId.safeParse(wrong).success).toBe(false);
	});
});

describe('the name of a span', () => {
	it('is read as a reading and a span', () => {
		expect(spanRef.parse('eu-frowns#headline')).toEqual({ reading: 'eu-frowns', span: 'headline' });
	});

	it.each(['headline', '#headline', 'eu-frowns#', 'a#b#c'])('may not be “%s”', (text) => {
		expect(spanRef.safeParse(text).success).toBe(false);
	});
});

describe('a line', () => {
	it('is trimmed, not empty and not too long', () => {
		expect(line(5).parse('  words ')).toBe('words');
		expect(messageOf(line(5).safeParse('   '))).toMatch(/^this text is empty\|/);
		expect(line(5).safeParse('longer').success).toBe(false);
	});
});

describe('authored text', () => {
	it('is read to runs', () => {
		expect(richText(40).parse(' who *says* ')).toEqual([{ text: 'who ' }, { text: 'says', em: true }]);
	});

	it('says each of its mistakes with what to do', () => {
		const { error } = richText(80).safeParse('a **bold** :span[word]{#w}');
		expect(error?.issues.map(({ message }) => message.split('|')[0])).toEqual([
			'bold text is not part of the format',
			':span stands outside a reading',
		]);
		expect(error?.issues.every(({ message }) => (message.split('|')[1] ?? '').length > 0)).toBe(true);
	});
});
