import { cdp } from 'vitest/browser';

export type Spoken = { role: string; name: string; description: string };

/**
 * The accessibility tree as Chromium hands it to assistive technology, in order. Locators compute names of their own, and
 * read the empty alternative of generated content (`'✓ ' / ''`) as text.
 */
export async function accessibilityTree(): Promise<Spoken[]> {
	const { frameTree } = await cdp().send('Page.getFrameTree');
	const frameId = frameTree.childFrames?.[0]?.frame.id;
	const { nodes } = await cdp().send('Accessibility.getFullAXTree', frameId ? { frameId } : {});
	const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
	return nodes
		.filter(({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox')
		.map(({ role, name, description }) => ({
			role: text(role?.value),
			name: text(name?.value),
			description: text(description?.value),
		}));
}

/** What is said of an element after its name. */
export async function descriptionOf(role: string, name: string): Promise<string | undefined> {
	const found = (await accessibilityTree()).find((node) => node.role === role && node.name === name);
	return found?.description;
}
