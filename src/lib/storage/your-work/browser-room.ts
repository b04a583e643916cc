/** How much this site keeps in the browser, and how much it may, in bytes. Empty where the browser doesn't say. */
export async function roomUsed(): Promise<{ used?: number; allowed?: number }> {
	try {
		const { usage, quota } = await navigator.storage.estimate();
		return usage === undefined || quota === undefined ? {} : { used: usage, allowed: quota };
	} catch {
		return {};
	}
}

/** Whether the browser has promised to keep what this site stores; undefined where it makes no promises. */
export async function lasts(): Promise<boolean | undefined> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return undefined;
	}
}

/** Asks for that promise; says whether it was given. */
export async function askToLast(): Promise<boolean> {
	try {
		return await navigator.storage.persist();
	} catch {
		return false;
	}
}
