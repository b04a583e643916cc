import { cdp } from 'vitest/browser';

export type Spoken = { role: string; name: string };

/** The accessibility tree as Chromium hands it to assistive technology, in order, without text runs. */
export async function accessibilityTree(): Promise<Spoken[]> {
	const { frameTree } = await cdp().send('Page.getFrameTree');
	const frameId = frameTree.childFrames?.[0]?.frame.id;
	const { nodes } = await cdp().send('Accessibility.getFullAXTree', frameId ? { frameId } : {});
	return nodes
		.filter(({ ignored, role }) => !ignored && role?.value !== 'InlineTextBox')
		.map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '').trim() }));
}
