import { z } from '../../text/zod.ts';
import { choiceItem } from './choice/schema.ts';
import { matchItem } from './match/schema.ts';

/** The authored form of every interaction. Build-time only: no page loads it. */
export const itemSchemas = [choiceItem, matchItem] as const;

export type Item = z.output<(typeof itemSchemas)[number]>;
