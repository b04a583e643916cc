import type { Page } from '@playwright/test';
import { isItem } from '../../src/lib/engine/lesson-machine.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import {
	answerRight,
	arriveAt,
	byHand,
	checkButton,
	compiled,
	expect,
	itemsOf,
	nextLink,
	openLesson,
	saySure,
	see,
	test,
} from './crossread.ts';
import { script } from './hands.ts';
import type { Lesson } from '../../src/lib/content/compile-content.ts';

/** What an item is answered with; some interactions come a moment after their page. */
const controls = 'main :is(input, select, textarea, [data-word], [data-link]):not(.confidence *)';

async function answerAll(page: Page, lesson: Lesson): Promise<void> {
	const { press } = script(page);
	await openLesson(page, lesson.id);
	await press(page.getByRole('link', { name: 'Start', exact: true }));
	for (const step of lesson.steps) {
		await arriveAt(page, step);
		if (isItem(step)) {
			await see(page, controls);
			await answerRight(page, step, lesson, script(page));
			await saySure(page, step, script(page));
			await press(checkButton(page));
			await see(page, 'nav[aria-label="Steps"] a.primary');
		}
		await press(nextLink(page));
	}
	if (lesson.settings.mode === 'check')
		await press(page.getByRole('button', { name: 'Finish and see the feedback' }));
}

for (const lesson of compiled.lessons.filter(({ id }) => !byHand.includes(id)))
	test(`every question of “${lesson.title}” can be answered, and right answers get all points`, async ({
		page,
	}) => {
		await answerAll(page, lesson);
		const judged = itemsOf(lesson).filter(isJudged).length;
		await expect(page.getByText(`${judged} of ${judged} points`)).toBeVisible();
	});
