import type { Component } from 'svelte';
import type { Item } from '../../engine/interactions/schemas.ts';
import type { InteractionView } from './interaction-view.ts';

type ItemOf<T extends Item['type']> = Extract<Item, { type: T }>;

/** Choice and match are in every lesson and come with the player; the others come with the lesson that uses them. */
type LazyType = Exclude<Item['type'], 'choice' | 'match'>;

export type LazyItem = ItemOf<LazyType>;

const loaders: { [T in LazyType]: () => Promise<{ default: Component<InteractionView<ItemOf<T>>> }> } = {
	mark: () => import('./Mark.svelte'),
	associate: () => import('./Associate.svelte'),
	order: () => import('./Order.svelte'),
	'inline-choice': () => import('./InlineChoice.svelte'),
	'extended-text': () => import('./ExtendedText.svelte'),
};

const isLazy = (type: string): type is LazyType => Object.hasOwn(loaders, type);

/** The view of an item's interaction. Rejects where its code cannot be loaded. */
export async function loadView(item: LazyItem): Promise<Component<InteractionView<LazyItem>>> {
	const { default: view } = await loaders[item.type]();
	// The table above pairs every type with the view of its own items.
	return view as Component<InteractionView<LazyItem>>;
}

/** What stands at the end of every lesson, and isn't needed before. */
export const loadSummary = () => import('../lesson/SummaryView.svelte');

/**
 * Loads the code of the result and of all interactions in these steps ahead of their turn. A lesson then doesn't depend
 * on the connection any more, nor on the host still having files of this version. What fails here is loaded again when
 * it is needed.
 */
export async function preloadViews(steps: readonly { type: string }[]): Promise<void> {
	const types = new Set(steps.map(({ type }) => type).filter(isLazy));
	await Promise.allSettled([loadSummary(), ...[...types].map((type) => loaders[type]())]);
}
