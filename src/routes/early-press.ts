declare global {
	interface Window {
		/** Set by the script in app.html. */
		pressedEarly?: HTMLButtonElement;
	}
}

/** Presses the button that was pressed last before the page had come to life, if it is still there. Call it when it has. */
export function pressEarly(): void {
	document.documentElement.dataset['alive'] = '';
	if (window.pressedEarly?.isConnected) window.pressedEarly.click();
	delete window.pressedEarly;
}
