import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent, type Lesson } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import type { HandedLesson, HandIn } from '../../src/lib/classroom/hand-in.ts';
import { lockKey, makeKey } from '../../src/lib/classroom/keys.ts';
import { packHandIn } from '../../src/lib/classroom/pack-hand-in.ts';
import { loadInteractions } from '../../src/lib/engine/interactions/registry.ts';
import { Dice, guesser, perfect, workThrough, type Learner } from '../../tests/learner/simulated-learners.ts';
import { launchOptions } from '../find-browser.mjs';
import type { Bench, Figure } from './measure.ts';
import { readSite, requireSite, serve } from './serve-site.ts';

const learners = 1_000;

const passphrase = 'four plain words here';

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
const { lessons } = compileContent(content);

await loadInteractions();

/** Knows two thirds and guesses the rest. */
const middling: Learner = (item, dice) => (dice.number() < 2 / 3 ? perfect : guesser)(item, dice);

function handedLesson(lesson: Lesson, dice: Dice): HandedLesson {
	const [started, ...actions] = workThrough(lesson, middling, dice);
	const items = actions.flatMap((action) => {
		if (action.type !== 'check') return [];
		const { item, response, confidence } = action;
		return [{ item, hints: 0, tries: [{ response, hints: 0, ...(confidence && { confidence }) }] }];
	});
	return { lesson: lesson.id, hash: started.hash, minutes: 20, isFinished: true, items };
}

const handInOf = (assignment: Assignment, number: number): HandIn => {
	const dice = new Dice(number);
	return {
		assignment,
		learner: `learner-${number}`,
		who: String(number),
		revision: 200,
		at: 29_000_000,
		lessons: lessons.map((lesson) => handedLesson(lesson, dice)),
	};
};

/** A whole year of learners hands in the whole module, and the teacher opens everything at once. */
export const results: Bench = {
	name: 'results',
	async run() {
		requireSite();
		const key = await makeKey();
		const assignment: Assignment = {
			id: 'benchbench',
			title: 'The whole module',
			note: '',
			lessons: lessons.map(({ id }) => id),
			settings: { mode: 'practice', tries: 2, hints: true, confidence: true, order: 'seeded' },
			naming: 'number',
		};
		const codes = await Promise.all(
			Array.from({ length: learners }, (_, index) =>
				packHandIn(handInOf(assignment, index + 1), key.recipient),
			),
		);
		const file = (name: string, text: string) => ({
			name,
			mimeType: 'text/plain',
			buffer: Buffer.from(text),
		});
		const items = handInOf(assignment, 1).lessons.reduce((sum, { items }) => sum + items.length, 0);
		const of = `${learners} × ${items} answers`;
		const { server, url } = await serve(readSite);
		const browser = await chromium.launch(launchOptions());
		try {
			const page = await browser.newPage({ serviceWorkers: 'block' });
			await page.goto(`${url}/teach/results/`, { waitUntil: 'networkidle' });
			const session = await page.context().newCDPSession(page);
			const heap = async () => {
				await session.send('HeapProfiler.collectGarbage');
				return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
			};
			const before = await heap();
			await page.getByLabel('Key file').setInputFiles(file('key.txt', await lockKey(key, passphrase)));
			await page.getByLabel('Passphrase').fill(passphrase);
			await page.getByRole('button', { name: 'Open the key' }).click();
			await page.getByText('is open, in this tab only').waitFor();
			const timed = async (work: () => Promise<void>) => {
				const start = performance.now();
				await work();
				return performance.now() - start;
			};
			const importing = await timed(async () => {
				await page.getByLabel('Choose files').setInputFiles(file('all.txt', codes.join('\n')));
				await page.getByRole('link', { name: 'See what the class needs' }).waitFor({ timeout: 600_000 });
			});
			const figures: Figure[] = [{ measure: 'results: import to ready', of, value: importing, unit: 'ms' }];
			for (const [name, mark] of [
				['Learners', page.getByRole('region', { name: 'Learners and lessons' })],
				['Next lesson', page.getByRole('heading', { name: 'Telling weak from sound' })],
				['Skills', page.getByRole('region', { name: 'Learners and skills' })],
				['Questions', page.getByText('α =')],
				['Texts', page.getByText('What was to be marked')],
			] as const) {
				const value = await timed(async () => {
					await page.getByRole('link', { name, exact: true }).click();
					await mark.waitFor();
				});
				figures.push({ measure: `results: ${name} in view`, of, value, unit: 'ms' });
			}
			figures.push({ measure: 'results: heap', of, value: (await heap()) - before, unit: 'MB' });
			return figures;
		} finally {
			await browser.close();
			server.close();
		}
	},
};
