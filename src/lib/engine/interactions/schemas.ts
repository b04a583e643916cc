import { z } from '../../text/zod';
import { choiceItem } from './choice/schema';
import { matchItem } from './match/schema';

/** The authored form of every interaction. Build-time only: no page loads it. */
export const itemSchemas = [choiceItem, matchItem] as const;

export type Item = z.output<(typeof itemSchemas)[number]>;
