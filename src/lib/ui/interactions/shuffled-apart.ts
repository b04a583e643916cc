/** The shuffled parts; turned by one where the shuffle happens to be the right order, so that none starts solved. */
export function shuffledApart<T>(shuffled: readonly T[], right: readonly T[]): T[] {
	const isRight = shuffled.every((part, index) => part === right[index]);
	return isRight ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : [...shuffled];
}
