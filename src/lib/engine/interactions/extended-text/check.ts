import { repeatedIds, type ItemProblem } from '../item-check.ts';
import type { ExtendedTextItem } from './schema.ts';

export const checkExtendedText = (item: ExtendedTextItem): ItemProblem[] =>
	repeatedIds('rubric', item.rubric);
