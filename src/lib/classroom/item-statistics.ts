/**
 * Item analysis of first tries. Rows are learners, columns are items, every cell is the share of the item’s points that
 * the first try got, 0…1. One estimator of variance throughout: the mean squared distance from the mean (÷ n).
 */
export type ShareRow = readonly number[];

/** Below this a variance is nothing but rounding. */
const smallestVariance = 1e-12;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const columnOf = (rows: readonly ShareRow[], item: number): number[] => rows.map((row) => row[item] ?? 0);

/** The mean of some numbers; null where there are none. */
export const meanOf = (numbers: readonly number[]): number | null =>
	numbers.length === 0 ? null : sumOf(numbers) / numbers.length;

function varianceOf(numbers: readonly number[]): number {
	const mean = meanOf(numbers) ?? 0;
	return meanOf(numbers.map((number) => (number - mean) ** 2)) ?? 0;
}

/** Pearson’s r, −1…1; null where either side doesn’t vary. Both lists are of one length. */
export function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
	const spread = varianceOf(xs) * varianceOf(ys);
	if (varianceOf(xs) < smallestVariance || varianceOf(ys) < smallestVariance) return null;
	const [meanX, meanY] = [meanOf(xs) ?? 0, meanOf(ys) ?? 0];
	const covariance = meanOf(xs.map((x, index) => (x - meanX) * ((ys[index] ?? 0) - meanY))) ?? 0;
	return Math.max(-1, Math.min(1, covariance / Math.sqrt(spread)));
}

/**
 * Facility of an item: the mean share of its points, 0…1 (for right-or-wrong items the proportion correct, p). Null
 * where nobody answered. Crocker & Algina (1986), Introduction to Classical and Modern Test Theory, ch. 14.
 */
export const facilityOf = (shares: readonly number[]): number | null => meanOf(shares);

/**
 * Discrimination of every item: its correlation with the total of the other items (corrected item–total correlation), so
 * that no item is compared with itself. Null where the item or the rest doesn’t vary.
 * Henrysson (1963), Correction of item–total correlations in item analysis, Psychometrika 28, 211–218.
 */
export function discriminationsOf(rows: readonly ShareRow[]): (number | null)[] {
	const totals = rows.map(sumOf);
	return (rows[0] ?? []).map((_, item) => {
		const own = columnOf(rows, item);
		return correlationOf(
			own,
			totals.map((total, row) => total - (own[row] ?? 0)),
		);
	});
}

/**
 * Cronbach’s α = k/(k − 1) · (1 − Σσᵢ²/σ²); for right-or-wrong items it is KR-20. At most 1, and below 0 where items pull
 * against each other. Null for fewer than two items or where totals don’t vary.
 * Cronbach (1951), Psychometrika 16, 297–334; Kuder & Richardson (1937), Psychometrika 2, 151–160.
 */
export function alphaOf(rows: readonly ShareRow[]): number | null {
	const items = rows[0]?.length ?? 0;
	const total = varianceOf(rows.map(sumOf));
	if (items < 2 || total < smallestVariance) return null;
	const within = sumOf((rows[0] ?? []).map((_, item) => varianceOf(columnOf(rows, item))));
	return (items / (items - 1)) * (1 - within / total);
}
