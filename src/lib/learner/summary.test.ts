import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from './counted.ts';
import { summarise } from './summary.ts';
import { answers, anyAnswer } from './testing.ts';

const skills = ['sourcing/attribution', 'framing/voice'];

describe('a summary', () => {
	it('of nothing says nothing', () => {
		const { answers: count, misconceptions, discernment, skills: own } = summarise([], { skills, now: 0 });
		expect(count).toBe(0);
		expect(misconceptions).toEqual([]);
		expect(discernment).toBeUndefined();
		expect(own).toEqual(skills.map((skill) => ({ skill, answers: 0, right: 0, mastery: undefined })));
	});

	it('counts each skill in the order it was asked for', () => {
		const all = answers({ skill: 'framing/voice' }, { share: 0.5 }, { skill: 'gone/skill' }, { share: 0 });
		expect(summarise(all, { skills, now: 0 }).skills).toMatchObject([
			{ skill: 'sourcing/attribution', answers: 2, right: 0.5 },
			{ skill: 'framing/voice', answers: 1, right: 1 },
		]);
	});

	it('is the same, in whatever order answers come', () => {
		fc.assert(
			fc.property(
				fc
					.array(anyAnswer, { maxLength: 30 })
					.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
				([all, shuffled]) => {
					const distinct = all.every((one, n) => all.every((other, m) => n === m || one.at !== other.at));
					fc.pre(distinct);
					const about = { skills, now: 100 * day };
					expect(summarise(shuffled, about)).toEqual(summarise(all, about));
				},
			),
		);
	});
});
