import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeSeat, type Role, type Seat } from './writer.ts';

let count = 0;
const seats: Seat[] = [];

/** A tab that takes part in an attempt, and the roles that it has had. */
function join(attempt: string): { seat: Seat; roles: Role[] } {
	const roles: Role[] = [];
	const seat = takeSeat(attempt, (role) => roles.push(role));
	seats.push(seat);
	return { seat, roles };
}

const newAttempt = () => `attempt-${Date.now()}-${(count += 1)}`;

afterEach(() => {
	vi.restoreAllMocks();
	for (const seat of seats.splice(0)) seat.leave();
});

describe('an attempt', () => {
	it('is written by the tab that comes first; others follow', async () => {
		const attempt = newAttempt();
		const first = join(attempt);
		await expect.poll(() => first.roles).toEqual(['writing']);
		const others = [join(attempt), join(attempt)];
		for (const { roles } of others) await expect.poll(() => roles).toEqual(['following']);
		expect(first.roles).toEqual(['writing']);
	});

	it('goes to one of the followers when its writer leaves', async () => {
		const attempt = newAttempt();
		const first = join(attempt);
		await expect.poll(() => first.roles).toEqual(['writing']);
		const others = [join(attempt), join(attempt)];
		for (const { roles } of others) await expect.poll(() => roles).toEqual(['following']);
		first.seat.leave();
		const writers = () => others.filter(({ roles }) => roles.at(-1) === 'writing').length;
		await expect.poll(writers).toBe(1);
		expect(first.roles).toEqual(['writing']);
	});

	it('goes to the tab that takes over, and back again', async () => {
		const attempt = newAttempt();
		const one = join(attempt);
		await expect.poll(() => one.roles).toEqual(['writing']);
		const two = join(attempt);
		await expect.poll(() => two.roles).toEqual(['following']);
		two.seat.takeOver();
		await expect.poll(() => [one.roles.at(-1), two.roles.at(-1)]).toEqual(['following', 'writing']);
		one.seat.takeOver();
		await expect.poll(() => [one.roles.at(-1), two.roles.at(-1)]).toEqual(['writing', 'following']);
	});

	it('is free again after a tab left before it knew its part', async () => {
		const attempt = newAttempt();
		const gone = join(attempt);
		gone.seat.leave();
		const next = join(attempt);
		await expect.poll(() => next.roles.at(-1)).toBe('writing');
		expect(gone.roles).toEqual([]);
	});

	it('does not stand in the way of another attempt', async () => {
		const [one, two] = [join(newAttempt()), join(newAttempt())];
		await expect.poll(() => [one.roles, two.roles]).toEqual([['writing'], ['writing']]);
	});
});

describe('without Web Locks', () => {
	it('every tab writes', async () => {
		vi.spyOn(navigator, 'locks', 'get').mockImplementation(() => {
			throw new DOMException('forbidden', 'SecurityError');
		});
		const attempt = newAttempt();
		const tabs = [join(attempt), join(attempt)];
		for (const { roles } of tabs) await expect.poll(() => roles).toEqual(['writing']);
	});

	it('that never answer, every tab writes after a while', async () => {
		vi.spyOn(LockManager.prototype, 'request').mockReturnValue(new Promise(() => {}));
		const { roles } = join(newAttempt());
		await expect.poll(() => roles, { timeout: 5_000 }).toEqual(['writing']);
	});
});
