import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { chooseItem, seenIn } from './choose-item.ts';
import { answer, atNoon, reviewItem } from './testing.ts';

const skill = 'sourcing/a';
const own = ['x', 'y', 'z'].map((item) => reviewItem({ item }));
const ofOtherSkill = reviewItem({ item: 'other', skill: 'sourcing/b' });
const all = [...own, ofOtherSkill];

const answered = (item: string, day: number) => answer({ item, at: atNoon(day) });

describe('the item to ask for a skill', () => {
	it('is one that was never answered, while there is one', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(['x', 'y', 'z'], { minLength: 1, maxLength: 2 }),
				fc.nat(),
				(done, seed) => {
					const chosen = chooseItem(skill, all, seenIn(done.map((item, day) => answered(item, day))), seed);
					expect(done).not.toContain(chosen?.item);
					expect(chosen?.skill).toBe(skill);
				},
			),
		);
	});

	it('is else the one answered longest ago, so never the last one where there is another', () => {
		const answers = [answered('y', 1), answered('x', 2), answered('z', 3), answered('y', 4)];
		for (let seed = 0; seed < 20; seed += 1)
			expect(chooseItem(skill, all, seenIn(answers), seed)).toMatchObject({ item: 'x' });
	});

	it('is the same item again where there is no other', () => {
		expect(chooseItem('sourcing/b', all, seenIn([answered('other', 1)]), 1)).toBe(ofOtherSkill);
	});

	it('hangs on the seed alone between equals', () => {
		const seen = seenIn([answer({ item: 'elsewhere' })]);
		const chosen = Array.from({ length: 40 }, (_, seed) => chooseItem(skill, all, seen, seed)?.item);
		expect(new Set(chosen)).toEqual(new Set(['x', 'y', 'z']));
		expect(chosen).toEqual(Array.from({ length: 40 }, (_, seed) => chooseItem(skill, all, seen, seed)?.item));
	});

	it('may hang on its lesson: then it waits until that lesson has been begun', () => {
		const [needy, free] = [
			reviewItem({ lesson: 'later', item: 'needy' }),
			reviewItem({ lesson: 'close', item: 'free', needsLesson: false }),
		];
		const begun = seenIn([answer({ lesson: 'later', item: 'another' })]);
		expect(chooseItem(skill, [needy], seenIn([]), 1)).toBeUndefined();
		expect(chooseItem(skill, [needy], begun, 1)).toBe(needy);
		expect(chooseItem(skill, [needy, free], seenIn([]), 1)).toBe(free);
	});
});
