import type { StoreFailure } from './attempt-store.ts';

const causes = new Map<string, StoreFailure>([
	['QuotaExceededError', 'full'],
	['SecurityError', 'blocked'],
	['NotAllowedError', 'blocked'],
	['InvalidStateError', 'blocked'],
	// Missing in this browser, or on a page without https.
	['TypeError', 'blocked'],
]);

export const failureOf = (error: unknown): StoreFailure =>
	(error instanceof Error && causes.get(error.name)) || 'failed';
