import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { anyForgedHandIn } from '../../../tests/forged-hand-ins.ts';
import { fuzzRuns, workDone } from '../../../tests/fuzz-runs.ts';
import { settingsOf } from '../engine/attempt-settings.ts';
import type { AttemptRecord } from '../engine/attempt-record.ts';
import type { LearnerAction } from '../engine/lesson-machine.ts';
import { choiceItem, extendedTextItem, matchItem, planOf, recordOf } from '../engine/testing.ts';
import type { Assignment } from './assignment.ts';
import type { ReportedLesson } from './class-report.ts';
import { Collection, importSources, membersOf, type Desk, type Entry, type Notice } from './collection.ts';
import { findCodes, formatCode } from './hand-in-code.ts';
import { collectHandIn, writeHandIn, type HandIn } from './hand-in.ts';
import { openHandIn, packHandIn, shortHandIn } from './pack-hand-in.ts';
import { deflate } from './packing.ts';
import { rememberingJudge } from './regrade.ts';
import { unsealerFor } from './seal.ts';

const identity = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const otherRecipient = 'age17yl770h6jkv29g3lcatt76y0azaa0ak0j55ththnk3zzdz8s4vcsc48sem';

const unseal = await unsealerFor(identity);

const plan = planOf(
	choiceItem({ id: 'one' }),
	matchItem({ id: 'two' }),
	extendedTextItem({ id: 'own', skill: 'sourcing/tracing' }),
);

const lesson: ReportedLesson = {
	...plan,
	title: 'A lesson',
	settings: settingsOf({}),
	skills: [],
	readings: [],
};

const lessons = new Map([[lesson.id, lesson]]);

const assignment: Assignment = {
	id: 'abcdefgh01',
	title: 'Who says so?',
	note: '',
	lessons: ['lesson'],
	settings: { mode: 'practice', tries: 2, hints: true, confidence: false, order: 'seeded' },
	naming: 'nickname',
};

const check = (item: string, response: unknown): LearnerAction => ({ type: 'check', item, response, at: 1 });

const ownWords = 'My own words about who says so here.';

const work: LearnerAction[] = [
	check('one', ['b']),
	{ type: 'retry', item: 'one', at: 2 },
	check('one', ['a']),
	check('two', { s1: 'x', s2: 'x', s3: 'z' }),
	check('own', ownWords),
];

function handInOf(change: Partial<HandIn> = {}, actions: readonly LearnerAction[] = work): HandIn {
	const [started, ...rest] = recordOf(
		actions,
		settingsOf({ confidence: false }),
		change.learner ?? 'attempt-1',
	);
	const record: AttemptRecord = [{ ...started, assignment: assignment.id }, ...rest];
	const handIn = collectHandIn(assignment, 'Fox', [record], lessons, 600_000);
	if (!handIn) throw new TypeError('the record is assigned');
	return { ...handIn, ...change };
}

const newDesk = (change: Partial<Desk> = {}): Desk => ({
	unseal,
	lessons,
	judge: rememberingJudge(),
	collection: new Collection(),
	...change,
});

async function importText(text: string | undefined, desk = newDesk()): Promise<Notice[]> {
	const notices: Notice[] = [];
	for await (const { notice } of importSources([{ name: 'file.txt', text }], desk)) notices.push(notice);
	return notices;
}

const saidOf = (notice: Notice | undefined) => notice && ('fault' in notice ? notice.fault : notice.standing);

const pack = async (handIn: HandIn, key: string | undefined = recipient) =>
	(await packHandIn(handIn, key)) ?? '';

const code = await pack(handInOf());

const openCode = async (json: string) => {
	const bytes = await deflate(new TextEncoder().encode(json));
	return formatCode('open', bytes ?? new Uint8Array());
};

describe('a hand-in on its way', () => {
	it('arrives with every answer, sealed or open', async () => {
		for (const key of [recipient, undefined]) {
			const [reading] = findCodes((await packHandIn(handInOf(), key)) ?? '');
			if (!reading) throw new TypeError('no code');
			expect(await openHandIn(reading, unseal, lessons)).toMatchObject({
				ok: true,
				handIn: handInOf(),
				isShort: false,
				isSealed: key !== undefined,
			});
		}
	});

	it('shows nothing of its content while it is sealed', async () => {
		const [reading] = findCodes(code);
		const bytes = reading?.ok ? new TextDecoder('latin1').decode(reading.body) : '';
		expect(bytes).toContain('age-encryption.org/v1');
		expect(bytes).not.toMatch(/Fox|lesson|attempt/);
	});

	it('is short without own words, and says so', async () => {
		const short = await pack(shortHandIn(handInOf(), lessons));
		expect(short.length).toBeLessThan(code.length);
		const desk = newDesk();
		const [notice] = await importText(short, desk);
		expect(notice).toMatchObject({ standing: 'new', entry: { isShort: true } });
		const graded = desk.collection.entries[0]?.lessons.get('lesson');
		expect(graded).toMatchObject({ answered: 3, score: 0.5 + 2 / 3 });
		expect(graded?.texts.size).toBe(0);
	});

	it('has one first: the long form brings the learner’s own words', async () => {
		const desk = newDesk();
		await importText(code, desk);
		expect(desk.collection.entries[0]?.lessons.get('lesson')?.texts.get('own')).toBe(ownWords);
	});

	it('is refused where there is more in it than a code may hold', async () => {
		const endless = 'x'.repeat(300_000);
		const items = [{ item: 'own', hints: 0, tries: [{ response: endless, hints: 0 }] }];
		const [first] = handInOf().lessons;
		if (!first) throw new TypeError('nothing handed in');
		expect(await packHandIn(handInOf({ lessons: [{ ...first, items }] }), recipient)).toBeUndefined();
	});
});

