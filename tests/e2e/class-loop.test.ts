import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Download, Locator, Page } from '@playwright/test';
import { launchOptions } from '../../scripts/find-browser.mjs';
import type { Assignment } from '../../src/lib/classroom/assignment.ts';
import { decodeAssignment } from '../../src/lib/classroom/assignment-link.ts';
import type { HandIn } from '../../src/lib/classroom/hand-in.ts';
import { lockKey, makeKey } from '../../src/lib/classroom/keys.ts';
import { faultMessages } from '../../src/lib/classroom/notices.ts';
import { packHandIn } from '../../src/lib/classroom/pack-hand-in.ts';
import { isItem } from '../../src/lib/engine/lesson-plan.ts';
import {
	answerRight,
	arriveAt,
	checkButton,
	complaintsOf,
	expect,
	firstChoiceOf,
	itemsOf,
	lessonOf,
	nextLink,
	option,
	rightOptions,
	saySure,
	see,
	test as base,
	wrongOption,
	type Hand,
	type Item,
} from './crossread.ts';
import { finger, script } from './hands.ts';
import { untilOffline } from './own-host.ts';

const lesson = lessonOf('who-says-so');
const items = itemsOf(lesson);
const first = firstChoiceOf(lesson);
const passphrase = 'four plain words here';

/** What the camera of the teacher’s computer sees: one picture, as a film. */
const film = join(tmpdir(), `crossread-camera-${process.env.E2E_PORT ?? 'e2e'}.y4m`);

/** People with a browser of their own each: nothing passes between them but what they hand to each other. */
const test = base.extend<{ newcomer: (options?: BrowserContextOptions) => Promise<Page> }>({
	// Out of reach, a page asks in vain whether there is a newer version.
	expected: /ERR_INTERNET_DISCONNECTED .*\/_app\/version\.json$/,
	async newcomer({ browser, baseURL, expected }, use) {
		const all: { page: Page; complaints: string[] }[] = [];
		await use(async (options) => {
			const context = await browser.newContext(options);
			const page = await context.newPage();
			all.push({ page, complaints: complaintsOf(context, baseURL ?? '') });
			return page;
		});
		for (const { page } of all) await page.context().close();
		const complaints = all.flatMap(({ complaints }) => complaints);
		expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
	},
});

