import type { Page } from '@playwright/test';
import { isItem } from '../../src/lib/engine/lesson-plan.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import {
	answerRight,
	checkButton,
	compiled,
	arriveAt,
	expect,
	itemsOf,
	nextLink,
	openLesson,
	option,
	saySure,
	see,
	test,
	type Item,
} from './crossread.ts';
import { script } from './hands.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';

/** Somebody who answers by a rule; `answer` leaves an item ready to be checked. */
type Learner = { name: string; answer: (page: Page, item: Item, lesson: Lesson) => Promise<void> };

const perfect: Learner = {
	name: 'who answers everything right',
	answer: (page, item, lesson) => answerRight(page, item, lesson, script(page)),
};

/** Takes what comes first, wherever something can be taken. */
const first: Learner = {
	name: 'who always takes the first answer',
	async answer(page, item) {
		const { choose, press, select, write } = script(page);
		switch (item.type) {
			case 'choice':
				return choose(page.locator('main .choice input').first());
			case 'match':
			case 'associate':
				for (const group of await page.locator('main fieldset:not(.confidence):has(input)').all())
					await choose(group.locator('input').first());
				return;
			case 'mark':
				await press(page.locator('[data-word]:not(.fixed)').first());
				return press(page.locator('[role="toolbar"] .primary').first());
			case 'order':
				return press(page.getByRole('button', { name: /^Move down/ }).first());
			case 'inline-choice':
				for (const box of await page.getByRole('combobox').all())
					await select(box, (await box.locator('option').nth(1).textContent()) ?? '');
				return;
			case 'extended-text':
				return write(
					page.getByRole('textbox'),
					'one two three four five six seven eight nine ten '.repeat(6),
				);
		}
	},
};

/** Doubts every passage and marks all there is. */
const suspicious: Learner = {
	name: 'who suspects everything',
	async answer(page, item, lesson) {
		const { choose, press } = script(page);
		if (item.type === 'choice') {
			const doubting = item.options.filter(({ verdict }) => verdict === 'doubt');
			if (doubting.length === 0) return first.answer(page, item, lesson);
			for (const { id } of item.select === 'many' ? doubting : doubting.slice(0, 1))
				await choose(option(page, item, id));
			return;
		}
		if (item.type === 'match') {
			const doubting = item.categories.find(({ verdict }) => verdict === 'doubt') ?? item.categories.at(-1);
			for (const chip of await page.locator(`[data-snippet] input[value="${doubting?.id}"]`).all())
				await choose(chip);
			return;
		}
		await first.answer(page, item, lesson);
		if (item.type === 'associate') {
			await choose(page.locator('input[value="contradicts"]'));
			await choose(page.getByRole('group', { name: 'What do they clash over?' }).getByRole('radio').first());
		}
		if (item.type === 'mark') {
			await press(page.getByRole('option').first().locator('[data-word]').last());
			await press(page.getByRole('button', { name: 'Whole sentence' }));
			await press(page.locator('[role="toolbar"] .primary').first());
		}
	},
};

const fractions = new Map([
	['¼', 0.25],
	['½', 0.5],
	['¾', 0.75],
]);

const toNumber = (words: string): number => {
	const fraction = fractions.get(words.at(-1) ?? '');
	return fraction === undefined ? Number(words) : Number(words.slice(0, -1) || 0) + fraction;
};

/** What an item is answered with; some interactions come a moment after their page. */
const controls = 'main :is(input, select, textarea, [data-word], [data-link]):not(.confidence *)';

const next = 'nav[aria-label="Steps"] a.primary';
const giveUp = '.feedback > button.link';

/** Works through one lesson, takes one try an item, and reads the points off the page. */
async function pointsIn(page: Page, lesson: Lesson, learner: Learner): Promise<number> {
	const { press } = script(page);
	await openLesson(page, lesson.id);
	await press(page.getByRole('link', { name: 'Start' }));
	for (const step of lesson.steps) {
		await arriveAt(page, step);
		if (isItem(step)) {
			await see(page, controls);
			await learner.answer(page, step, lesson);
			await saySure(page, step, script(page));
			await press(checkButton(page));
			await see(page, `${giveUp}, ${next}`);
			if (await page.locator(giveUp).isVisible()) {
				await press(page.locator(giveUp));
				await see(page, next);
			}
		}
		await press(nextLink(page));
	}
	if (lesson.settings.mode === 'check')
		await press(page.getByRole('button', { name: 'Finish and see the feedback' }));
	const score = page.locator('.score');
	await expect(score).toBeVisible();
	return toNumber((await score.locator('.number').textContent())?.trim() ?? '');
}

const possible = compiled.lessons.flatMap(itemsOf).filter(isJudged).length;

/** The bounds of each learner’s share of all points. */
const spread: [Learner, number, number][] = [
	[perfect, 1, 1],
	[first, 0, 0.45],
	[suspicious, 0, 0.5],
];

for (const [learner, least, most] of spread)
	test(`a learner ${learner.name} gets between ${least * 100} and ${most * 100} % of the module’s points`, async ({
		page,
	}) => {
		test.setTimeout(420_000);
		let points = 0;
		for (const lesson of compiled.lessons) points += await pointsIn(page, lesson, learner);
		const share = points / possible;
		test.info().annotations.push({ type: 'share', description: share.toFixed(3) });
		console.log(`${learner.name}: ${(share * 100).toFixed(1)} % of ${possible} points`);
		expect(share).toBeGreaterThanOrEqual(least);
		expect(share).toBeLessThanOrEqual(most);
	});
