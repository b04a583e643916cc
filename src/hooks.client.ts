import type { HandleClientError } from '@sveltejs/kit';

/** An address that isn't there is no fault of the page: it shows what it has to say and reports nothing. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status !== 404) console.error(error);
	return { message };
};
