import { headlineOf } from '../../src/lib/text/reading.ts';
import {
	checkButton,
	compiled,
	firstChoiceOf,
	heading,
	itemsOf,
	lessonOf,
	nextLink,
	option,
	rightOptions,
	shown,
} from './crossread.ts';
import { expect, test, untilOffline } from './own-host.ts';

const lesson = lessonOf('who-says-so');
const first = firstChoiceOf(lesson);

// Whether a newer version has a page that this one lacks, SvelteKit asks in vain.
test.use({ expected: /ERR_CONNECTION_REFUSED .*\/_app\/version\.json$/ });

test('after the first visit every page opens without a connection, and a lesson is begun, worked on and kept', async ({
	page,
	host,
}) => {
	await page.goto('');
	await untilOffline(page);
	await host.close();

	const addresses = [
		...compiled.lessons.flatMap(({ id }) => [`lessons/${id}/`, `lessons/${id}/lesson.json`]),
		...compiled.readings.flatMap(({ slug }) => [`readings/${slug}/`, `readings/${slug}/__data.json`]),
	];
	const missing = await page.evaluate(async (wanted) => {
		const answers = await Promise.allSettled(wanted.map((address) => fetch(address)));
		return wanted.filter((_, index) => answers[index]?.status === 'rejected');
	}, addresses);
	expect(missing).toEqual([]);

	await page.getByRole('listitem').filter({ hasText: lesson.title }).getByRole('link').click();
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await option(page, first, rightOptions(first)[0] ?? '').check();
	await checkButton(page).click();
	await nextLink(page).click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	const marking = itemsOf(lesson).find(({ type }) => type === 'mark');
	await page.goto(`lessons/${lesson.id}/#${marking?.id}`);
	await expect(heading(page)).toHaveText(shown(marking?.prompt ?? []));
	await expect(page.getByRole('listbox')).toBeVisible();

	const [reading] = compiled.readings;
	await page.goto(`readings/${reading?.slug}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(reading ? headlineOf(reading) : '');
	await page.goto('teach/');
	await expect(page.getByRole('heading', { level: 1, name: 'For teachers' })).toBeVisible();
	// Without the slash at the end, as people type it, and with a query, as other sites add it.
	await page.goto('about?from=elsewhere');
	await expect(page.getByText('All lessons are on this device now')).toBeVisible();
	expect(new URL(page.url()).pathname).toBe('/about/');
	await page.goto('no/such/page/');
	await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
	await page.getByRole('link', { name: 'To the lessons' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('One event.');
	await expect(page.getByText(`1 of ${itemsOf(lesson).length} answered`)).toBeVisible();
});
