/** How two claims relate, in the order in which they are offered. */
export const relations = ['same', 'compatible', 'update', 'framing', 'contradicts', 'cant-tell'] as const;

/** What two claims clash in. */
export const clashTypes = ['number', 'time', 'who', 'quotation', 'word', 'negation'] as const;

export type Relation = (typeof relations)[number];
export type ClashType = (typeof clashTypes)[number];
