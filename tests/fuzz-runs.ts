// How many untrusted inputs a fuzz test tries. `npm run fuzz` tries ten times as many.
const given = import.meta.env.FUZZ_RUNS ?? globalThis.process?.env.FUZZ_RUNS;

export const fuzzRuns = Number(given ?? 10_000);
