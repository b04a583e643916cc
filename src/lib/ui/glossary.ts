import { getContext, setContext } from 'svelte';

export type Term = { id: string; term: string; meaning: string };

const key = Symbol('glossary');

/** Says which words the page explains. Their meanings stand in its `Glossary`. */
export const setGlossary = (terms: readonly Term[]): void => {
	setContext(key, new Set(terms.map(({ id }) => id)));
};

export const getGlossary = (): ReadonlySet<string> => getContext<Set<string> | undefined>(key) ?? new Set();

export const meaningId = (term: string): string => `meaning-${term}`;
