import { userEvent } from 'vitest/browser';

const nameOf = (key: string): string => (key === 'Space' ? ' ' : key.length === 1 ? key : `{${key}}`);

/** Presses a key so many times; what stands before it with “+” is held down meanwhile. */
export async function press(chord: string, times = 1): Promise<void> {
	const held = chord.split('+');
	const key = held.pop() ?? '';
	await userEvent.keyboard(
		[
			...held.map((name) => `{${name}>}`),
			nameOf(key).repeat(times),
			...held.reverse().map((name) => `{/${name}}`),
		].join(''),
	);
}

/** Counts the keys that go down from now on, those held down (as Shift is) once. */
export function countPresses(): () => number {
	let presses = 0;
	window.addEventListener('keydown', ({ repeat }) => (presses += repeat ? 0 : 1), { capture: true });
	return () => presses;
}

/** What has the focus, by its name or its words. */
export function focused(): string {
	const element = document.activeElement;
	if (!element || element === document.body) return 'nothing';
	return (element.getAttribute('aria-label') ?? element.textContent).trim();
}

/** Focuses what comes right before the question by Tab. */
export async function focusBefore(): Promise<void> {
	await userEvent.click(document.querySelector('button') ?? document.body);
}