const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes);

const stale = { ...lesson, hash: 'another' };

describe('what cannot be taken', () => {
	it.each<[string, string, () => Promise<string | undefined> | string | undefined, Partial<Desk>]>([
		['a text without a code', 'no-code', () => 'An essay.', {}],
		['an empty file', 'no-code', () => '', {}],
		['a code that was cut off', 'truncated', () => code.slice(0, -20), {}],
		[
			'a code with a letter changed',
			'damaged',
			() => code.replace(/.(.{30})$/, (all) => (all.startsWith('A') ? 'B' : 'A') + all.slice(1)),
			{},
		],
		['a code for another teacher', 'wrong-key', () => pack(handInOf(), otherRecipient), {}],
		['a sealed code while no key is open', 'locked', () => code, { unseal: undefined }],
		['a sealed code that is no age file', 'forged', () => formatCode('sealed', bytesOf(1, 2, 3)), {}],
		['bytes that do not inflate', 'forged', () => formatCode('open', bytesOf(1, 2, 3)), {}],
		['bytes that are not text', 'forged', () => formatCode('open-plain', bytesOf(0xff, 0xfe)), {}],
		['text that is not JSON', 'forged', () => openCode('{'), {}],
		['JSON that is not a hand-in', 'forged', () => openCode('{"a":1}'), {}],
		['JSON that is too deep', 'forged', () => openCode('['.repeat(9_999) + ']'.repeat(9_999)), {}],
		['a bomb', 'too-large', () => openCode(' '.repeat(5_000_000)), {}],
		[
			'a short form of other content',
			'other-content',
			() => pack(shortHandIn(handInOf(), lessons)),
			{ lessons: new Map([[stale.id, stale]]) },
		],
		['lessons of another site', 'unknown-lessons', () => code, { lessons: new Map() }],
	])('%s is told as “%s”, and changes nothing', async (_, fault, make, change) => {
		const desk = newDesk(change);
		expect((await importText(await make(), desk)).map(saidOf)).toEqual([fault]);
		expect(desk.collection.entries).toEqual([]);
	});

	it('is kept where another key might open it, and only there', async () => {
		const codeOf = (notices: Notice[]) => notices.map((notice) => 'code' in notice && notice.code);
		expect(codeOf(await importText(code, newDesk({ unseal: undefined })))).toEqual([code]);
		const foreign = await pack(handInOf(), otherRecipient);
		expect(codeOf(await importText(foreign))).toEqual([foreign]);
		expect(codeOf(await importText(code.slice(0, -20)))).toEqual([false]);
		expect(codeOf(await importText(await openCode('{')))).toEqual([false]);
	});

	it('is not a hand-in of which the site has some of the lessons', async () => {
		const [first] = handInOf().lessons;
		if (!first) throw new TypeError('nothing handed in');
		const more = { ...assignment, lessons: ['lesson', 'elsewhere'] };
		const both = handInOf({ assignment: more, lessons: [first, { ...first, lesson: 'elsewhere' }] });
		const desk = newDesk();
		expect((await importText(await pack(both), desk)).map(saidOf)).toEqual(['new']);
		expect([...(desk.collection.entries[0]?.lessons.keys() ?? [])]).toEqual(['lesson']);
	});

	it('says why a file could not be read', async () => {
		const source = { name: 'photo.jpg', text: undefined, fault: 'not-text' as const };
		const { value } = await importSources([source], newDesk()).next();
		expect(value).toEqual({ notice: { source: 'photo.jpg', fault: 'not-text' }, done: 1, total: 1 });
	});

	it('leaves what stands beside it as it is', async () => {
		const other = await pack(handInOf({ learner: 'attempt-2', who: 'Owl' }));
		const text = `${code.slice(0, 60)}\n${other}\n${code}`;
		expect((await importText(text)).map(saidOf)).toEqual(['truncated', 'new', 'new']);
	});
});

const whole = handInOf();

const entryOf = (change: Partial<Entry> = {}): Entry => ({
	...whole,
	code: 'CODE',
	isShort: false,
	isSealed: true,
	...change,
	lessons: change.lessons ?? new Map(),
});

