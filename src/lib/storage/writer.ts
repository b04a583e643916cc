/** One tab writes an attempt; others follow along. */
export type Role = 'writing' | 'following';

export interface Seat {
	/** Makes this tab the writer; the one that was, follows. */
	takeOver(): void;
	leave(): void;
}

/** How long the browser may take to say whether another tab writes, in milliseconds. */
const patience = 2_000;

/**
 * Takes part in an attempt: as its writer if no other tab is, else as a follower, who becomes the writer when that
 * tab leaves. `onrole` hears of every change. Without Web Locks, as on a page without https, every tab writes; the
 * store then refuses a number that is taken.
 */
export function takeSeat(attempt: string, onrole: (role: Role) => void): Seat {
	const name = `crossread-attempt-${attempt}`;
	let waiting = new AbortController();
	let release = () => {};
	let hasLeft = false;
	const hurry = setTimeout(() => become('writing'), patience);

	function become(role: Role) {
		clearTimeout(hurry);
		if (!hasLeft) onrole(role);
	}

	/** Holds the attempt, once it can, until this tab leaves or another takes over. */
	async function hold(options: LockOptions): Promise<void> {
		let isHeld = false;
		let isBusy = false;
		try {
			await navigator.locks.request(name, options, (lock) => {
				isBusy = lock === null;
				if (isBusy || hasLeft) return undefined;
				isHeld = true;
				become('writing');
				return new Promise<void>((resolve) => (release = resolve));
			});
			if (isBusy) await follow();
		} catch {
			if (options.signal?.aborted) return;
			if (isHeld) await follow();
			else become('writing');
		}
	}

	async function follow(): Promise<void> {
		if (hasLeft) return;
		become('following');
		waiting = new AbortController();
		await hold({ signal: waiting.signal });
	}

	void hold({ ifAvailable: true });

	return {
		takeOver() {
			waiting.abort();
			void hold({ steal: true });
		},
		leave() {
			hasLeft = true;
			clearTimeout(hurry);
			waiting.abort();
			release();
		},
	};
}
