import fc from 'fast-check';
import { encodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import { writeHandIn, type HandIn } from '../../src/lib/classroom/hand-in.ts';
import { makeKey } from '../../src/lib/classroom/keys.ts';
import { packHandIn } from '../../src/lib/classroom/pack-hand-in.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import { interactionOf } from '../../src/lib/engine/interactions/registry.ts';
import { anyForgedHandIn } from '../forged-hand-ins.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { compiled, expect, itemsOf, test } from './crossread.ts';

/** The page itself is slower than the functions behind it, which meet them all. */
const runs = fuzzRuns / 20;

const lessons = compiled.lessons.filter(({ id }) =>
	['who-says-so', 'verbs-headlines-silence', 'different-or-contradictory'].includes(id),
);

const assignment: Assignment = {
	id: 'forgedforged',
	title: 'Honest',
	note: 'Read first.',
	lessons: lessons.map(({ id }) => id),
	settings: { mode: 'practice', tries: 2, hints: true, confidence: true, order: 'seeded' },
	naming: 'nickname',
};

/** All of the lessons with the full answer, so that forgers have something of every kind to change. */
const honest: HandIn = {
	assignment,
	learner: 'learner',
	who: 'Fox',
	revision: 9,
	at: 29_000_000,
	lessons: lessons.map((lesson) => ({
		lesson: lesson.id,
		hash: lesson.hash,
		minutes: 9,
		isFinished: true,
		items: itemsOf(lesson).map((item) => ({
			item: item.id,
			hints: 0,
			tries: [
				{
					response: isJudged(item) ? interactionOf(item).correctResponse(item) : 'My own words '.repeat(9),
					hints: 0,
				},
			],
		})),
	})),
};

test(`${runs} forged hand-ins run no script, ask for nothing and leave the results usable`, async ({
	page,
}) => {
	const code = (await packHandIn(honest, (await makeKey()).recipient)) ?? '';
	const written: unknown = JSON.parse(JSON.stringify(writeHandIn(honest)));
	const forged = fc.sample(anyForgedHandIn(written, code), { numRuns: runs, seed: 7 });
	const open = await packHandIn(honest, undefined);
	const hostile = await packHandIn(
		{ ...honest, learner: 'another', who: '<img src=x onerror=alert(1)>' },
		undefined,
	);
	const texts = [...forged, open, hostile].join('\n');

	let dialogs = 0;
	page.on('dialog', (dialog) => {
		dialogs += 1;
		void dialog.dismiss();
	});
	await page.goto('/teach/results/');
	await page
		.getByLabel('Choose files')
		.setInputFiles({ name: 'all.txt', mimeType: 'text/plain', buffer: Buffer.from(texts) });
	await expect(page.getByRole('link', { name: 'See what the class needs' })).toBeVisible({ timeout: 60_000 });
	await page.getByText('What came in', { exact: true }).last().click();
	for (const [view, sign] of [
		['Next lesson', page.getByRole('heading', { name: 'Telling weak from sound' })],
		['Learners', page.getByRole('rowheader', { name: 'Fox', exact: true }).first()],
		['Learners', page.getByRole('rowheader', { name: '<img src=x onerror=alert(1)>' }).first()],
		['Skills', page.getByRole('region', { name: 'Learners and skills' })],
		['Questions', page.getByText('all right at first').first()],
		['Texts', page.getByText('What was to be marked')],
	] as const) {
		await page.getByRole('link', { name: view, exact: true }).click();
		await expect(sign).toBeVisible();
	}
	expect(dialogs).toBe(0);
});

test('forged links run no script, ask for nothing and leave the page usable', async ({ page }) => {
	const code = await encodeAssignment(assignment);
	const anyLink = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc
			.tuple(fc.nat(code.length), fc.string({ maxLength: 4 }), fc.nat(6))
			.map(([at, inserted, removed]) => code.slice(0, at) + inserted + code.slice(at + removed)),
	);
	const forged = fc.sample(anyLink, { numRuns: 100, seed: 7 });
	let dialogs = 0;
	page.on('dialog', (dialog) => {
		dialogs += 1;
		void dialog.dismiss();
	});
	await page.goto('/start/');
	await expect(page.getByRole('heading', { name: 'Your assignments' })).toBeVisible();
	await page.evaluate(async (links) => {
		for (const link of links) {
			location.hash = link;
			await new Promise(requestAnimationFrame);
		}
	}, forged);
	await page.evaluate((link) => void (location.hash = link), code);
	await expect(page.getByRole('heading', { level: 1, name: assignment.title })).toBeVisible();
	expect(dialogs).toBe(0);
});
