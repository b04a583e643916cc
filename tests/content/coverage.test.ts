import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { coverModule, reportOf } from '../../src/lib/content/coverage.ts';
import { goodFiles } from './content-fixture.ts';

const { content } = checkContent(goodFiles());
const [module] = content?.modules ?? [];
if (!content || !module) throw new Error('The fixture has no module.');
const moduleFile = `${module.folder}/module.yaml`;

/** The fixture whose module promises to cover so much. */
function problemsWith(goals: Record<string, number>): string[] {
	const files = new Map(goodFiles());
	const all = {
		items: 1,
		itemsPerSkill: 1,
		itemsPerMisconception: 1,
		lessonsPerReading: 1,
		interactions: 1,
		...goals,
	};
	const yaml = Object.entries(all).map(([key, value]) => `  ${key}: ${value}`);
	files.set(moduleFile, `${files.get(moduleFile)}\ngoals:\n${yaml.join('\n')}\n`);
	return checkContent(files).problems.map(({ message }) => message);
}

describe('what a module covers', () => {
	const cover = coverModule(module);

	it('adds up: items by skill, by interaction and by lesson', () => {
		const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
		expect(cover.items).toBeGreaterThan(0);
		expect(sum(cover.skills.values())).toBe(cover.items);
		expect(sum(cover.interactions.values())).toBe(cover.items);
		expect(sum(cover.lessons.map(({ items }) => items))).toBe(cover.items);
	});

	it('says how well answering by a rule would do, beside chance', () => {
		for (const { right, chance } of cover.statistics) {
			expect(right).toBeGreaterThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(1);
			expect(chance).toBeGreaterThan(0);
		}
	});

	it('is reported as tables whose rows are as wide as their heading', () => {
		for (const { title, rows } of reportOf(content, module))
			for (const row of rows) expect(row, title).toHaveLength(rows[0]?.length ?? 0);
	});

	it('is held to the goals of the module', () => {
		expect(problemsWith({ items: 500 })).toContain(`items in the module: ${cover.items}, not 500`);
		expect(
			problemsWith({ interactions: 7 }).some((message) => message.startsWith('kinds of interaction: ')),
		).toBe(true);
		expect(problemsWith({ itemsPerSkill: 90 }).some((message) => message.startsWith('items for “'))).toBe(
			true,
		);
		expect(
			problemsWith({ lessonsPerReading: 9 }).some((message) => message.includes('besides its close reading')),
		).toBe(true);
	});
});
