const key = 'crossread.preferences';
const version = 1;

const choices = {
	theme: ['system', 'light', 'sepia', 'dark'],
	size: ['normal', 'large', 'larger', 'largest'],
	spacing: ['normal', 'wide'],
} as const;

/** How somebody likes to read. The page takes it from attributes of its root element: `data-theme`, `data-size`, `data-spacing`. */
export type Preferences = { [K in keyof typeof choices]: (typeof choices)[K][number] };

export const defaultPreferences: Preferences = { theme: 'system', size: 'normal', spacing: 'normal' };

const oneOf = <T>(allowed: readonly T[], value: unknown): T | undefined =>
	allowed.find((choice) => choice === value);

/** Reads what was kept. What is missing, unknown or of another version becomes the default. */
export function parsePreferences(kept: string | null): Preferences {
	let data: unknown;
	try {
		data = JSON.parse(kept ?? '');
	} catch {
		return defaultPreferences;
	}
	const given = new Map(Object.entries(data ?? {}));
	if (given.get('version') !== version) return defaultPreferences;
	return {
		theme: oneOf(choices.theme, given.get('theme')) ?? defaultPreferences.theme,
		size: oneOf(choices.size, given.get('size')) ?? defaultPreferences.size,
		spacing: oneOf(choices.spacing, given.get('spacing')) ?? defaultPreferences.spacing,
	};
}

export const writePreferences = (preferences: Preferences): string =>
	JSON.stringify({ version, ...preferences });

/** What this browser keeps; the defaults where it forbids storage. */
export function readPreferences(): Preferences {
	try {
		return parsePreferences(localStorage.getItem(key));
	} catch {
		return defaultPreferences;
	}
}

/** Says whether the browser has kept them: it may forbid storage, or be out of room. */
export function keepPreferences(preferences: Preferences): boolean {
	try {
		localStorage.setItem(key, writePreferences(preferences));
		return true;
	} catch {
		return false;
	}
}

/** Calls back when another tab keeps other preferences. Returns what ends it. */
export function watchPreferences(onchange: (preferences: Preferences) => void): () => void {
	const listen = (event: StorageEvent) => {
		// A null key means that everything was cleared.
		if (event.key === key || event.key === null) onchange(parsePreferences(event.newValue));
	};
	addEventListener('storage', listen);
	return () => removeEventListener('storage', listen);
}
