import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHandedInCodes } from './handed-in-codes.ts';

const name = 'crossread-handed-in-test';
const codes = openHandedInCodes(name);

afterEach(async () => {
	vi.restoreAllMocks();
	await codes.erase();
});

describe('the codes that were handed in', () => {
	it('are kept, each once, and outlive the page', async () => {
		expect(await codes.keep(['CROSSREAD:A', 'CROSSREAD:B'])).toBe(true);
		expect(await codes.keep(['CROSSREAD:B', 'CROSSREAD:C'])).toBe(true);
		expect((await openHandedInCodes(name).all()).sort()).toEqual([
			'CROSSREAD:A',
			'CROSSREAD:B',
			'CROSSREAD:C',
		]);
	});

	it('are gone after erasing', async () => {
		await codes.keep(['CROSSREAD:A']);
		expect(await codes.erase()).toBe(true);
		expect(await codes.all()).toEqual([]);
	});

	it('are not kept, and it is said, where the browser forbids storage', async () => {
		vi.spyOn(window, 'indexedDB', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		});
		expect(await codes.keep(['CROSSREAD:A'])).toBe(false);
		expect(await codes.all()).toEqual([]);
		expect(await codes.erase()).toBe(false);
	});
});
