import type { Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import { decodeAssignment, encodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import { keyNameOf, lockKey, makeKey } from '../../src/lib/classroom/keys.ts';
import { plainText } from '../../src/lib/text/rich-text.ts';
import {
	checkButton,
	expect,
	itemsOf,
	lessonOf,
	openLesson,
	option,
	rightOptions,
	test,
	type ItemOf,
} from './crossread.ts';
import { a4, letter, pdfPages } from './pdf-pages.ts';

const lesson = lessonOf('who-says-so');
const passphrase = 'four plain words here';

const makeButton = (page: Page) => page.getByRole('button', { name: 'Make the assignment' });
const linkField = (page: Page) => page.getByRole('textbox', { name: 'The assignment’s link' });

/** What a camera sees of the code on the page. */
async function scan(page: Page): Promise<string> {
	const code = page.getByRole('img', { name: /^QR code/ });
	const { size, dark } = await code.evaluate(async (svg) => {
		const size = 4 * (svg as SVGSVGElement).viewBox.baseVal.width;
		const copy = svg.cloneNode(true) as SVGSVGElement;
		copy.setAttribute('width', String(size));
		copy.setAttribute('height', String(size));
		const picture = new Image(size, size);
		picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
		await picture.decode();
		const context = new OffscreenCanvas(size, size).getContext('2d');
		context?.drawImage(picture, 0, 0);
		const { data } = context?.getImageData(0, 0, size, size) ?? { data: [] };
		return {
			size,
			dark: Array.from({ length: size * size }, (_, at) => Number((data[4 * at] ?? 0) < 128)).join(''),
		};
	});
	const data = Uint8Array.from(dark, (bit) => (bit === '1' ? 0 : 255));
	return decodeQR({
		width: size,
		height: size,
		data: Uint8Array.from({ length: 4 * data.length }, (_, at) => data[at >> 2] ?? 0),
	});
}

const found = itemsOf(lesson).find((item): item is ItemOf<'choice'> => item.type === 'choice');
if (!found) throw new Error(`“${lesson.id}” has no choice`);
const choice = found;

const assignment: Assignment = {
	id: 'week3of2026',
	title: 'Week 3 <b>bold</b>',
	note: '',
	lessons: [lesson.id],
	settings: { mode: 'check', tries: 2, hints: true, confidence: false, order: 'authored' },
	due: '2026-12-04',
	naming: 'number',
};

test('a teacher chooses, makes a key, and gets a link, a code and a slip', async ({ page }) => {
	await page.goto('/teach/assign/');
	await page.getByRole('button', { name: /^Who says so\? Sourcing/ }).click();
	await page.getByRole('checkbox', { name: /^Follow it upstream/ }).uncheck();
	await page.getByRole('radio', { name: /^Check / }).check();
	await page.getByLabel('Title').fill('Week 3');

	await makeButton(page).click();
	await expect(page.getByText('Decide who can read the results.')).toBeVisible();
	await page.getByRole('radio', { name: /Make a key now/ }).check();
	await page.getByLabel(/^Passphrase/).fill(passphrase);
	await page.getByLabel('The same once more').fill(passphrase);
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Make the key and save its file' }).click();
	expect((await saved).suggestedFilename()).toMatch(/^crossread-key-\w{4}\.txt$/);
	await makeButton(page).click();
	await expect(linkField(page)).toHaveCount(0);
	await page.getByRole('checkbox', { name: /I have the file/ }).check();
	await makeButton(page).click();

	const link = await linkField(page).inputValue();
	expect(link.length).toBeLessThanOrEqual(1_500);
	const reading = await decodeAssignment(new URL(link).hash, new Set([lesson.id]));
	expect(reading).toMatchObject({
		assignment: { title: 'Week 3', lessons: [lesson.id], settings: { mode: 'check' }, naming: 'nickname' },
	});
	expect(await scan(page)).toBe(link);
	for (const [format, size] of [
		['A4', a4],
		['Letter', letter],
	] as const)
		expect(pdfPages(await page.pdf({ format }))).toEqual([size]);
	for (const name of ['Google Classroom', 'Microsoft Teams'])
		await expect(page.getByRole('link', { name })).toHaveAttribute(
			'href',
			/^https:\/\/[^?]+\?.*start%2F%23a1d/,
		);
});

test('a teacher’s key comes back from its file, only with its passphrase, and is named before it is erased', async ({
	page,
}) => {
	const key = await makeKey();
	const buffer = Buffer.from(await lockKey(key, passphrase, 10));
	await page.goto('/teach/assign/');
	await page.getByRole('radio', { name: /key file from before/ }).check();
	await page.getByLabel(/^Key file/).setInputFiles({ name: 'key.txt', mimeType: 'text/plain', buffer });
	await page.getByLabel('Passphrase').fill('some other words');
	await page.getByRole('button', { name: 'Open the key' }).click();
	await expect(page.getByText('The passphrase does not fit this key file.')).toBeVisible();
	await page.getByLabel('Passphrase').fill(passphrase);
	await page.getByRole('button', { name: 'Open the key' }).click();
	const inUse = page.getByText(`Locked with your key “${keyNameOf(key.recipient)}”`);
	await expect(inUse).toBeVisible();
	await page.getByRole('checkbox', { name: /Remember the locked key/ }).check();
	await expect(page.getByText('It is remembered here.')).toBeVisible();
	await page.reload();
	await expect(inUse).toBeVisible();
	await makeButton(page).click();
	await expect(linkField(page)).toBeVisible();
	await page.goto('/storage/');
	await page.getByRole('button', { name: 'Finish and erase' }).click();
	await expect(page.getByRole('dialog')).toContainText(`your teacher’s key “${keyNameOf(key.recipient)}”`);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('a learner starts an assignment with its settings, apart from other work', async ({ page }) => {
		const code = await encodeAssignment(assignment);
		await page.goto(`/start/#${code}`);
		const title = page.getByRole('heading', { level: 1, name: assignment.title });
		await expect(title).toBeVisible();
		for (const words of [
			lesson.title,
			'Friday, 4 December 2026',
			'The feedback comes at the end',
			'sends nothing',
			'not locked',
		])
			await expect(page.getByRole('main')).toContainText(words);
		const start = page.getByRole('button', { name: 'Start' });
		await start.click();
		await expect(page.getByRole('alert')).toHaveText(/digits/);
		await page.getByLabel('Your class number').fill('12');
		await start.click();

		await expect(page.getByText('Feedback comes at the end, all of it.')).toBeVisible();
		await page.goto(`${page.url()}#${choice.id}`);
		const options = page.locator('main .choice');
		await expect(options).toHaveCount(choice.options.length);
		for (const [index, { text }] of choice.options.entries())
			await expect(options.nth(index)).toContainText(plainText(text).slice(0, 20));
		await expect(page.locator('.confidence')).toHaveCount(0);
		for (const id of rightOptions(choice)) await option(page, choice, id).check();
		await checkButton(page).click();

		await page.getByRole('link', { name: 'All lessons' }).click();
		await expect(title).toBeVisible();
		await expect(page.getByRole('main')).toContainText(`1 of ${itemsOf(lesson).length} answered`);
		await openLesson(page, lesson.id);
		await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
		await page.goto('/');
		await page.getByRole('link', { name: assignment.title }).click();
		await page.getByRole('link', { name: `Go on with “${lesson.title}”` }).click();
		await expect(page.getByRole('link', { name: /^Continue \(1 of/ })).toBeVisible();
	});
});

test('a link that lost its end, or an assignment that this device doesn’t know, says what to do', async ({
	page,
}) => {
	await page.goto('/start/#a1d.eJwdjDsOwjAQBa');
	await expect(page.getByRole('alert')).toHaveText(/A part of the link is missing/);
	await page.goto(`/lessons/${lesson.id}/?assignment=unknown1`);
	await expect(page.getByRole('heading', { name: 'Your assignments' })).toBeVisible();
	await page.getByLabel('Or paste the link here').fill('https://example.org/');
	await page.getByRole('button', { name: 'Open' }).click();
	await expect(page.getByRole('alert')).toHaveText(/There is no assignment in this address/);
});
