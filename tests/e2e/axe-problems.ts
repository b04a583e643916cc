import axe from 'axe-core';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, short enough to read in a failure. `rules` are axe's names of rules or of sets of rules. */
export async function problemsOf(page: Page, rules = standards): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (only) => {
		const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
			runOnly: only,
			resultTypes: ['violations'],
			preload: false,
		});
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
		);
	}, rules);
}
