import type { AttemptStore } from './attempt-store.ts';
import { openIndexedDbStore } from './indexed-db-store.ts';
import { openJournal } from './journal.ts';
import { pairStores } from './paired-store.ts';

/** Opens the two independent copies of this browser. `name` is that of the database and of the journal's folder. */
export const openAttemptStore = (name = 'crossread'): AttemptStore =>
	pairStores(openIndexedDbStore(name), openJournal(name));
