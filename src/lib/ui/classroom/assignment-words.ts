import type { Assignment, Naming } from '../../classroom/assignment.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC',
});

/** `2026-03-06` as “Friday 6 March 2026”. */
export const dayInWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** What the settings mean for a learner, a sentence each. */
export function settingsInWords({ settings }: Pick<Assignment, 'settings'>): string[] {
	const { mode, tries, hints, confidence } = settings;
	const feedback =
		mode === 'check'
			? 'You answer everything first. The feedback comes at the end.'
			: tries === 1
				? 'You get feedback after each answer. Each question has one try.'
				: `You get feedback after each answer. A wrong answer may be tried again: ${tries} tries in all, the later ones for half the points.`;
	return [
		feedback,
		...(mode === 'practice' ? [hints ? 'Some questions have hints.' : 'There are no hints.'] : []),
		...(confidence ? ['Some questions ask how sure you are.'] : []),
	];
}

export const nameOf: Record<Naming, string> = { nickname: 'nickname', number: 'class number' };
