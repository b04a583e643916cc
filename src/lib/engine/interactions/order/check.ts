import { repeatedIds, type ItemProblem } from '../item-check.ts';
import type { OrderItem } from './schema.ts';

export const checkOrder = (item: OrderItem): ItemProblem[] => repeatedIds('links', item.links);
