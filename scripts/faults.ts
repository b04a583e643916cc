import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Kind } from '../tests/faults/kind.ts';
import { kinds } from '../tests/faults/kinds.ts';
import { openLaboratories, type Lab } from '../tests/faults/lab.ts';
import type { Outcome } from '../tests/faults/ledger.ts';
import { randomFrom } from '../tests/faults/random.ts';

const usage = `Usage: npm run faults -- [--short] [--seed NUMBER] [--kind ID …]
Kinds: ${kinds.map(({ id }) => id).join(', ')}`;

/** One fault, with the browser's start before and after it, takes no longer. Beyond that the browser hangs. */
const runLimit = 120_000;

type Row = Outcome & { title: string; runs: number; seconds: number; note: string; ok: boolean };

function readOptions(): { chosen: Kind[]; short: boolean; seed: number } {
	try {
		const { values } = parseArgs({
			options: {
				short: { type: 'boolean', default: false },
				seed: { type: 'string', default: '20190323' },
				kind: { type: 'string', multiple: true, default: kinds.map(({ id }) => id) },
			},
		});
		const chosen = values.kind.map((id) => {
			const kind = kinds.find((candidate) => candidate.id === id);
			if (!kind) throw new Error(`There is no kind “${id}”.`);
			return kind;
		});
		const seed = Number(values.seed);
		if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
			throw new Error(`--seed is “${values.seed}”. Use a whole number from 0 to ${2 ** 32 - 1}.`);
		return { chosen, short: values.short, seed };
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
		process.exit(2);
	}
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`hung for ${runLimit / 1000} s`)), runLimit);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}

const firstLine = (error: unknown): string =>
	String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

async function measure(kind: Kind, lab: Lab, count: number, seed: number): Promise<Row> {
	const start = performance.now();
	const row: Row = {
		title: kind.title,
		runs: 0,
		acknowledged: 0,
		lost: 0,
		falselySaved: 0,
		seconds: 0,
		note: '',
		ok: true,
	};
	const skipped = kind.skipped?.();
	if (skipped) return { ...row, note: `skipped: ${skipped}` };
	const outcomes = kind.perform(lab, count, randomFrom(seed, kind.id));
	try {
		for (;;) {
			const next = await withinLimit(outcomes.next());
			if (next.done) break;
			row.runs += 1;
			row.acknowledged += next.value.acknowledged;
			row.lost += next.value.lost;
			row.falselySaved += next.value.falselySaved;
		}
	} catch (error) {
		row.note = `broke off: ${firstLine(error)}`;
	}
	await lab.close();
	row.seconds = (performance.now() - start) / 1000;
	const complete = row.runs === count;
	if (kind.losesOnPurpose) {
		if (!row.note) row.note = row.lost > 0 ? 'loses, as it must' : 'lost nothing: the fault did not happen';
		return { ...row, ok: complete && row.lost > 0 };
	}
	return { ...row, ok: complete && row.acknowledged > 0 && row.lost === 0 && row.falselySaved === 0 };
}

const { chosen, short, seed } = readOptions();
const laboratories = await openLaboratories();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void laboratories.close().finally(() => process.exit(130)));

/** Browsers mostly wait, for the disk and for each other's processes: two at once use a machine better than one. */
const lanes = Math.max(2, Math.floor(availableParallelism() / 2));

const rows: Row[] = [];
const remaining = chosen.entries();
let printed = 0;

async function measureNext(): Promise<void> {
	for (const [index, kind] of remaining) {
		rows[index] = await measure(kind, laboratories.openLab(), kind.runs[short ? 'short' : 'full'], seed);
		for (let row = rows[printed]; row; row = rows[(printed += 1)]) print(row);
	}
}

function print({ title, runs, acknowledged, lost, falselySaved, seconds, note, ok }: Row): void {
	console.log(
		`| ${title} | ${runs} | ${acknowledged} | ${lost} | ${falselySaved} | ${seed} | ${seconds.toFixed(0)} | ${ok ? note : `FAILED ${note}`} |`,
	);
}

try {
	console.log(
		'| fault | runs | acknowledged | lost | false “Saved” | seed | seconds | |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
	);
	await Promise.all(Array.from({ length: lanes }, measureNext));
} finally {
	await laboratories.close();
}
const failed = chosen.filter((_kind, index) => !rows[index]?.ok);
if (failed.length > 0) {
	console.error(
		`\nFailed. To see one again: npm run faults -- --seed ${seed}${short ? ' --short' : ''} --kind ${failed[0]?.id}`,
	);
	process.exit(1);
}
