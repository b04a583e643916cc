import { Collection, importSources, type Notice, type Source } from '$lib/classroom/collection.ts';
import { isProblem } from '$lib/classroom/notices.ts';
import { rememberingJudge } from '$lib/classroom/regrade.ts';
import { unsealerFor, type Unseal } from '$lib/classroom/seal.ts';
import type { Lesson } from '$lib/content/compile-content.ts';
import { openHandedInCodes } from '$lib/storage/handed-in-codes.ts';
import { loadLessons } from '../../lessons.ts';

/** How long the page may be busy before it shows how far it is, in milliseconds. */
const slice = 50;

const shown = () => new Promise((resolve) => setTimeout(resolve));

const isWaiting = (notice: Notice): notice is Notice & { code: string } =>
	isProblem(notice) && notice.code !== undefined;

/** The work of opening what came in: one thing after another, and the page stays alive. */
export class ResultsDesk {
	notices: Notice[] = $state.raw([]);
	progress: { done: number; total: number } | undefined = $state.raw();
	/** Whether the lessons could not be loaded. What came in meanwhile waits. */
	isStuck = $state(false);
	/** Whether the device refused to keep what came in. */
	cannotKeep = $state(false);
	lessons: ReadonlyMap<string, Lesson> | undefined = $state.raw();
	#collection = $state.raw({ of: new Collection() });
	#ids: readonly string[];
	#kept = openHandedInCodes();
	#unseal: Unseal | undefined;
	#judge = rememberingJudge();
	#queue: Promise<void> = Promise.resolve();
	#unread: Source[] = [];

	/** `lessons` are the ids of the site’s. */
	constructor(lessons: readonly string[]) {
		this.#ids = lessons;
	}

	get collection(): Collection {
		return this.#collection.of;
	}

	/** Codes that a key might open. */
	get waiting(): string[] {
		return this.notices.filter(isWaiting).map(({ code }) => code);
	}

	async openKept(): Promise<void> {
		const codes = await this.#kept.all();
		if (codes.length > 0) await this.take([{ name: 'Kept on this device', text: codes.join('\n') }]);
	}

	/** Opens what comes in, after what came before. */
	take(sources: readonly Source[]): Promise<void> {
		this.#queue = this.#queue.then(() => this.#read(sources));
		return this.#queue;
	}

	async open(identity: string): Promise<void> {
		this.#unseal = await unsealerFor(identity);
		const waiting = this.notices.filter(isWaiting);
		this.notices = this.notices.filter((notice) => !isWaiting(notice));
		await this.take(waiting.map(({ source, code }) => ({ name: source, text: code })));
	}

	close(): void {
		this.#unseal = undefined;
	}

	/** Everything that came in, as a text that can be opened again. */
	get backup(): string {
		const codes = [...this.collection.entries.map(({ code }) => code), ...this.waiting];
		return `Crossread: ${codes.length} hand-ins. Open this file on the results page.\n\n${codes.join('\n\n')}\n`;
	}

	/** Resolves with whether nothing is left on the device. */
	async erase(): Promise<boolean> {
		this.#collection = { of: new Collection() };
		this.notices = [];
		return this.#kept.erase();
	}

	async #loadLessons(): Promise<ReadonlyMap<string, Lesson> | undefined> {
		if (this.lessons) return this.lessons;
		const { lessons, missing } = await loadLessons(this.#ids);
		this.isStuck = missing.length > 0;
		if (!this.isStuck) this.lessons = lessons;
		return this.lessons;
	}

	async #read(sources: readonly Source[]): Promise<void> {
		const all = [...this.#unread, ...sources];
		this.#unread = all;
		const lessons = all.length > 0 ? await this.#loadLessons() : undefined;
		if (!lessons) return;
		this.#unread = [];
		const notices: Notice[] = [];
		const desk = {
			unseal: this.#unseal,
			lessons,
			judge: this.#judge,
			collection: this.collection,
		};
		let last = performance.now();
		for await (const { notice, done, total } of importSources(all, desk)) {
			notices.push(notice);
			if (performance.now() - last < slice) continue;
			this.progress = { done, total };
			await shown();
			last = performance.now();
		}
		this.progress = undefined;
		this.notices = [...this.notices, ...notices];
		this.#collection = { of: this.collection };
		await this.#keep(notices);
	}

	/** What is sealed stays sealed on the device, also what only another key opens; what came open is not kept. */
	async #keep(notices: readonly Notice[]): Promise<void> {
		const codes = notices.flatMap((notice) => {
			if (isProblem(notice)) return notice.code ?? [];
			return notice.entry.isSealed && notice.standing !== 'same' ? notice.entry.code : [];
		});
		if (codes.length > 0) this.cannotKeep = !(await this.#kept.keep(codes));
	}
}
