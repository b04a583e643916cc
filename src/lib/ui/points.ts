const quarters: Record<number, string> = { 0.25: '¼', 0.5: '½', 0.75: '¾' };

/** A number of points in words for people: at most two decimals, quarters as fractions. */
export function formatPoints(points: number): string {
	const rounded = Math.round(points * 100) / 100;
	const whole = Math.floor(rounded);
	const fraction = quarters[Math.round((rounded - whole) * 100) / 100];
	if (fraction) return whole === 0 ? fraction : `${whole}${fraction}`;
	return String(rounded);
}

/** “1 point”, “½ point”, “2 points”. */
export function pointsInWords(points: number): string {
	const shown = Math.round(points * 100) / 100;
	return `${formatPoints(points)} ${shown > 1 || shown === 0 ? 'points' : 'point'}`;
}
