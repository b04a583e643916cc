import { pushState } from '$app/navigation';
import { page } from '$app/state';

/** On a phone the account lies over the question: as an entry of the history, so that “back” closes it. */
export function openReading(isOpen: boolean): void {
	if (isOpen) pushState('', { reading: true });
	else if (page.state.reading) history.back();
}