test.use({
	launchOptions: {
		// With a camera, which the headless shell lacks.
		...launchOptions({ isWhole: true }),
		args: [
			...launchOptions().args,
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`,
		],
	},
});

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

/** Presses what saves a file. */
async function savedBy(page: Page, press: () => Promise<void>): Promise<string> {
	const saved = page.waitForEvent('download');
	await press();
	return textOf(await saved);
}

const fileOf = (name: string, text: string | Buffer) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text),
});

async function giveKey(teacher: Page, keyFile: string): Promise<void> {
	await teacher.getByLabel(/^Key file/).setInputFiles(fileOf('key.txt', keyFile));
	await teacher.getByLabel('Passphrase').fill(passphrase);
	await button(teacher, 'Open the key').click();
}

async function assign(teacher: Page, keyFile: string): Promise<string> {
	await teacher.goto('/teach/assign/');
	await button(teacher, /^Who says so\? Sourcing/).click();
	await teacher.getByRole('checkbox', { name: /^Follow it upstream/ }).uncheck();
	await teacher.getByRole('radio', { name: /key file from before/ }).check();
	await giveKey(teacher, keyFile);
	await expect(teacher.getByText('Only you can open what learners hand in')).toBeVisible();
	await button(teacher, 'Make the assignment').click();
	return teacher.getByRole('textbox', { name: 'The assignment’s link' }).inputValue();
}

async function begin(page: Page, link: string, nickname: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Your nickname').fill(nickname);
	await button(page, 'Start').click();
	await page.getByRole('link', { name: 'Start', exact: true }).click();
}

async function answer(page: Page, item: Item, hand: Hand): Promise<void> {
	await see(page, 'main :is(input, select, [data-word], [data-link]):not(.confidence *)');
	await answerRight(page, item, lesson, hand);
	await saySure(page, item, hand);
	await hand.press(checkButton(page));
}

/** Works from one place in the lesson up to another, everything right at once but for what `slip` makes wrong. */
async function workThrough(
	page: Page,
	hand: Hand,
	[from, to]: [from: number, to: number],
	slip?: (item: Item) => Promise<void>,
): Promise<void> {
	for (const step of lesson.steps.slice(from, to)) {
		await arriveAt(page, step);
		if (isItem(step)) {
			await slip?.(step);
			await answer(page, step, hand);
			await see(page, 'nav[aria-label="Steps"] a.primary');
		}
		await hand.press(nextLink(page));
	}
}

const whole: [number, number] = [0, lesson.steps.length];

/** From the end of the lesson to the page that hands in. */
async function goHandIn(page: Page, hand: Hand): Promise<void> {
	await hand.press(page.getByRole('link', { name: 'Next: your assignment' }));
	await hand.press(page.getByRole('link', { name: 'Hand in' }));
}

/** Holds the learner’s screen in front of the teacher’s camera. */
async function show(page: Page): Promise<void> {
	const code = page.getByRole('img', { name: 'The code of your work' });
	await code.scrollIntoViewIfNeeded();
	const picture = (await page.screenshot()).toString('base64');
	const { width, height, grey } = await page.evaluate(async (picture) => {
		const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes]));
		const [width, height] = [image.width & ~1, image.height & ~1];
		const context = new OffscreenCanvas(width, height).getContext('2d');
		context?.drawImage(image, 0, 0);
		const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
		const grey = Array.from({ length: width * height }, (_, at) =>
			String.fromCharCode(data[4 * at + 1] ?? 0),
		).join('');
		return { width, height, grey };
	}, picture);
	const noColour = Buffer.alloc((width * height) / 2, 128);
	const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
	await writeFile(film, Buffer.concat([Buffer.from(head), Buffer.from(grey, 'latin1'), noColour]));
}

const takeFiles = (teacher: Page, ...files: ReturnType<typeof fileOf>[]) =>
	teacher.getByLabel('Choose files').setInputFiles(files);

const noticesFrom = (teacher: Page, source: string): Locator =>
	teacher.locator('.notices li').filter({ hasText: source });

async function openKey(teacher: Page, keyFile: string): Promise<void> {
	await giveKey(teacher, keyFile);
	await expect(teacher.getByText('is open, in this tab only')).toBeVisible();
}

const view = (teacher: Page, name: string) => teacher.getByRole('link', { name, exact: true }).click();

const percent = (lost: number): string => `${Math.round((100 * (items.length - lost)) / items.length)} %`;

const fewAnswered = 4;

/** Fox has all of it, Owl took two tries for the first question, Hen has answered one question more than a few. */
async function expectTheClass(teacher: Page): Promise<void> {
	await view(teacher, 'Learners');
	const rows = teacher.getByRole('region', { name: 'Learners and lessons' }).locator('tbody tr');
	await expect(rows).toHaveText([
		`Class mean of those who finished${percent(0.25)}2 of 3 done`,
		new RegExp(`^=Hen\\(\\)${fewAnswered + 1} of ${items.length} answered, \\d+ min$`),
		new RegExp(`^Fox${percent(0)}✓ \\d+ min$`),
		new RegExp(`^Owl <b>${percent(0.5)}✓ \\d+ min$`),
	]);
	const csv = await savedBy(teacher, () => button(teacher, 'Save all first tries (CSV)').click());
	const answers = (shares: number[]) =>
		Array.from({ length: items.length }, (_, at) => shares[at] ?? '').join(',');
	expect(csv.split('\r\n').slice(1)).toEqual([
		`'=Hen(),${answers(Array<number>(fewAnswered + 1).fill(1))}`,
		`Fox,${answers(items.map(() => 1))}`,
		`Owl <b>,${answers(items.map((item) => (item === first ? 0 : 1)))}`,
		'',
	]);
}

/** A hand-in that a device made for this or another assignment. */
const handInFor = (assignment: Assignment): HandIn => ({
	assignment,
	learner: 'learner-of-elsewhere',
	who: 'Jay',
	revision: 3,
	at: 29_000_000,
	lessons: [
		{
			lesson: lesson.id,
			hash: lesson.hash,
			minutes: 1,
			isFinished: false,
			items: [{ item: first.id, hints: 0, tries: [{ response: rightOptions(first), hints: 0 }] }],
		},
	],
});

test('three learners work on an assignment, hand in each in their own way, and the teacher sees what they answered', async ({
	newcomer,
}) => {
	const teacher = await newcomer({ permissions: ['camera'] });
	// Quickly locked: how a key is made with the usual care is a test of its own.
	const keyFile = await lockKey(await makeKey(), passphrase, 10);
	const link = await assign(teacher, keyFile);

	const hen = await newcomer({ serviceWorkers: 'allow' });
	await hen.goto('/');

	const fox = await newcomer({ permissions: ['clipboard-read', 'clipboard-write'] });
	await begin(fox, link, 'Fox');
	await workThrough(fox, script(fox), whole);
	await goHandIn(fox, script(fox));
	await button(fox, 'Copy as a text').click();
	await expect(fox.getByText('Copied. Now paste it')).toBeVisible();
	const foxCode = await fox.evaluate(() => navigator.clipboard.readText());

	const owl = await newcomer({
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		hasTouch: true,
		isMobile: true,
		colorScheme: 'dark',
	});
	const touch = finger(owl);
	await begin(owl, link, 'Owl <b>');
	await workThrough(owl, touch, whole, async (item) => {
		if (item !== first) return;
		await touch.choose(option(owl, first, wrongOption(first)));
		await saySure(owl, first, touch);
		await touch.press(checkButton(owl));
		await touch.press(button(owl, 'Try again'));
	});
	await goHandIn(owl, touch);
	await touch.press(button(owl, 'Show a code to scan'));
	await show(owl);

	await untilOffline(hen);
	await hen.context().setOffline(true);
	const byScript = script(hen);
	await begin(hen, link, '=Hen()');
	const henWorks = async (range: [number, number]): Promise<string> => {
		await workThrough(hen, byScript, range);
		await expect(hen.getByText('Saved', { exact: true })).toBeVisible();
		await hen.goto(link);
		await hen.getByRole('link', { name: 'Hand in what you have' }).click();
		const file = await savedBy(hen, () => button(hen, 'Save as a file').click());
		await hen.goBack();
		await hen.getByRole('link', { name: /^Go on with/ }).click();
		await hen.getByRole('link', { name: /^Continue/ }).click();
		return file;
	};
	const stepAfter = (answered: number) => lesson.steps.indexOf(items[answered] ?? first);
	const henBefore = await henWorks([0, stepAfter(fewAnswered)]);
	const henAfter = await henWorks([stepAfter(fewAnswered), stepAfter(fewAnswered + 1)]);

	await teacher.goto('/teach/results/');
	await takeFiles(teacher, fileOf('hen-1.txt', henBefore), fileOf('hen-2.txt', henAfter));
	await expect(teacher.getByText('2 hand-ins are locked.')).toBeVisible();
	await openKey(teacher, keyFile);
	await expect(noticesFrom(teacher, 'hen-1.txt')).toContainText('=Hen(): taken.');
	await expect(noticesFrom(teacher, 'hen-2.txt')).toContainText('=Hen(): a later version.');
	await teacher.getByLabel('Paste codes').fill(foxCode);
	await button(teacher, 'Read the codes').click();
	await expect(noticesFrom(teacher, 'Pasted text 1')).toContainText('Fox: taken.');
	await button(teacher, 'Use the camera').click();
	await expect(noticesFrom(teacher, 'Scanned code 1')).toContainText('Owl <b>: taken.');
	await button(teacher, 'Close the camera').click();

	await expectTheClass(teacher);
	await view(teacher, 'Next lesson');
	await expect(teacher.getByRole('heading', { name: 'Talk about this next lesson' })).toBeVisible();
	await expect(teacher.getByText('1 of 3 didn’t get it all at first')).toBeVisible();
	await view(teacher, 'Texts');
	const found = teacher.getByRole('table', { name: 'What was to be marked' }).locator('.number');
	expect(new Set(await found.allTextContents())).toEqual(new Set(['3']));

	await teacher.getByRole('checkbox', { name: 'For the projector, without names' }).check();
	for (const name of ['Next lesson', 'Learners', 'Skills', 'Questions', 'Texts']) {
		await view(teacher, name);
		await expect(teacher.getByText('3 handed in, 2 with everything finished.')).toBeVisible();
		await expect(teacher.locator('body')).not.toContainText(/Fox|Owl|Hen/);
	}
	await teacher.getByRole('checkbox', { name: 'For the projector, without names' }).uncheck();

	const reading = await decodeAssignment(new URL(link).hash, { has: () => true });
	if (!reading.ok) throw new Error(reading.fault);
	const { assignment } = reading;
	const flipped = Buffer.from(henAfter);
	const middle = flipped.length >> 1;
	flipped.writeUInt8(flipped.readUInt8(middle) ^ 1, middle);
	const sealed = async (handIn: HandIn, recipient: string | undefined) =>
		(await packHandIn(handIn, recipient)) ?? '';
	const strays: [name: string, content: string | Buffer, message: string][] = [
		[
			'other-key.txt',
			await sealed(handInFor(assignment), (await makeKey()).recipient),
			faultMessages['wrong-key'],
		],
		['cut-off.txt', henAfter.slice(0, -40), faultMessages.truncated],
		['flipped.txt', flipped, faultMessages.damaged],
		['again.txt', foxCode, 'Fox: the same work once more. Nothing changes.'],
		['before.txt', henBefore, '=Hen(): an earlier version than the one that is here. The later one stays.'],
		[
			'elsewhere.txt',
			await sealed(handInFor({ ...assignment, id: 'anotherone', title: 'Week 9' }), assignment.recipient),
			'It was handed in for another assignment, “Week 9”',
		],
	];
	await view(teacher, 'Collect');
	await takeFiles(teacher, ...strays.map(([name, content]) => fileOf(name, content)));
	for (const [name, , message] of strays) await expect(noticesFrom(teacher, name)).toContainText(message);
	await expectTheClass(teacher);

	await view(teacher, 'Collect');
	await teacher.reload();
	await expect(teacher.getByText('hand-ins are locked.')).toBeVisible();
	await openKey(teacher, keyFile);
	await expectTheClass(teacher);

	await view(teacher, 'Collect');
	const backup = await savedBy(teacher, () => button(teacher, 'Save a backup').click());
	await button(teacher, 'Erase all results').click();
	await button(teacher, 'Erase now').click();
	await expect(teacher.getByText('All results are erased from this browser.')).toBeVisible();
	await takeFiles(teacher, fileOf('backup.txt', backup));
	await expect(noticesFrom(teacher, 'backup.txt')).toHaveCount(5);
	await expectTheClass(teacher);
});
