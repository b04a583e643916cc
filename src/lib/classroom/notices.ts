import type { Notice, SourceFault, Standing } from './collection.ts';

/** What is wrong with a source and what to do, for the teacher. */
export const faultMessages: Record<SourceFault, string> = {
	'too-big-file': 'This file is far too big to be handed-in work. Ask the learner for the right file.',
	'not-text':
		'This is not a Crossread file: it isn’t text. For a photo of a code use “Open a picture of a code”.',
	'no-qr-code':
		'No code was found in this picture. Take it from closer, straight and in good light, or ask for the copied code.',
	'no-code':
		'There is no handed-in work in this. Handed-in work starts with “CROSSREAD:”. Ask the learner to hand in again.',
	truncated: 'A part is missing at the end. Copy the whole code, or ask for the file instead.',
	damaged: 'Some letters have changed on the way. Copy the code again, or ask for the file instead.',
	newer: 'This was made with a newer version of Crossread. Go online, reload this page, and open it again.',
	'too-large': 'This holds far more than a learner can hand in. It wasn’t made by Crossread.',
	locked: 'This is locked. Open your key file to read it.',
	'wrong-key':
		'This is locked for another key than the one that is open. Did you make this assignment with another key file, or did a colleague?',
	forged: 'This is whole, but not what Crossread writes. It may have been made or changed by hand.',
	'other-content':
		'This short code was made with another version of the lessons than this page has. Reload this page, or ask for the file instead.',
	'unknown-lessons':
		'This is work on lessons that this site doesn’t have. Open it on the site that the class used.',
	'old-browser': 'This browser is too old to open it. Update it, or use another browser.',
};

const standingMessages: Record<Standing, (who: string, wasCalled: string) => string> = {
	new: (who) => `${who}: taken.`,
	later: (who) => `${who}: a later version. It takes the place of the earlier one.`,
	fuller: (who) => `${who}: the file of what came as a short code. Own words are there now.`,
	renamed: (who, wasCalled) =>
		`${who}: the same work came as “${wasCalled}” before. It is listed once, as “${who}”.`,
	earlier: (who) => `${who}: an earlier version than the one that is here. The later one stays.`,
	same: (who) => `${who}: the same work once more. Nothing changes.`,
};

/** Whether something could not be taken. */
export const isProblem = (notice: Notice): notice is Extract<Notice, { fault: unknown }> => 'fault' in notice;

/** What to tell the teacher. `assignment` is the id of the one in view. */
export function noticeText(notice: Notice, assignment: string | undefined): string {
	if (isProblem(notice)) return faultMessages[notice.fault];
	const { entry, standing, wasCalled } = notice;
	const said = standingMessages[standing](entry.who, wasCalled ?? entry.who);
	return entry.assignment.id === assignment || assignment === undefined
		? said
		: `${said} It was handed in for another assignment, “${entry.assignment.title}”: choose that one to see it.`;
}

/** Notices in numbers, for one line: “24 taken, 2 later versions, 1 could not be read”. */
export function countNotices(notices: readonly Notice[]): {
	taken: number;
	replaced: number;
	known: number;
	problems: number;
} {
	const counts = { taken: 0, replaced: 0, known: 0, problems: 0 };
	for (const notice of notices) {
		if (isProblem(notice)) counts.problems += notice.fault === 'locked' ? 0 : 1;
		else if (notice.standing === 'new') counts.taken += 1;
		else if (notice.standing === 'same' || notice.standing === 'earlier') counts.known += 1;
		else counts.replaced += 1;
	}
	return counts;
}
