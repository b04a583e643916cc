import { fileURLToPath } from 'node:url';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { checkContent } from '../../src/lib/content/check-content.ts';
import { compileContent, type Lesson } from '../../src/lib/content/compile-content.ts';
import { readFiles } from '../../src/lib/content/read-files.ts';
import { isItem } from '../../src/lib/engine/lesson-machine.ts';
import { plainText, type RichText } from '../../src/lib/text/rich-text.ts';
import { inQuotationMarks } from '../../src/lib/ui/quotation-marks.ts';

type Item = Extract<Lesson['steps'][number], { skill: string }>;
export type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;

const { content } = checkContent(readFiles(fileURLToPath(new URL('../../lessons', import.meta.url))));
if (!content) throw new Error('The lessons have problems: run “npm run lessons:check”.');
export const compiled = compileContent(content);

export function lessonOf(id: string): Lesson {
	const lesson = compiled.lessons.find((candidate) => candidate.id === id);
	if (!lesson) throw new Error(`There is no lesson “${id}”`);
	return lesson;
}

export const itemsOf = (lesson: Lesson): Item[] => lesson.steps.filter(isItem);

/** How a text of a lesson reads on the page. */
export const shown = (rich: RichText): string => plainText(inQuotationMarks(rich));

/** Every test watches the page: nothing leaves the origin, and nothing is reported to the console. */
export const test = base.extend<{ expected: RegExp; watch: undefined }>({
	/** Complaints that a test brings about on purpose. */
	expected: [/^$/, { option: true }],
	watch: [
		async ({ page, baseURL, expected }, use) => {
			const complaints: string[] = [];
			page.on('request', (request) => {
				const { origin, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin)
					complaints.push(`request to ${request.url()}`);
			});
			page.on('console', (message) => {
				if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(error.message));
			await use(undefined);
			expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

export const heading = (page: Page): Locator => page.locator('[data-step-heading]');

/** Opens a lesson and waits until the page has read what it kept. */
export async function openLesson(page: Page, id: string, hash = ''): Promise<void> {
	await page.goto(`/lessons/${id}/${hash}`);
	if (!hash)
		await expect(page.getByRole('link', { name: /^(Start|Continue|See your result)/ })).toBeVisible();
}

export const option = (page: Page, item: ItemOf<'choice'>, id: string): Locator => {
	const found = item.options.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`“${item.id}” has no option “${id}”`);
	return page.getByRole(item.select === 'one' ? 'radio' : 'checkbox', {
		name: shown(found.text),
		exact: true,
	});
};

export const rightOptions = (item: ItemOf<'choice'>): string[] =>
	item.options.filter(({ correct }) => correct).map(({ id }) => id);

export const wrongOption = (item: ItemOf<'choice'>): string =>
	item.options.find(({ correct }) => !correct)?.id ?? '';

const endingIn = (text: string): RegExp =>
	new RegExp(`of \\d+: ${text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** The radio that puts a snippet into a category. */
export function chip(page: Page, item: ItemOf<'match'>, snippet: string, category: string): Locator {
	const index = item.snippets.findIndex(({ id }) => id === snippet);
	const name = item.categories.find(({ id }) => id === category)?.text ?? '';
	const { span, text = [] } = item.snippets[index] ?? {};
	return page
		.getByRole('group', { name: endingIn(span ? plainText(text) : shown(text)) })
		.getByRole('radio', { name, exact: true });
}

/** What a test does with an item: how to give the right answer with one of the ways into the page. */
export type Hand = {
	/** Chooses a radio or checkbox. */
	choose: (control: Locator) => Promise<void>;
	/** Presses a button or follows a link. */
	press: (control: Locator) => Promise<void>;
};

export async function answerRight(page: Page, item: Item, hand: Hand): Promise<void> {
	if (item.type === 'choice') for (const id of rightOptions(item)) await hand.choose(option(page, item, id));
	if (item.type === 'match')
		for (const { id, category } of item.snippets) await hand.choose(chip(page, item, id, category));
}

export async function saySure(page: Page, item: Item, hand: Hand): Promise<void> {
	if (item.confidence) await hand.choose(page.getByRole('radio', { name: 'Sure', exact: true }));
}

export const checkButton = (page: Page): Locator => page.getByRole('button', { name: 'Check', exact: true });

export const nextLink = (page: Page): Locator => page.getByRole('link', { name: /^(Next|To the result)$/ });
