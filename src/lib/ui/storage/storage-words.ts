/** Why a file was not opened, or something was not kept. */
type Fault =
	| 'too-large'
	| 'empty'
	| 'foreign'
	| 'newer'
	| 'truncated'
	| 'damaged'
	| 'unreadable'
	| 'blocked'
	| 'full'
	| 'taken'
	| 'failed';

export const faultWords: Record<Fault, string> = {
	'too-large':
		'This file is larger than 20 MB. Work saved by Crossread is never that large. Choose another file.',
	empty: 'This file is empty. Choose another copy of it, or save your work again.',
	foreign:
		'This isn’t work saved by Crossread. Choose a file that Crossread saved. Its name usually begins with “crossread-work”.',
	newer:
		'A newer version of Crossread saved this file. Reload this page to get the newest version, then open the file again.',
	truncated: 'The end of this file is missing. Copy or download it once more, then open it again.',
	damaged:
		'Something in this file has changed since Crossread saved it, so it can’t be trusted. Nothing was opened. Try another copy.',
	unreadable: 'The file couldn’t be read. Perhaps it was moved. Choose it again.',
	blocked:
		'This browser doesn’t let the page keep anything, so the work wasn’t kept. Your file is unchanged.',
	full: 'This device has no room left, so the work wasn’t kept. Make room, then open the file again.',
	taken: 'Another tab wrote at the same moment. Open the file again.',
	failed: 'The browser couldn’t keep the work. Your file is unchanged. Open it again.',
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;

/** What opening a file did: `entries` were added, with so many new attempts and answers; `apart` attempts were left as they are, `unread` entries left out. */
export function openedWords(opened: {
	entries: number;
	attempts: number;
	answers: number;
	apart: number;
	unread: number;
}): string {
	const { entries, attempts, answers, apart, unread } = opened;
	const words = [];
	if (attempts > 0) words.push(`Added ${counted(attempts, 'attempt')} with ${counted(answers, 'answer')}.`);
	else if (answers > 0) words.push(`Added ${counted(answers, 'answer')} to attempts that were here.`);
	else if (entries > 0) words.push('Brought attempts that were here up to date.');
	if (apart > 0)
		words.push(
			`${counted(apart, 'attempt')} went on differently on this device. What is here was left as it is.`,
		);
	if (unread > 0)
		words.push(
			`${counted(unread, 'entry', 'entries')} from a newer version of Crossread were left out. Reload this page, then open the file again.`,
		);
	return words.join(' ') || 'Everything in this file was here already. Nothing was changed.';
}

/** What a teacher keeps in this browser: the name of their locked key, and how many hand-ins. */
export type Teaching = { key?: string; handIns: number };

/** Empty where there is nothing of the kind. */
export const teachingWords = ({ key, handIns }: Teaching): string =>
	[
		...(key ? [`your teacher’s key “${key}”`] : []),
		...(handIns > 0 ? [`${counted(handIns, 'hand-in')} of learners`] : []),
	].join(' and ');
