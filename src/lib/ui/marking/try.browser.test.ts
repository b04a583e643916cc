import { expect, it } from 'vitest';
import { page, cdp, userEvent } from 'vitest/browser';
import { virtual } from '@guidepup/virtual-screen-reader';
import { openMarking, tabToText, word, click, said } from '../testing/marking.ts';
import { press } from '../testing/keys.ts';

it('speaks', async () => {
	const marked = await openMarking();
	await virtual.start({ container: document.body });
	for (let i = 0; i < 14; i++) await virtual.next();
	console.log(JSON.stringify(await virtual.spokenPhraseLog(), null, 1));
	await virtual.press('ArrowDown');
	await virtual.press('ArrowRight');
	await virtual.press('ArrowRight');
	await virtual.press('2');
	console.log(JSON.stringify((await virtual.spokenPhraseLog()).slice(14), null, 1), marked(), document.activeElement?.outerHTML);
	await virtual.stop();
	expect(1).toBe(1);
});
it('ax', async () => {
	await openMarking();
	await tabToText(); await press('2'); 
	const tree = await cdp().send('Accessibility.getFullAXTree', {});
	const { frameTree } = await cdp().send('Page.getFrameTree');
	console.log(JSON.stringify(frameTree).slice(0, 500));
	console.log(tree.nodes.length);
	const child = frameTree.childFrames?.[0]?.frame.id;
	if (child) { const t = await cdp().send('Accessibility.getFullAXTree', { frameId: child });
	console.log(t.nodes.filter(n => !n.ignored && n.role?.value !== 'InlineTextBox').map(n => `${n.role?.value} ${n.name?.value} ${JSON.stringify(n.properties?.filter(p=>p.name==='selected').map(p=>p.value.value))}`).join('\n')); }
	expect(1).toBe(1);
});
it('tap', async () => {
	const marked = await openMarking();
	const rect = word('minister').getBoundingClientRect();
	const frame = window.frameElement?.getBoundingClientRect();
	console.log(JSON.stringify(rect), JSON.stringify(frame), innerWidth, innerHeight, window.frameElement?.outerHTML);
	const types: string[] = [];
	for (const t of ['pointerup', 'click', 'touchend']) addEventListener(t, (e) => types.push(t + (e as PointerEvent).pointerType), true);
	const [x, y] = [(frame?.x ?? 0) + rect.x + rect.width / 2, (frame?.y ?? 0) + rect.y + rect.height / 2];
	await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
	await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await expect.poll(() => types.length).toBeGreaterThan(1);
	console.log(types, said());
	await userEvent.dragAndDrop(word('said'), word('planned'));
	console.log(types, said(), getSelection()?.toString());
	expect(marked()).toEqual([]);
});
