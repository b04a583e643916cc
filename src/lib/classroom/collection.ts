import { assignedSettings, type Assignment } from './assignment.ts';
import type { ClassMember, ReportedLesson } from './class-report.ts';
import { findCodes, type CodeReading } from './hand-in-code.ts';
import type { HandIn } from './hand-in.ts';
import { openHandIn, type OpenFault } from './pack-hand-in.ts';
import { regradeLesson, type GradedLesson, type Judge } from './regrade.ts';
import type { Unseal } from './seal.ts';

/** A hand-in that has been opened and judged anew. `code` is it as it came. */
export type Entry = Omit<HandIn, 'lessons'> & {
	code: string;
	isShort: boolean;
	isSealed: boolean;
	lessons: ReadonlyMap<string, GradedLesson>;
};

/**
 * What became of a hand-in: `new`; `later`, `fuller` (the file after the short code) or `renamed` in place of what was
 * there; `earlier` or the `same` as what is there, which stays.
 */
export type Standing = 'new' | 'later' | 'fuller' | 'renamed' | 'earlier' | 'same';

/** What keeps a source from being looked into. */
type UnreadFault = 'too-big-file' | 'not-text' | 'no-qr-code';

export type SourceFault = OpenFault | UnreadFault | 'no-code' | 'unknown-lessons';

/** What to tell the teacher about one code, or about a source without one. */
export type Notice =
	/** `code` is there where another key might open it. */
	| { source: string; fault: SourceFault; code?: string }
	| { source: string; standing: Standing; entry: Entry; wasCalled?: string };

/** Where codes come from. `text` is undefined where a file couldn’t be read as text. */
export type Source = { name: string; text: string | undefined; fault?: UnreadFault };

/** Negative where `a` is to give way to `b`: the later work counts, then the fuller form, then the later hand-in. */
const compareEntries = (a: Entry, b: Entry): number =>
	a.revision - b.revision ||
	Number(b.isShort) - Number(a.isShort) ||
	a.at - b.at ||
	(a.who < b.who ? -1 : Number(a.who > b.who));

function standingOf(entry: Entry, kept: Entry | undefined): Standing {
	if (!kept) return 'new';
	if (entry.revision !== kept.revision) return entry.revision > kept.revision ? 'later' : 'earlier';
	if (kept.isShort && !entry.isShort) return 'fuller';
	return entry.who !== kept.who && compareEntries(entry, kept) > 0 ? 'renamed' : 'same';
}

/** The latest hand-in of every learner, by assignment. Whatever the order in which they come, the same ones stay. */
export class Collection {
	#byAssignment = new Map<string, Map<string, Entry>>();

	add(entry: Entry): { standing: Standing; wasCalled?: string } {
		const entries = this.#byAssignment.get(entry.assignment.id) ?? new Map<string, Entry>();
		this.#byAssignment.set(entry.assignment.id, entries);
		const kept = entries.get(entry.learner);
		const standing = standingOf(entry, kept);
		if (!kept || compareEntries(entry, kept) > 0) entries.set(entry.learner, entry);
		return { standing, ...(kept && { wasCalled: kept.who }) };
	}

	/** Every assignment that something was handed in for, with how many did; the one with the most first. */
	get assignments(): { assignment: Assignment; count: number }[] {
		return [...this.#byAssignment.values()]
			.flatMap((entries) => {
				const [first] = entries.values();
				return first ? [{ assignment: first.assignment, count: entries.size }] : [];
			})
			.sort((a, b) => b.count - a.count);
	}

	entriesOf(assignment: string): Entry[] {
		return [...(this.#byAssignment.get(assignment)?.values() ?? [])];
	}

	get entries(): Entry[] {
		return [...this.#byAssignment.values()].flatMap((entries) => [...entries.values()]);
	}
}

/** The learners of a class by name, numbers by their size; a second one of the same name gets a number. */
export function membersOf(entries: readonly Entry[]): (ClassMember & { entry: Entry })[] {
	const named = entries.toSorted(
		(a, b) =>
			a.who.localeCompare(b.who, 'en', { numeric: true }) || a.at - b.at || (a.learner < b.learner ? -1 : 1),
	);
	const seen = new Map<string, number>();
	return named.map((entry) => {
		const name = entry.who.trim().normalize('NFC');
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return {
			key: entry.learner,
			who: times > 1 ? `${name} (${times})` : name,
			lessons: entry.lessons,
			entry,
		};
	});
}

export type Desk = {
	unseal: Unseal | undefined;
	lessons: ReadonlyMap<string, ReportedLesson>;
	judge: Judge;
	collection: Collection;
};

type Failed = Extract<Notice, { fault: unknown }>;

/** A code in a source, or why there is none. */
type Piece = { source: string; reading: CodeReading } | Failed;

function piecesOf({ name, text, fault }: Source): Piece[] {
	const readings = findCodes(text ?? '');
	return readings.length > 0
		? readings.map((reading) => ({ source: name, reading }))
		: [{ source: name, fault: fault ?? 'no-code' }];
}

async function open(piece: Piece, desk: Desk): Promise<{ source: string; entry: Entry } | Failed> {
	if ('fault' in piece) return piece;
	const { source, reading } = piece;
	const opened = await openHandIn(reading, desk.unseal, desk.lessons);
	if (!opened.ok) {
		const mayBeOpened = reading.ok && (opened.fault === 'locked' || opened.fault === 'wrong-key');
		return { source, fault: opened.fault, ...(mayBeOpened && { code: reading.text }) };
	}
	const { handIn, code, isShort, isSealed } = opened;
	if (!handIn.assignment.lessons.some((id) => desk.lessons.has(id)))
		return { source, fault: 'unknown-lessons' };
	const lessons = new Map<string, GradedLesson>();
	for (const handed of handIn.lessons) {
		const lesson = desk.lessons.get(handed.lesson);
		if (!lesson) continue;
		const settings = assignedSettings(lesson.settings, handIn.assignment.settings);
		lessons.set(lesson.id, regradeLesson(handed, lesson, settings, desk.judge));
	}
	return { source, entry: { ...handIn, code, isShort, isSealed, lessons } };
}

/** How many codes are being opened at a time: the browser’s cryptography and inflating work beside the page. */
const atOnce = 64;

/** Opens every code in the sources and adds what it finds to the collection, in their order. Never throws. */
export async function* importSources(
	sources: readonly Source[],
	desk: Desk,
): AsyncGenerator<{ notice: Notice; done: number; total: number }> {
	const pieces = sources.flatMap(piecesOf);
	const opening: ReturnType<typeof open>[] = [];
	for (let done = 0; done < pieces.length; done += 1) {
		for (const piece of pieces.slice(done + opening.length, done + atOnce)) opening.push(open(piece, desk));
		const opened = await opening.shift();
		if (!opened) return;
		const notice = 'entry' in opened ? { ...opened, ...desk.collection.add(opened.entry) } : opened;
		yield { notice, done: done + 1, total: pieces.length };
	}
}
