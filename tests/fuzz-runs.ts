// How many untrusted inputs a fuzz test tries. `npm run fuzz` tries ten times as many.
const given = import.meta.env.FUZZ_RUNS ?? globalThis.process?.env.FUZZ_RUNS;

export const fuzzRuns = Number(given ?? 10_000);

/** How long the processor has worked for this process, in milliseconds: what else the machine does doesn’t count. */
export function workDone(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}
