import { getContext, setContext } from 'svelte';

export type Term = { id: string; term: string; meaning: string };

const key = Symbol('glossary');

/** Makes the words that a page explains known to every text on it. */
export const setGlossary = (terms: readonly Term[]): void => {
	setContext(key, new Map(terms.map((term) => [term.id, term])));
};

export const getGlossary = (): ReadonlyMap<string, Term> =>
	getContext<Map<string, Term> | undefined>(key) ?? new Map();
