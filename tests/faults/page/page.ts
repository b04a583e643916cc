import type { AttemptStore, EventStore } from '../../../src/lib/storage/attempt-store.ts';
import { openIndexedDbStore } from '../../../src/lib/storage/indexed-db-store.ts';
import { openJournal } from '../../../src/lib/storage/journal.ts';
import { openAttemptStore } from '../../../src/lib/storage/open-attempt-store.ts';
import type { Acknowledgement, Kept } from '../ledger.ts';
import {
	countEntries,
	damageDatabase,
	damageJournal,
	type DatabaseDamage,
	type JournalDamage,
} from './damage.ts';
import { naiveStore } from './naive-store.ts';
import { eventOf, type Writing } from './writing.ts';

/** What the harness asks of the page. */
export type TestPage = {
	/** Writes, and resolves when every append is answered: with how many were kept, and why others were not. */
	write: (writing: Writing) => Promise<{ kept: number; refused: string[] }>;
	/** What each store holds by itself, then what they give together. */
	keep: () => Promise<Kept>;
	/**
	 * Waits until each store has something at every place that they fill together: what it holds it never overwrites,
	 * readable or not. Says what each lacks where it takes longer than `limit` ms.
	 */
	untilWhole: (limit: number) => Promise<string | undefined>;
	damageJournal: (damage: JournalDamage) => Promise<void>;
	damageDatabase: (damage: DatabaseDamage) => Promise<void>;
};

declare global {
	interface Window {
		faults: TestPage;
	}
}

const isNaive = new URLSearchParams(location.search).has('naive');

let opened: Pick<AttemptStore, 'append' | 'events'> | undefined;
const store = () => (opened ??= isNaive ? naiveStore : openAttemptStore());

const journal = openJournal();
const eachStore: EventStore[] = isNaive ? [] : [openIndexedDbStore(), journal];

async function readEach(): Promise<Kept['each']> {
	const readings = await Promise.all(
		eachStore.map(async ({ name, read }) => {
			const reading = await read();
			return [name, reading.ok ? reading.events : []] as const;
		}),
	);
	return Object.fromEntries(readings);
}

const unreported: Acknowledgement[] = [];
let reporting: Promise<void> | undefined;

/** Tells the harness what was acknowledged, one report at a time: many acknowledgements travel together. */
async function reportAll(): Promise<void> {
	while (unreported.length > 0)
		await fetch('acknowledged', { method: 'POST', body: JSON.stringify(unreported.splice(0)) });
	reporting = undefined;
}

function report(acknowledgement: Acknowledgement): void {
	unreported.push(acknowledgement);
	reporting ??= reportAll();
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

window.faults = {
	async write(writing) {
		const refused: string[] = [];
		let kept = 0;
		let next = writing.from;
		const writeOn = async () => {
			while (next < writing.from + writing.count) {
				const event = eventOf(writing, next, Date.now());
				next += 1;
				const result = await store().append(event);
				if (result.ok) {
					kept += 1;
					report({ event, copies: result.copies });
				} else refused.push(result.reason);
				if (writing.pause > 0) await wait(writing.pause);
			}
		};
		await Promise.all(Array.from({ length: writing.atOnce }, writeOn));
		await reporting;
		return { kept, refused };
	},
	async keep() {
		const each = await readEach();
		return { each, union: await store().events() };
	},
	async untilWhole(limit) {
		let lack: string | undefined;
		for (const end = performance.now() + limit; performance.now() < end; await wait(50)) {
			const reading = await journal.read();
			const { length } = await store().events();
			const [inJournal, inDatabase] = [
				reading.ok ? reading.events.length : reading.reason,
				await countEntries(),
			];
			if (inJournal === length && inDatabase === length) return undefined;
			lack = `of ${length} answers, the journal has ${inJournal}, IndexedDB ${inDatabase}`;
		}
		return lack;
	},
	damageJournal,
	damageDatabase,
};
