import { afterEach, describe, expect, it, vi } from 'vitest';
import { startedEvent } from '../engine/testing.ts';
import { openTabs, type TabMessage } from './tabs.ts';

const ends: (() => void)[] = [];

function hearing(name: string): TabMessage[] {
	const heard: TabMessage[] = [];
	ends.push(openTabs(name).listen((message) => heard.push(message)));
	return heard;
}

afterEach(() => {
	vi.restoreAllMocks();
	for (const end of ends.splice(0)) end();
});

describe('tabs', () => {
	it('hear what another tab tells, in its order, and not themselves', async () => {
		const heard = hearing('test-order');
		const speaker = openTabs('test-order');
		const echo: TabMessage[] = [];
		ends.push(speaker.listen((message) => echo.push(message)));
		speaker.tell({ type: 'kept', event: startedEvent() });
		speaker.tell({ type: 'erased' });
		await expect.poll(() => heard).toEqual([{ type: 'kept', event: startedEvent() }, { type: 'erased' }]);
		expect(echo).toEqual([]);
	});

	it('pass over what another version of the site may say', async () => {
		const heard = hearing('test-foreign');
		const channel = new BroadcastChannel('test-foreign');
		for (const message of [null, 'erased', {}, { type: 'sung' }, { type: 'kept', event: { seq: -1 } }])
			channel.postMessage(message);
		channel.postMessage({ type: 'erased' });
		await expect.poll(() => heard).toEqual([{ type: 'erased' }]);
		channel.close();
	});

	it('do without where the browser has no channels', () => {
		vi.spyOn(window, 'BroadcastChannel').mockImplementation(function () {
			throw new DOMException('forbidden', 'SecurityError');
		});
		const tabs = openTabs('test-none');
		tabs.tell({ type: 'erased' });
		expect(tabs.listen(() => undefined)()).toBeUndefined();
	});
});
