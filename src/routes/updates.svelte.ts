import { dev, version } from '$app/environment';
import { asset } from '$app/paths';
import { updated } from '$app/state';
import { ownScript } from '$lib/storage/own-script.ts';
import type { WorkerMessage } from '../worker-message.ts';

/** How often a page that stays open asks for a newer version, in milliseconds. */
const interval = 15 * 60_000;

/** Undefined where the browser has no service workers, or forbids them. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
	try {
		return navigator.serviceWorker;
	} catch {
		return undefined;
	}
}

/** What this page knows of the service worker and of newer versions of the site. */
class Updates {
	#registration: ServiceWorkerRegistration | undefined = $state.raw();
	#isWaiting = $state(false);
	#isTakenOver = $state(false);
	/** Everything is on the device. */
	worksOffline = $state(false);

	/** A newer version can be had at once. */
	get isReady(): boolean {
		return this.#registration ? this.#isWaiting : updated.current;
	}

	/** This page is of an earlier version than the next one will be: that one must be loaded whole. */
	get isOutdated(): boolean {
		return this.#isTakenOver || (!this.#registration && updated.current);
	}

	start(): void {
		if (dev) return;
		if (document.readyState === 'complete') void this.#register();
		else addEventListener('load', () => void this.#register(), { once: true });
		setInterval(() => void this.#check(), interval);
	}

	/** Loads the newer version in this tab. Other tabs go on as they are, and load it with their next page. */
	apply(): void {
		const waiting = this.#registration?.waiting;
		if (!waiting) return location.reload();
		serviceWorkers()?.addEventListener('controllerchange', () => location.reload(), { once: true });
		waiting.postMessage({ type: 'take-over' } satisfies WorkerMessage);
	}

	async #register(): Promise<void> {
		const container = serviceWorkers();
		if (!container) return;
		let isControlled = container.controller !== null;
		container.addEventListener('controllerchange', () => {
			// On a first visit the worker takes over from nobody.
			this.#isTakenOver ||= isControlled;
			isControlled = true;
			this.#look();
		});
		try {
			const registration = await container.register(ownScript(asset('/service-worker.js')));
			registration.active?.postMessage({ type: 'started', version } satisfies WorkerMessage);
			registration.addEventListener('updatefound', () => this.#follow(registration.installing));
			this.#registration = registration;
			this.#follow(registration.installing);
			this.#look();
		} catch {
			// Forbidden, or no secure connection: then the site is used online, as any other.
		}
	}

	#follow(worker: ServiceWorker | null): void {
		worker?.addEventListener('statechange', () => this.#look());
	}

	#look(): void {
		const { active, waiting } = this.#registration ?? {};
		this.worksOffline = Boolean(active);
		this.#isWaiting = Boolean(active && waiting);
	}

	async #check(): Promise<void> {
		try {
			await (this.#registration ? this.#registration.update() : updated.check());
		} catch {
			// No connection: the next time will do.
		}
	}
}

export const updates = new Updates();
