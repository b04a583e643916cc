import { afterEach, describe, expect, it, vi } from 'vitest';
import { toRecord, type AttemptEvent, type AttemptRecord } from '../engine/attempt-record.ts';
import { progressOf } from '../engine/lesson-machine.ts';
import { choiceItem, manyItem, planOf, startedEvent } from '../engine/testing.ts';
import { openAttemptStore } from '../storage/open-attempt-store.ts';
import { LessonSession, type Refusal } from './lesson-session.svelte.ts';

const plan = planOf(choiceItem(), manyItem());

let count = 0;

/** A new attempt, and a store of its own. */
function begin() {
	const name = `session-${Date.now()}-${(count += 1)}`;
	const started = startedEvent(undefined, name);
	return { store: openAttemptStore(name), record: [started] satisfies AttemptRecord, attempt: name };
}

const open = (
	record: AttemptRecord,
	append: ConstructorParameters<typeof LessonSession>[2]['append'],
	savedUpTo = 0,
) => new LessonSession(plan, record, { append, now: () => 5, savedUpTo });

const respond = (response: string) => ({ type: 'respond', item: 'choice', response: [response] }) as const;

/** A store that refuses until it is told otherwise. */
function refusing(reason: Refusal) {
	const kept: AttemptEvent[] = [];
	let isFree = false;
	return {
		kept,
		free: () => (isFree = true),
		append: async (...events: AttemptEvent[]) => {
			if (!isFree) return { ok: false, reason } as const;
			kept.push(...events);
			return { ok: true, copies: 2 } as const;
		},
	};
}

afterEach(() => vi.restoreAllMocks());

describe('what is said about saving', () => {
	it('is “saved” only after everything was acknowledged', async () => {
		const { store, record } = begin();
		const session = open(record, store.append);
		session.send(respond('a'));
		expect(session.saving).toBe('saving');
		await expect.poll(() => session.saving).toBe('saved');
		expect(toRecord(await store.events())).toEqual(session.events);
	});

	it('is “saved once” where there was room for one copy only', async () => {
		const { record } = begin();
		const session = open(record, async () => ({ ok: true, copies: 1 }));
		await expect.poll(() => session.saving).toBe('saved-once');
	});

	it.each(['blocked', 'full', 'failed'] as const)('is “unsaved” with its reason, “%s”', async (reason) => {
		const { record } = begin();
		const session = open(record, refusing(reason).append);
		await expect.poll(() => [session.saving, session.refusal]).toEqual(['unsaved', reason]);
		session.send(respond('a'));
		expect(session.saving).toBe('unsaved');
	});

	it('is “saved” about a record that the store gave', () => {
		const { record } = begin();
		expect(open(record, refusing('full').append, Infinity).saving).toBe('saved');
	});
});

describe('what could not be saved', () => {
	it('is saved with the next event that can be, everything in order', async () => {
		const { record } = begin();
		const store = refusing('full');
		const session = open(record, store.append);
		await expect.poll(() => session.saving).toBe('unsaved');
		session.send(respond('a'));
		store.free();
		session.send(respond('b'));
		await expect.poll(() => session.saving).toBe('saved');
		expect(store.kept).toEqual(session.events);
	});

	it('is saved when it is tried again', async () => {
		const { record } = begin();
		const store = refusing('full');
		const session = open(record, store.append);
		await expect.poll(() => session.saving).toBe('unsaved');
		store.free();
		session.retry();
		expect(session.saving).toBe('saving');
		await expect.poll(() => session.saving).toBe('saved');
		expect(session.hadTrouble).toBe(true);
	});

	it('stays with the store whole, though the page goes away', async () => {
		const { store, record } = begin();
		vi.spyOn(window, 'indexedDB', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		});
		vi.spyOn(window, 'Worker').mockImplementation(function () {
			throw new DOMException('forbidden', 'SecurityError');
		});
		const session = open(record, store.append);
		session.send(respond('a'));
		session.send(respond('b'));
		await expect.poll(() => session.saving).toBe('unsaved');
		expect(store.hasUnsaved()).toBe(true);
		expect(toRecord(await store.events())).toEqual(session.events);
	});
});

describe('two tabs with one attempt', () => {
	it('lose nothing where both write: what comes second takes the next places', async () => {
		const { store, record } = begin();
		const one = open(record, store.append);
		await expect.poll(() => one.saving).toBe('saved');
		const two = open(record, store.append, Infinity);
		one.send(respond('a'));
		two.send(respond('b'));
		two.send({ type: 'hint', item: 'choice' });
		await expect.poll(() => [one.saving, two.saving]).toEqual(['saved', 'saved']);
		const kept = (await store.events()).filter(({ type }) => type === 'respond');
		expect(kept).toMatchObject([{ response: ['a'] }, { response: ['b'] }]);
	});

	it('show the same where one follows', async () => {
		const { store, record } = begin();
		const follower = open(record, store.append, Infinity);
		const writer = open(record, async (...events) => {
			for (const event of events) expect(follower.receive(event)).toBe(true);
			return { ok: true, copies: 2 };
		});
		writer.send(respond('a'));
		writer.send({ type: 'check', item: 'choice', response: ['b'] });
		await expect.poll(() => writer.saving).toBe('saved');
		expect(progressOf(follower.context, 'choice')).toEqual(progressOf(writer.context, 'choice'));
		expect(follower.events).toEqual(writer.events);
	});

	it('notice where the follower has missed something', () => {
		const { store, record, attempt } = begin();
		const follower = open(record, store.append, Infinity);
		expect(follower.receive({ attempt, seq: 3, ...respond('a'), at: 1 })).toBe(false);
		expect(follower.events).toEqual(record);
	});
});
