import type { Handle } from '@sveltejs/kit';

/** The reading face is asked for together with the style sheets: it must be there for the first paint, or it isn't used. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { preload: ({ type }) => type === 'js' || type === 'css' || type === 'font' });
