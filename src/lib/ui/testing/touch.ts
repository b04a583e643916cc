import { cdp } from 'vitest/browser';

/** Taps with a finger. The page under test stands in a frame that may be scaled down. */
export async function tap(element: Element): Promise<void> {
	element.scrollIntoView({ block: 'center' });
	const { x, y, width, height } = element.getBoundingClientRect();
	const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0, width: innerWidth };
	const scale = frame.width / innerWidth;
	const point = { x: frame.x + (x + width / 2) * scale, y: frame.y + (y + height / 2) * scale };
	const tapped = new Promise<string>((resolve) => {
		element.ownerDocument.addEventListener('click', ({ type }) => resolve(type), { once: true });
	});
	await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
	await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await tapped;
}
