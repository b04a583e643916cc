import { openKeyStore } from '$lib/storage/kept-key.ts';

/** The one place where pages meet the teacher’s key on this device. */
export const keys = openKeyStore();
