import type { Page } from '@playwright/test';
import { isItem } from '../../src/lib/engine/lesson-machine.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import {
	answerRight,
	checkButton,
	compiled,
	expect,
	heading,
	itemsOf,
	nextLink,
	openLesson,
	option,
	saySure,
	shown,
	test,
	type Item,
} from './crossread.ts';
import { mouse } from './hands.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';

/** Somebody who answers by a rule; `answer` leaves an item ready to be checked. */
type Learner = { name: string; answer: (page: Page, item: Item, lesson: Lesson) => Promise<void> };

const perfect: Learner = {
	name: 'who answers everything right',
	answer: (page, item, lesson) => answerRight(page, item, lesson, mouse(page)),
};

/** Takes what comes first, wherever something can be taken. */
const first: Learner = {
	name: 'who always takes the first answer',
	async answer(page, item) {
		switch (item.type) {
			case 'choice':
				return page.locator('main .choice input').first().check();
			case 'match':
			case 'associate':
				for (const group of await page.locator('main fieldset:not(.confidence)').all())
					if ((await group.getByRole('radio').count()) > 0) await group.getByRole('radio').first().check();
				return;
			case 'mark':
				await page.locator('[data-word]:not(.fixed)').first().click();
				return page.getByRole('toolbar').locator('.primary').first().click();
			case 'order':
				return page
					.getByRole('button', { name: /^Move down/ })
					.first()
					.click();
			case 'inline-choice':
				for (const select of await page.getByRole('combobox').all()) await select.selectOption({ index: 1 });
				return;
			case 'extended-text':
				return page.getByRole('textbox').fill('one two three four five six seven eight nine ten '.repeat(6));
		}
	},
};

/** Doubts every passage and marks all there is. */
const suspicious: Learner = {
	name: 'who suspects everything',
	async answer(page, item, lesson) {
		if (item.type === 'choice') {
			const doubting = item.options.filter(({ verdict }) => verdict === 'doubt');
			if (doubting.length === 0) return first.answer(page, item, lesson);
			for (const { id } of item.select === 'many' ? doubting : doubting.slice(0, 1))
				await option(page, item, id).check();
			return;
		}
		if (item.type === 'match') {
			const doubting = item.categories.find(({ verdict }) => verdict === 'doubt') ?? item.categories.at(-1);
			for (const chip of await page.getByRole('radio', { name: doubting?.text ?? '', exact: true }).all())
				await chip.check();
			return;
		}
		await first.answer(page, item, lesson);
		if (item.type === 'associate') {
			await page.locator('input[value="contradicts"]').check();
			await page.getByRole('group', { name: 'What do they clash over?' }).getByRole('radio').first().check();
		}
		if (item.type === 'mark') {
			await page.getByRole('option').first().locator('[data-word]').last().click();
			await page.getByRole('button', { name: 'Whole sentence' }).click();
			await page.getByRole('toolbar').locator('.primary').first().click();
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

/** Works through one lesson, takes one try an item, and reads the points off the page. */
async function pointsIn(page: Page, lesson: Lesson, learner: Learner): Promise<number> {
	await openLesson(page, lesson.id);
	await page.getByRole('link', { name: 'Start' }).click();
	for (const step of lesson.steps) {
		await expect(heading(page)).toHaveText(isItem(step) ? shown(step.prompt) : step.title);
		if (isItem(step)) {
			await learner.answer(page, step, lesson);
			await saySure(page, step, mouse(page));
			await checkButton(page).click();
			const giveUp = page.getByRole('button', { name: 'Show the answer instead' });
			await expect(nextLink(page).or(giveUp)).toBeVisible();
			if (await giveUp.isVisible()) await giveUp.click();
		}
		await nextLink(page).click();
	}
	if (lesson.settings.mode === 'check')
		await page.getByRole('button', { name: 'Finish and see the feedback' }).click();
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
