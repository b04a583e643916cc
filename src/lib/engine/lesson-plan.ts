import type { Item } from './interactions/schemas.ts';

/** What the engine needs of a lesson. Explanations are read, items are answered. */
export type LessonPlan = { id: string; hash: string; steps: (Item | { type: 'explanation'; id: string })[] };

/** The place after the last step. */
export const summaryStep = 'summary';

export const isItem = (step: LessonPlan['steps'][number]): step is Item => step.type !== 'explanation';

export const itemsOf = (plan: LessonPlan): Item[] => plan.steps.filter(isItem);
