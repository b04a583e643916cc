/** Practice gives feedback at once and lets the learner try again; check gives all feedback at the end. */
export type LessonMode = 'practice' | 'check';

/** How an attempt is run. `tries` is at least 1; `hintCost` is the share of an item's score that each hint takes, 0…1. */
export type AttemptSettings = {
	mode: LessonMode;
	tries: number;
	hints: boolean;
	hintCost: number;
	confidence: boolean;
	order: 'seeded' | 'authored';
};

export const defaultSettings: AttemptSettings = {
	mode: 'practice',
	tries: 2,
	hints: true,
	hintCost: 0,
	confidence: true,
	order: 'seeded',
};

/** What a lesson lays down for itself, over the defaults. */
export const settingsOf = (lesson: Partial<AttemptSettings>): AttemptSettings => {
	const settings = { ...defaultSettings, ...lesson };
	return settings.mode === 'check' ? { ...settings, tries: 1, hints: false } : settings;
};
