// Runs in every page that is measured. As a file of its own it stays what it is: compiling TypeScript for Node would
// put helpers into functions that a page doesn't have.
const seen = { largest: 0, blocking: 0, shift: 0 };

const watch = (type, note) =>
	new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });

watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
watch('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)));
watch('layout-shift', ({ value }) => (seen.shift += value));

const shown = (selector) =>
	[...document.querySelectorAll(selector)].find((element) => element.checkVisibility());

/** Resolves with the milliseconds from a press on `button` until `wanted` is there and has been painted. */
function timeUntilShown(button, wanted) {
	return new Promise((resolve, reject) => {
		const control = shown(button);
		if (!control) return reject(new Error(`There is no ${button}`));
		const start = performance.now();
		control.click();
		const look = () => {
			if (!shown(wanted)) return void requestAnimationFrame(look);
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now() - start);
			requestAnimationFrame(() => port2.postMessage(undefined));
		};
		look();
	});
}

Object.assign(window, { bench: { seen, timeUntilShown } });
