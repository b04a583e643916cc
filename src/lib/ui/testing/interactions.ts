import { render } from 'vitest-browser-svelte';
import { interactionOf } from '../../engine/interactions/registry.ts';
import type { Item } from '../../engine/interactions/schemas.ts';
import type { FindingFeedback } from '../../engine/lesson-result.ts';
import InteractionPage from './InteractionPage.svelte';
import { account } from './readings.ts';

/** What the engine says to a response. */
function findingsOn(item: Item, response: unknown): FindingFeedback[] {
	const interaction = interactionOf(item);
	const outcome = interaction.score(response, item);
	if (outcome.type === 'invalid') throw new TypeError(`This response cannot be scored: ${outcome.code}`);
	return outcome.findings.map((finding) => ({ ...finding, ...interaction.feedback(finding, item) }));
}

const reversed = <T>(parts: readonly T[]): T[] => [...parts].reverse();

type Shown = { responses: unknown[]; ticks: (readonly string[])[]; container: HTMLElement };

async function show(
	item: Item,
	state: {
		order?: typeof reversed;
		response?: unknown;
		isLocked: boolean;
		isClosed: boolean;
		findings: FindingFeedback[];
	},
): Promise<Shown> {
	const responses: unknown[] = [];
	const ticks: (readonly string[])[] = [];
	const { container } = await render(InteractionPage, {
		item,
		readings: [account, { ...account, slug: 'other', title: 'Another account' }],
		order: reversed,
		response: undefined,
		ticks: [],
		onrespond: (response: unknown) => responses.push(response),
		onassess: (ticked: string[]) => ticks.push(ticked),
		...state,
	});
	return { responses, ticks, container };
}

/** Shows an item to be answered, its parts in reverse unless said otherwise. `responses` fills with what is answered. */
export const answer = (item: Item, response?: unknown, order = reversed): Promise<Shown> =>
	show(item, { order, response, isLocked: false, isClosed: false, findings: [] });

/** Shows what is said to a checked response while another try is open. */
export const afterTry = (item: Item, response: unknown): Promise<Shown> =>
	show(item, { response, isLocked: true, isClosed: false, findings: findingsOn(item, response) });

/** Shows what is said to a response when everything may be said. */
export const afterClosing = (item: Item, response: unknown): Promise<Shown> =>
	show(item, { response, isLocked: true, isClosed: true, findings: findingsOn(item, response) });

/** Closed without an answer of the learner's: the solution was asked for. */
export const afterGivingUp = (item: Item): Promise<Shown> =>
	show(item, { isLocked: true, isClosed: true, findings: [] });
