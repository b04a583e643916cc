import { choice } from './choice/choice.ts';
import type { AnyInteraction } from './interaction.ts';
import { match } from './match/match.ts';
import type { Item } from './schemas.ts';

/** In nearly every lesson, and so at hand from the start. */
const atHand = new Map<string, AnyInteraction>([
	['choice', choice],
	['match', match],
]);

const loaders = new Map<string, () => Promise<AnyInteraction>>([
	['associate', async () => (await import('./associate/associate.ts')).associate],
	['extended-text', async () => (await import('./extended-text/extended-text.ts')).extendedText],
	['inline-choice', async () => (await import('./inline-choice/inline-choice.ts')).inlineChoice],
	['mark', async () => (await import('./mark/mark.ts')).mark],
	['order', async () => (await import('./order/order.ts')).order],
]);

/**
 * Loads the interactions of these types, all where none are named; other steps need nothing. A page awaits those of its
 * lesson before it opens it.
 * @throws whatever the loading of a script throws, when one can’t be had.
 */
export async function loadInteractions(types: Iterable<string> = loaders.keys()): Promise<void> {
	await Promise.all(
		[...types].map(async (type) => {
			const load = loaders.get(type);
			if (load && !atHand.has(type)) atHand.set(type, await load());
		}),
	);
}

/** @throws Error where the item’s interaction has not been loaded: a programmer’s error. */
export function interactionOf({ id, type }: Item): AnyInteraction {
	const interaction = atHand.get(type);
	if (!interaction) throw new Error(`“${id}” needs the interaction “${type}”: call loadInteractions first`);
	return interaction;
}
