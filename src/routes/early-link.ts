import { goto } from '$app/navigation';

/**
 * Follows a link to a place on this page (`#…`) that was clicked before SvelteKit’s router listened. The router read the
 * address earlier, so it would neither show the place nor find the way back from it: the browser’s own step is taken
 * back and made again. Call it when the page has come to life; `known` is the address as the router has it.
 */
export function followEarlyLink(known: URL): void {
	const place = location.hash.slice(1);
	// The router gives every step of its own a state.
	if (`#${place}` === known.hash || !place || history.state !== null) return;
	addEventListener('popstate', () => void goto(`#${place}`), { once: true });
	history.back();
}
