import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../content/compile-content.ts';
import { settingsOf } from '../../engine/attempt-settings.ts';
import { choiceItem, readingOf } from '../../engine/testing.ts';
import type { Reading } from '../../text/reading.ts';
import { buildReview } from './build-review.ts';

const account = readingOf('Two planes land', ['The ministry said so.', 'Nobody else did.'], {
	who: 'The ministry',
	nobody: 'Nobody else',
});

const withSpans = (...ids: string[]): Reading => ({
	...account,
	spans: account.spans.filter(({ id }) => ids.includes(id)),
	cut: { words: [], sentences: [] },
});

const lesson = (id: string, change: Partial<Lesson>): Lesson => ({
	format: 1,
	id,
	title: id,
	lens: 'sourcing',
	kind: 'lesson',
	aim: '',
	minutes: 5,
	takeaways: [],
	steps: [choiceItem({ id: 'a' }), choiceItem({ id: 'b' })],
	hash: `hash of ${id}`,
	settings: settingsOf({ mode: 'check' }),
	readings: [],
	skills: [],
	terms: [],
	...change,
});

const skill = (id: string) => ({ id, title: id, gist: id });

const lessons = new Map(
	[
		lesson('one', { readings: [withSpans('who')], skills: [skill('s1'), skill('s2')] }),
		lesson('two', {
			readings: [withSpans('who', 'nobody'), { ...account, slug: 'other' }],
			skills: [skill('s2')],
		}),
		lesson('marks', { readings: [{ ...withSpans('nobody'), cut: account.cut }] }),
	].map((each) => [each.id, each]),
);

const at = (name: string, item = 'a') => ({ lesson: name, item });

describe('a review made of lessons', () => {
	it('asks the items in their order, under ids that say where they are at home', () => {
		const { steps } = buildReview([at('two', 'b'), at('one'), at('two')], lessons);
		expect(steps.map(({ id }) => id)).toEqual(['two/b', 'one/a', 'two/a']);
	});

	it('leaves out items and lessons that are gone', () => {
		const { steps, hash } = buildReview([at('gone'), at('one', 'gone'), at('one')], lessons);
		expect(steps.map(({ id }) => id)).toEqual(['one/a']);
		expect(hash).toBe('hash of one');
	});

	it('is a practice of its own, with the content of its lessons and the accounts and skills of each once', () => {
		const review = buildReview([at('two', 'b'), at('one'), at('two')], lessons);
		expect(review).toMatchObject({
			id: 'review',
			kind: 'lesson',
			title: 'Review',
			takeaways: [],
			settings: settingsOf({}),
		});
		expect(review.hash).toBe('hash of two+hash of one');
		expect(review.skills.map(({ id }) => id)).toEqual(['s2', 's1']);
		expect(review.readings.map(({ slug }) => slug)).toEqual(['account', 'other']);
	});

	it('has every place of an account that any of its lessons points to, each once', () => {
		const [merged] = buildReview([at('one'), at('two')], lessons).readings;
		expect(merged?.spans.map(({ id }) => id)).toEqual(['who', 'nobody']);
	});

	it.each([
		['first', [at('marks'), at('one')]],
		['last', [at('one'), at('marks')]],
	])('has the words of an account where marks are made in it, be that lesson the %s', (_, refs) => {
		expect(buildReview(refs, lessons).readings[0]?.cut).toEqual(account.cut);
	});
});
