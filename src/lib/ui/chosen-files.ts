import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Takes the files that somebody chooses in a field, also those chosen before the page had come to life, and empties it,
 * so that the same file can be chosen again.
 */
export const chosenFiles =
	(ontake: (files: File[]) => void): Attachment<HTMLInputElement> =>
	(input) => {
		const take = () => {
			const files = [...(input.files ?? [])];
			input.value = '';
			if (files.length > 0) ontake(files);
		};
		untrack(take);
		input.addEventListener('change', take);
		return () => input.removeEventListener('change', take);
	};
