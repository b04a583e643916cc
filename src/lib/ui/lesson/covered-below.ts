/**
 * How many pixels of the page’s lower end something covers that the page hasn’t shrunk for: a software keyboard. `below`
 * is the height of the layout viewport. Zooming in also leaves less in view, but covers nothing.
 */
export const coveredBelow = (
	{ height, offsetTop, scale }: Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'>,
	below: number,
): number => (scale > 1 ? 0 : Math.max(0, Math.round(below - offsetTop - height)));
