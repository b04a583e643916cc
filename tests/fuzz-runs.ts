// How many untrusted inputs a fuzz test tries. `npm run fuzz` tries ten times as many.
export const fuzzRuns = Number(process.env.FUZZ_RUNS ?? 10_000);

/** How long the processor has worked for this process, in milliseconds: what else the machine does doesn’t count. */
export function workDone(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}
