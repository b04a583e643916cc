/** What Chromium browsers send when a site can be installed. */
type InstallOffer = Event & { prompt: () => Promise<unknown> };

const isOffer = (event: Event): event is InstallOffer => 'prompt' in event;

/** Whether the site runs, or can be made to run, as an app of its own. */
class Installing {
	#offer: InstallOffer | undefined = $state.raw();
	isInstalled = $state(false);

	get isOffered(): boolean {
		return this.#offer !== undefined;
	}

	start(): void {
		this.isInstalled = matchMedia('(display-mode: standalone)').matches;
		addEventListener('beforeinstallprompt', (event) => {
			// Else some browsers lay a banner over the page.
			event.preventDefault();
			if (isOffer(event)) this.#offer = event;
		});
		addEventListener('appinstalled', () => (this.isInstalled = true));
	}

	/** Lets the browser ask whether to install. An offer can be taken up once. */
	install(): void {
		void this.#offer?.prompt();
		this.#offer = undefined;
	}
}

export const installing = new Installing();
