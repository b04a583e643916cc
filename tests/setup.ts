import fc from 'fast-check';
import { loadInteractions } from '../src/lib/engine/interactions/registry.ts';

// One seed for all property tests, so that a run says the same everywhere. To explore further, set another:
// FC_SEED=$RANDOM npm run test:unit
const env = { ...globalThis.process?.env, ...import.meta.env };

// Mutation tests run each property so often that fewer cases a time must do: see scripts/mutation.mjs.
fc.configureGlobal({ seed: Number(env.FC_SEED ?? 20190323), numRuns: Number(env.FC_RUNS ?? 100) });

await loadInteractions();
