import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent, type Lesson } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { asksPair } from '../../src/lib/engine/interactions/associate/associate.ts';
import { clashTypes } from '../../src/lib/engine/interactions/associate/vocabulary.ts';
import type { Mark } from '../../src/lib/engine/interactions/mark/mark.ts';
import { interactionOf, loadInteractions } from '../../src/lib/engine/interactions/registry.ts';
import { isItem } from '../../src/lib/engine/lesson-plan.ts';
import { plainText, type RichText } from '../../src/lib/text/rich-text.ts';
import type { WordRange } from '../../src/lib/text/words.ts';
import { sentencesOf, type Sentence } from '../../src/lib/ui/marking/marking-model.ts';
import { inQuotationMarks } from '../../src/lib/ui/quotation-marks.ts';

await loadInteractions();

export type Item = Extract<Lesson['steps'][number], { skill: string }>;
export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
export const compiled = compileContent(content);

export function lessonOf(id: string): Lesson {
	const lesson = compiled.lessons.find((candidate) => candidate.id === id);
	if (!lesson) throw new Error(`There is no lesson “${id}”`);
	return lesson;
}

/** A first lesson, and one that uses all seven interactions. They are worked through by every way into the page. */
export const byHand = ['who-says-so', 'when-they-clash'];

export const itemsOf = (lesson: Lesson): Item[] => lesson.steps.filter(isItem);

/** The choice that a lesson begins with. */
export function firstChoiceOf({ id, steps: [first] }: Lesson): ItemOf<'choice'> {
	if (!first || !isItem(first) || first.type !== 'choice')
		throw new Error(`“${id}” doesn’t begin with a choice`);
	return first;
}

/** How a text of a lesson reads on the page. */
export const shown = (rich: RichText): string => plainText(inQuotationMarks(rich));

/** What Playwright says where a test forbids service workers. */
const ofPlaywright = 'Service Worker registration blocked by Playwright';

/** What the pages of a profile do that no page may: ask another host for something, or complain in the console. Grows as it happens. */
export function complaintsOf(profile: BrowserContext, site: string): string[] {
	const complaints: string[] = [];
	profile.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(site).origin)
			complaints.push(`request to ${request.url()}`);
	});
	profile.on('console', (message) => {
		const isComplaint = message.type() === 'error' || message.type() === 'warning';
		if (isComplaint && message.text() !== ofPlaywright)
			complaints.push(`${message.text()} ${message.location().url}`);
	});
	profile.on('weberror', (webError) => complaints.push(webError.error().message));
	return complaints;
}

