import { getContext, setContext } from 'svelte';

const key = Symbol('reading settings');

/** Says how a page below opens the reading settings. */
export const setOpenSettings = (open: () => void): void => void setContext(key, open);

export const getOpenSettings = (): (() => void) | undefined => getContext<(() => void) | undefined>(key);