describe('a collection', () => {
	const standings = (...entries: Entry[]) => {
		const collection = new Collection();
		return entries.map((entry) => collection.add(entry).standing);
	};

	it('takes a later version in place of an earlier one, in whatever order they come', () => {
		const [before, after] = [entryOf({ revision: 5 }), entryOf({ revision: 9 })];
		expect(standings(before, after)).toEqual(['new', 'later']);
		expect(standings(after, before)).toEqual(['new', 'earlier']);
	});

	it('knows the same work when it comes again, sealed anew or not', () => {
		expect(standings(entryOf(), entryOf({ at: 99, code: 'ANOTHER' }))).toEqual(['new', 'same']);
	});

	it('takes the file after the short code, and not the other way round', () => {
		const short = entryOf({ isShort: true });
		expect(standings(short, entryOf())).toEqual(['new', 'fuller']);
		expect(standings(entryOf(), short)).toEqual(['new', 'same']);
	});

	it('sees that the same work comes under another name', () => {
		const collection = new Collection();
		collection.add(entryOf());
		expect(collection.add(entryOf({ who: 'Owl', at: 99 }))).toEqual({
			standing: 'renamed',
			wasCalled: 'Fox',
		});
		expect(collection.entries.map(({ who }) => who)).toEqual(['Owl']);
	});

	it('keeps assignments apart, the one with the most hand-ins first', () => {
		const collection = new Collection();
		const other = { ...assignment, id: 'zyxwvuts99' };
		for (const learner of ['a', 'b']) collection.add(entryOf({ learner, assignment: other }));
		collection.add(entryOf());
		expect(collection.assignments.map(({ assignment: { id }, count }) => [id, count])).toEqual([
			[other.id, 2],
			[assignment.id, 1],
		]);
		expect(collection.entriesOf(assignment.id)).toHaveLength(1);
		expect(collection.entriesOf('never seen')).toEqual([]);
		for (const learner of ['c', 'd']) collection.add(entryOf({ learner }));
		expect(collection.assignments.map(({ count }) => count)).toEqual([3, 2]);
	});

	it('keeps the later name where the same work came under two', () => {
		expect(standings(entryOf({ who: 'Owl', at: 99 }), entryOf({ at: 5 }))).toEqual(['new', 'same']);
	});

	const anyEntry = fc
		.record({
			learner: fc.constantFrom('a', 'b', 'c'),
			revision: fc.nat(3),
			at: fc.nat(3),
			isShort: fc.boolean(),
			who: fc.constantFrom('Fox', 'Owl'),
		})
		.map(entryOf);

	it('ends up with the same hand-ins, in whatever order they come', () => {
		const kept = (entries: readonly Entry[]) => {
			const collection = new Collection();
			for (const entry of entries) collection.add(entry);
			return membersOf(collection.entries).map(({ who, entry }) => [
				entry.learner,
				who,
				entry.revision,
				entry.isShort,
				entry.at,
			]);
		};
		fc.assert(
			fc.property(
				fc
					.array(anyEntry, { maxLength: 8 })
					.chain((entries) =>
						fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
					),
				([entries, shuffled]) => {
					expect(kept(shuffled)).toEqual(kept(entries));
				},
			),
		);
	});

	it('lists a name without the space around it', () => {
		const entries = ['Owl', ' Owl '].map((who, index) => entryOf({ who, learner: String(index), at: index }));
		expect(
			membersOf(entries)
				.map(({ who }) => who)
				.sort(),
		).toEqual(['Owl', 'Owl (2)']);
	});

	it('lists learners by name, numbers by size, and numbers a second one of the same name', () => {
		const whos = ['Owl', '10', 'fox', 'Owl', '9'];
		const entries = whos.map((who, index) => entryOf({ who, learner: String(index), at: index }));
		expect(membersOf(entries).map(({ who }) => who)).toEqual(['9', '10', 'fox', 'Owl', 'Owl (2)']);
	});
});

describe('forged hand-ins', () => {
	const written: unknown = JSON.parse(JSON.stringify(writeHandIn(handInOf())));

	const anyForged = anyForgedHandIn(written, code);

	const batch = 10;

	it(`are taken or told as a known fault in ${fuzzRuns} cases, ${batch} in a second’s work`, async () => {
		let longest = 0;
		const desk = newDesk();
		const said = new Set<string | undefined>();
		await fc.assert(
			fc.asyncProperty(fc.array(anyForged, { minLength: batch, maxLength: batch }), async (forged) => {
				const start = workDone();
				for (const notice of await importText(forged.join('\n'), desk)) said.add(saidOf(notice));
				longest = Math.max(longest, workDone() - start);
			}),
			{ numRuns: fuzzRuns / batch },
		);
		for (const { lessons: graded } of desk.collection.entries)
			for (const { score, answered } of graded.values()) {
				expect(score).toBeLessThanOrEqual(2);
				expect(answered).toBeLessThanOrEqual(3);
			}
		expect(longest).toBeLessThan(1_000);
		// What every run meets, whatever its codes are locked with: the forger got through to each of the layers.
		expect([...said].sort()).toEqual(expect.arrayContaining(['damaged', 'forged', 'new', 'truncated']));
	}, 60_000);
});
