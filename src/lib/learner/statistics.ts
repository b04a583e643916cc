/** Ends of an interval, `low` at most `high`. */
export type Interval = { low: number; high: number };

/** The value that a standard normal variable exceeds with a chance of 2.5 %: for intervals of 95 %. */
export const z95 = 1.959964;

const polynomial = (x: number, coefficients: readonly number[]): number =>
	coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The standard normal quantile of a share inside 0…1, to about 7 digits (Wichura 1988, algorithm AS 241, PPND7).
 * @throws RangeError outside: a programmer’s error.
 */
export function normalQuantile(share: number): number {
	if (!(share > 0 && share < 1)) throw new RangeError(`${share} is not inside 0…1`);
	const q = share - 0.5;
	if (Math.abs(q) <= 0.425) {
		const r = 0.180625 - q * q;
		return (
			(q * polynomial(r, [3.3871327179, 50.434271938, 159.29113202, 59.10937472])) /
			polynomial(r, [1, 17.895169469, 78.757757664, 67.1875636])
		);
	}
	const r = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
	const size =
		r <= 5
			? polynomial(r - 1.6, [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103]) /
				polynomial(r - 1.6, [1, 0.7370016425, 0.12021132975])
			: polynomial(r - 5, [6.657905115, 3.081226386, 0.42868294337, 0.017337203997]) /
				polynomial(r - 5, [1, 0.24197894225, 0.012258202635]);
	return Math.sign(q) * size;
}

/** The standard normal density. */
export const normalDensity = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Where a share of `of` cases probably lies, 95 % (Wilson 1927, without continuity correction). Parts of cases may be
 * counted: for a mean of shares it is on the wide side. Everything is possible where there is no case.
 */
export function wilson(count: number, of: number): Interval {
	if (of === 0) return { low: 0, high: 1 };
	const share = count / of;
	const z2 = z95 * z95;
	const middle = share + z2 / (2 * of);
	const half = z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
	return {
		low: Math.max(0, (middle - half) / (1 + z2 / of)),
		high: Math.min(1, (middle + half) / (1 + z2 / of)),
	};
}