/** Every test watches all pages that it opens: nothing leaves the origin, and nothing is reported to the console. */
export const test = base.extend<{ expected: RegExp; watch: undefined }>({
	/** Complaints that a test brings about on purpose. */
	expected: [/^$/, { option: true }],
	watch: [
		async ({ context, baseURL, expected }, use) => {
			const complaints = complaintsOf(context, baseURL ?? '');
			await use(undefined);
			expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

export const heading = (page: Page): Locator => page.locator('[data-step-heading]');

/** Waits for a step, frame by frame: on long ways through a lesson, polling by the clock is most of the time. */
export async function arriveAt(page: Page, step: Lesson['steps'][number]): Promise<void> {
	await page.waitForFunction(
		(text) =>
			document.querySelector('[data-step-heading]')?.textContent?.replace(/\s+/g, ' ').trim() === text,
		(isItem(step) ? shown(step.prompt) : step.title).replace(/\s+/g, ' ').trim(),
	);
}

/** Waits, frame by frame, until something that a selector finds is to be seen. */
export async function see(page: Page, selector: string): Promise<void> {
	await page.waitForFunction(
		(wanted) => [...document.querySelectorAll(wanted)].some((element) => element.checkVisibility()),
		selector,
	);
}

/** Keeps the code of pages back, as on a slow line: they are shown and don’t answer until it is let go. */
export async function holdCode(page: Page): Promise<() => void> {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/immutable/nodes/*', async (route) => {
		await held;
		await route.continue();
	});
	return letGo;
}

/** Opens a lesson and waits until the page has read what it kept. */
export async function openLesson(page: Page, id: string, hash = ''): Promise<void> {
	await page.goto(`/lessons/${id}/${hash}`);
	if (!hash)
		await expect(page.getByRole('link', { name: /^(Start|Continue|See your result)/ })).toBeVisible();
}

// Controls are found by their values: names are what the component tests assert, and finding by name is slow on long pages.
export const option = (page: Page, item: ItemOf<'choice'>, id: string): Locator =>
	page.locator(`main .choice input[type="${item.select === 'one' ? 'radio' : 'checkbox'}"][value="${id}"]`);

export const rightOptions = (item: ItemOf<'choice'>): string[] =>
	item.options.filter(({ correct }) => correct).map(({ id }) => id);

export const wrongOption = (item: ItemOf<'choice'>): string =>
	item.options.find(({ correct }) => !correct)?.id ?? '';

/** The radio that puts a snippet into a category. */
export const chip = (page: Page, snippet: string, category: string): Locator =>
	page.locator(`[data-snippet="${snippet}"] input[value="${category}"]`);

/** One way into the page: a mouse, a finger or the keyboard. */
export type Hand = {
	/** Chooses a radio or checkbox. */
	choose: (control: Locator) => Promise<void>;
	/** Presses a button or follows a link. */
	press: (control: Locator) => Promise<void>;
	/** Chooses an option of a native select. */
	select: (control: Locator, option: string) => Promise<void>;
	write: (control: Locator, text: string) => Promise<void>;
	/** Marks words of the reading, by number, with the label that has this number. */
	mark: (words: WordRange, label: number, sentences: Sentence[]) => Promise<void>;
};

async function markRight(page: Page, item: ItemOf<'mark'>, lesson: Lesson, hand: Hand): Promise<void> {
	const reading = lesson.readings.find(({ slug }) => slug === item.reading);
	if (!reading) throw new Error(`“${item.id}” has no reading`);
	const sentences = sentencesOf({ cut: reading.cut, range: item.field, fixed: [], limit: item.limit });
	const removals = page.locator('.yours li button');
	await expect(page.locator('[role="listbox"]')).toBeVisible();
	for (let left = await removals.count(); left > 0; left -= 1) {
		await hand.press(removals.first());
		await expect(removals).toHaveCount(left - 1);
	}
	for (const { label, ...words } of rightMarks(item))
		await hand.mark(words, item.labels.findIndex(({ id }) => id === label) + 1, sentences);
}

/** The marks of the full answer. */
export const rightMarks = (item: ItemOf<'mark'>): Mark[] => {
	const response = interactionOf(item).correctResponse(item);
	return Array.isArray(response) ? response : [];
};

async function associateRight(page: Page, item: ItemOf<'associate'>, hand: Hand): Promise<void> {
	for (const [index, side] of (['a', 'b'] as const).entries()) {
		const end = item[side].find(({ id }) => id === item.pair[index]);
		if (asksPair(item) && end)
			await hand.choose(
				page.getByRole('radio', {
					name: `Set as ${side.toUpperCase()}: ${plainText(end.text)}`,
					exact: true,
				}),
			);
	}
	await hand.choose(page.getByRole('radio', { name: item.sameMatter ? /^Yes, / : /^No, / }));
	await hand.choose(page.locator(`input[value="${item.relation}"]`));
	if (item.clash)
		await hand.choose(
			page
				.getByRole('group', { name: 'What do they clash over?' })
				.getByRole('radio')
				.nth(clashTypes.indexOf(item.clash)),
		);
}

async function orderRight(page: Page, item: ItemOf<'order'>, hand: Hand): Promise<void> {
	const rows = page.locator('[data-link]');
	const ids = () =>
		rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('data-link')));
	await expect(rows).toHaveCount(item.links.length);
	const [firstLink, secondLink] = item.links;
	if (!firstLink || !secondLink) return;
	for (const [place, link] of item.links.entries()) {
		for (let at = (await ids()).indexOf(link.id); at > place; at -= 1) {
			await hand.press(page.getByRole('button', { name: `Move up: ${plainText(link.text)}`, exact: true }));
			await expect(rows.nth(at - 1)).toHaveAttribute('data-link', link.id);
		}
	}
}

async function fillRight(page: Page, item: ItemOf<'inline-choice'>, hand: Hand): Promise<void> {
	for (const [index, gap] of item.gaps.entries()) {
		const right = gap.options.find(({ correct }) => correct);
		await hand.select(
			page.getByRole('combobox', { name: `${gap.name}, gap ${index + 1} of ${item.gaps.length}` }),
			right?.text ?? '',
		);
	}
}

/** Gives the full answer to an item, with one way into the page. */
export async function answerRight(page: Page, item: Item, lesson: Lesson, hand: Hand): Promise<void> {
	switch (item.type) {
		case 'choice':
			for (const id of rightOptions(item)) await hand.choose(option(page, item, id));
			return;
		case 'match':
			for (const { id, category } of item.snippets) await hand.choose(chip(page, id, category));
			return;
		case 'mark':
			return markRight(page, item, lesson, hand);
		case 'associate':
			return associateRight(page, item, hand);
		case 'order':
			return orderRight(page, item, hand);
		case 'inline-choice':
			return fillRight(page, item, hand);
		case 'extended-text':
			return hand.write(page.getByRole('textbox'), item.model.map(plainText).join(' '));
	}
}

export async function saySure(page: Page, item: Item, hand: Hand): Promise<void> {
	if (item.confidence) await hand.choose(page.locator('.confidence input[value="sure"]'));
}

const moves = (page: Page): Locator => page.locator('nav[aria-label="Steps"]');

export const checkButton = (page: Page): Locator => moves(page).locator('button.primary');

export const nextLink = (page: Page): Locator => moves(page).locator('a.primary');
