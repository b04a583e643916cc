import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { encodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import { writeHandIn, type HandIn } from '../../src/lib/classroom/hand-in.ts';
import { makeKey } from '../../src/lib/classroom/keys.ts';
import type { AttemptEvent } from '../../src/lib/engine/attempt-record.ts';
import { packHandIn } from '../../src/lib/classroom/pack-hand-in.ts';
import { isJudged } from '../../src/lib/engine/item-progress.ts';
import { interactionOf } from '../../src/lib/engine/interactions/registry.ts';
import { toWorkFile } from '../../src/lib/storage/your-work/work-file.ts';
import { anyForgedHandIn } from '../forged-hand-ins.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { perfect } from '../learner/simulated-learners.ts';
import { compiled, expect, itemsOf, lessonOf, test } from './crossread.ts';
import { workAt } from './keep.ts';

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

const script = '<img src=x onerror=alert(1)>';

/** Counts the dialogs that a page opens: scripts that ran would have opened one. */
function dialogsOf(page: Page): { readonly count: number } {
	const dialogs = { count: 0 };
	page.on('dialog', (dialog) => {
		dialogs.count += 1;
		void dialog.dismiss();
	});
	return dialogs;
}

test(`${runs} forged hand-ins run no script, ask for nothing and leave the results usable`, async ({
	page,
}) => {
	const code = (await packHandIn(honest, (await makeKey()).recipient)) ?? '';
	const written: unknown = JSON.parse(JSON.stringify(writeHandIn(honest)));
	const forged = fc.sample(anyForgedHandIn(written, code), { numRuns: runs, seed: 7 });
	const open = await packHandIn(honest, undefined);
	const hostile = await packHandIn({ ...honest, learner: 'another', who: script }, undefined);
	const texts = [...forged, open, hostile].join('\n');

	const dialogs = dialogsOf(page);
	await page.goto('/teach/results/');
	await page
		.getByLabel('Choose files')
		.setInputFiles({ name: 'all.txt', mimeType: 'text/plain', buffer: Buffer.from(texts) });
	await expect(page.getByRole('link', { name: 'See what the class needs' })).toBeVisible({ timeout: 60_000 });
	await page.getByText('What came in', { exact: true }).last().click();
	for (const [view, sign] of [
		['Next lesson', page.getByRole('heading', { name: 'Telling weak from sound' })],
		['Learners', page.getByRole('rowheader', { name: 'Fox', exact: true }).first()],
		['Learners', page.getByRole('rowheader', { name: script }).first()],
		['Skills', page.getByRole('region', { name: 'Learners and skills' })],
		['Questions', page.getByText('all right at first').first()],
		['Texts', page.getByText('What was to be marked')],
	] as const) {
		await page.getByRole('link', { name: view, exact: true }).click();
		await expect(sign).toBeVisible();
	}
	expect(dialogs.count).toBe(0);
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
	const dialogs = dialogsOf(page);
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
	expect(dialogs.count).toBe(0);
});

/** The work of two lessons, with something in most entries that no page would have written. */
function forgedWork(): AttemptEvent[] {
	const events = lessons.flatMap((lesson, index) => [
		...workAt(lesson, Date.UTC(2026, 9, 1), perfect, index + 1),
	]);
	const anyText = fc.constantFrom(script, '__proto__', 'constructor', 'javascript:alert(1)', 'x'.repeat(125));
	const anyValue = fc.oneof(
		anyText,
		fc.constantFrom(0, 8_640_000_000_000_000, Number.MAX_SAFE_INTEGER, -1),
		fc.jsonValue({ maxDepth: 3 }),
	);
	const anyChange = fc.dictionary(
		fc.constantFrom('attempt', 'seq', 'at', 'lesson', 'hash', 'seed', 'item', 'response', 'to', 'confidence'),
		anyValue,
		{ maxKeys: 3 },
	);
	const changes = fc.sample(anyChange, { numRuns: events.length * 3, seed: 7 });
	return changes.map((change, index) => ({ ...events[index % events.length], ...change }) as AttemptEvent);
}

/** Puts entries into the site’s databases, and a setting where the settings are. */
const put = (page: Page, entries: [database: string, store: string, keyPath: string, entry: object][]) =>
	page.evaluate(async (all) => {
		localStorage.setItem('crossread.preferences', '{"version":1,"theme":"<b>","size":{"a":1},"spacing":[]}');
		for (const [name, table, keyPath, entry] of all)
			await new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open(name, 1);
				opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath });
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const transaction = opening.result.transaction(table, 'readwrite');
					transaction.objectStore(table).put(entry);
					transaction.oncomplete = () => {
						opening.result.close();
						resolve();
					};
				};
			});
	}, entries);

test('forged work and forged entries in every store run no script and leave every page usable', async ({
	page,
}) => {
	const dialogs = dialogsOf(page);
	await page.goto('/about/');
	const begun = (id: string, change: object) => ({ id, code: 'x', who: script, at: 1, ...change });
	const first = compiled.lessons[0];
	await put(page, [
		...[
			begun('late', { at: Number.MAX_SAFE_INTEGER }),
			begun('script', { code: `a1.${script}` }),
			begun('address', { code: 'javascript:alert(1)' }),
			begun('long', { code: 'a1d.'.repeat(100_000) }),
			begun('list', { code: ['a1'] }),
		].map(
			(entry) => ['crossread-assignments', 'assignments', 'id', entry] as [string, string, string, object],
		),
		['crossread-keys', 'keys', 'recipient', { recipient: script, file: script }],
		['crossread-handed-in', 'codes', 'code', { code: script }],
		['crossread-handed-in', 'codes', 'code', { code: 'h1.'.repeat(100_000) }],
		['crossread-lessons', 'lessons', 'id', { id: first?.id, hash: script, format: 1, steps: script }],
	]);
	await page.goto('/storage/');
	await page.getByLabel('Open my work').setInputFiles({
		name: 'work.json',
		mimeType: 'application/json',
		buffer: Buffer.from(toWorkFile(forgedWork(), 0)),
	});
	await expect(page.getByText(/^Added .* left out\./)).toBeVisible();
	for (const route of [
		'/',
		'/progress/',
		'/review/',
		'/storage/',
		'/start/',
		'/hand-in/',
		'/teach/',
		'/teach/assign/',
		'/teach/results/',
		...lessons.map(({ id }) => `/lessons/${id}/`),
	]) {
		await page.goto(route);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.waitForFunction(() => document.readyState === 'complete');
	}
	await page.getByRole('link', { name: /^(Start|Continue|See your result)/ }).click();
	await expect(page.getByRole('heading').first()).toBeVisible();
	expect(dialogs.count).toBe(0);
});

test('a work file with as many entries as it may have is opened', async ({ page }) => {
	const [started] = workAt(lessonOf('who-says-so'), 0, perfect);
	const going = Array.from({ length: 150_000 }, (_, index) => ({
		attempt: started.attempt,
		seq: index + 1,
		type: 'finish' as const,
		at: 1,
	}));
	await page.goto('/storage/');
	await page.getByLabel('Open my work').setInputFiles({
		name: 'work.json',
		mimeType: 'application/json',
		buffer: Buffer.from(toWorkFile([started, ...going], 0)),
	});
	await expect(page.getByText('Added 1 attempt')).toBeVisible({ timeout: 60_000 });
});
