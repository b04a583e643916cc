/** Labels of spans by group. A span has at most one of each exclusive group. */
export const labelGroups = {
	part: ['source', 'cue', 'content'],
	identification: ['named-person', 'named-body', 'described', 'bare', 'unattributed'],
	provenance: ['first-hand', 'document', 'official', 'other-media', 'social-post', 'unknown'],
	device: ['label', 'distance', 'verb', 'headline', 'voice', 'presupposition', 'selection'],
	plain: ['neutral', 'passage'],
} as const;

export const exclusiveGroups = ['part', 'identification', 'provenance'] as const;

export const allLabels: string[] = Object.values(labelGroups).flat();
