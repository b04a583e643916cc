import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { progressIndexOf } from '../../src/lib/content/progress-index.ts';
import type { AttemptEvent, AttemptRecord } from '../../src/lib/engine/attempt-record.ts';
import { progressRows, toProgressJson } from '../../src/lib/learner/progress-file.ts';
import { readProgress } from '../../src/lib/learner/progress.ts';
import { toCsv } from '../../src/lib/text/csv.ts';
import { cynic, perfect, withMisconception, type Learner } from '../learner/simulated-learners.ts';
import { problemsOf } from './axe-problems.ts';
import { compiled, expect, lessonOf, test } from './crossread.ts';
import { keep, workAt } from './keep.ts';
import { a4, letter, pdfPages } from './pdf-pages.ts';

const day = 24 * 60 * 60 * 1_000;
const now = new Date('2026-10-19T15:00:00+02:00').getTime();
const index = progressIndexOf(compiled);

/** The work of a learner at a lesson, so many days ago. */
const workAgo = (lesson: string, daysAgo: number, learner: Learner): AttemptRecord =>
	workAt(lessonOf(lesson), now - daysAgo * day, learner, daysAgo);

/** One lesson a day until yesterday. */
const oneADay = (learnerOf: (lesson: string) => Learner): AttemptRecord[] =>
	compiled.lessons.map(({ id }, place) => workAgo(id, compiled.lessons.length - place, learnerOf(id)));

const progressOf = (records: AttemptRecord[]) =>
	readProgress(records, new Map(compiled.lessons.map((lesson) => [lesson.id, lesson])), {
		skills: index.skills.map(({ id }) => id),
		parallels: index.parallels,
		now,
	});

const ofTen = (share: number) => `${Math.round(10 * share)} of 10`;

/** The last digit of a logarithm is another in another version of the engine. */
const settled = (_key: string, value: unknown) =>
	typeof value === 'number' ? Number(value.toPrecision(12)) : value;

const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

/** The text of a file that a button saves. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const file = await download;
	return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });
test.beforeEach(({ page }) => page.clock.setFixedTime(now));

test('who doubts everything sees it in words, in tables and in the needle; prints it on one page; takes it along', async ({
	page,
}) => {
	const records = oneADay((lesson) => (lesson === 'check-out' ? perfect : cynic));
	const progress = progressOf(records);
	const { summary, changes } = progress;
	const { judgements, misconceptions, calibration } = summary;
	await page.goto('/about/');
	await keep(page, records.flat());
	await page.goto('/');
	await page.getByRole('link', { name: 'My progress' }).click();

	await expect(page.getByText(/^\d+ answers, 5\s?–\s?18 October 2026\./)).toContainText(
		`${progress.answers.length} answers`,
	);
	await expect(page.getByText(/^You caught/)).toHaveText(
		`You caught ${ofTen(judgements.caught / judgements.weak)} weak passages, and doubted ${ofTen(judgements.doubted / judgements.sound)} sound ones.`,
	);
	await expect(page.getByText('Your answers lean to doubt')).toBeVisible();
	await expect(row(page, /^Weak passages Doubting/)).toContainText(
		`${judgements.caught} of ${judgements.weak}`,
	);
	await expect(row(page, /^Sound passages Doubting/)).toContainText(
		`${judgements.doubted} of ${judgements.sound}`,
	);
	const [whole, pointer] = await Promise.all([
		page.locator('figure').boundingBox(),
		page.locator('.needle').boundingBox(),
	]);
	expect(pointer?.x).toBeGreaterThan((whole?.x ?? 0) + (whole?.width ?? 0) / 2);

	for (const { skill, answers, mastery } of summary.skills) {
		const title = index.skills.find(({ id }) => id === skill)?.title;
		await expect(row(page, `${title} ${answers} answers`)).toContainText(ofTen(mastery?.mean ?? NaN));
	}
	const sure = calibration.levels.find(({ level }) => level === 'sure');
	await expect(row(page, /^Sure promises 8 to 10 right of 10/)).toContainText(
		`${Math.round(sure?.right ?? 0)} of ${sure?.answers}`,
	);
	const [idea] = misconceptions;
	const first = page.locator('.ideas > li').first();
	await expect(first).toContainText(
		index.misconceptions.find(({ id }) => id === idea?.id)?.name ?? 'a known idea',
	);
	await expect(first).toContainText(`it showed in ${idea?.shown.length} of ${idea?.chances} questions`);
	const [change] = changes.map((parallel) => parallel.change);
	await expect(row(page, /^Sound passages doubted/).getByRole('cell')).toHaveText([
		`${change?.before.doubted} of ${change?.before.sound}`,
		`0 of ${change?.after.sound}`,
		'',
	]);
	await expect(page.getByText(`${change?.up} went better and ${change?.down} went worse`)).toBeVisible();
	expect(await problemsOf(page)).toEqual([]);

	expect(await saved(page, 'Save as a table (CSV)')).toEqual({
		name: 'crossread-progress-2026-10-19.csv',
		text: toCsv(progressRows(progress, index)),
	});
	const data = await saved(page, 'Save as data (JSON)');
	expect(data.name).toBe('crossread-progress-2026-10-19.json');
	expect(JSON.parse(data.text, settled)).toEqual(JSON.parse(toProgressJson(progress, now), settled));

	for (const [format, size] of [
		['A4', a4],
		['Letter', letter],
	] as const)
		expect(pdfPages(await page.pdf({ format })), format).toEqual([size]);

	await expect(page.getByText(/^\d questions to review today$/)).toBeVisible();
	await page.getByRole('link', { name: 'Review now' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Due today' })).toBeVisible();
});

test('where a wrong idea came back, what to do next is a lesson that practises it', async ({ page }) => {
	const records = ['check-in', 'who-says-so', 'upstream'].map((lesson) =>
		workAgo(lesson, 1, withMisconception('official-means-checked')),
	);
	await page.goto('/about/');
	await keep(page, records.flat());
	await page.goto('/progress/');
	await expect(page.getByText('“Official means checked” came back', { exact: true })).toBeVisible();
	const way = page.getByRole('link', { name: /^Practise it in “/ });
	const title = (await way.textContent())?.match(/“(.*)”/)?.[1] ?? '';
	await way.click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('who has answered nothing, or only in a check that isn’t finished, is shown where to begin and where to go on', async ({
	page,
}) => {
	const [first] = compiled.lessons;
	await page.goto('/progress/');
	await expect(page.getByText(/^Nothing to show yet/)).toBeVisible();
	const begin = page.getByRole('link', { name: 'Open the lesson' });
	await expect(begin).toHaveAttribute('href', `/lessons/${first?.id}`);
	await begin.click();
	await expect(page.getByRole('heading', { level: 1, name: first?.title ?? '' })).toBeVisible();

	const [started, ...events] = workAgo('check-in', 0, perfect);
	const { item = '' } = { item: '', ...events[0] };
	const seq = events.length;
	const go: AttemptEvent = { attempt: started.attempt, seq, type: 'go', to: item, at: now };
	await keep(page, [started, ...events.filter(({ type }) => type !== 'finish'), go]);
	await page.goto('/progress/');
	await expect(page.getByText(/^Nothing to show yet/)).toBeVisible();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(page.getByRole('link', { name: /^Continue/ })).toBeVisible();
});
