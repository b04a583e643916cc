import { describe, expect, it } from 'vitest';
import { armor, Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { keyFileNameOf, lockKey, makeKey, unlockKey } from './keys.ts';

/** From the age test kit (C2SP/CCTV, age). */
const identity = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

const passphrase = 'four plain words here';

/** Quick to make and open; only its strength differs from the usual one. */
const quick = 5;

const locked = await lockKey({ identity, recipient }, passphrase, quick);

const lockedText = async (text: string, logN = quick) => {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	encrypter.setScryptWorkFactor(logN);
	return armor.encode(await encrypter.encrypt(text));
};

const handedIn = async () => {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return armor.encode(await encrypter.encrypt('answers'));
};

const faultOf = async (text: string, words = passphrase) => {
	const reading = await unlockKey(text, words);
	return reading.ok ? undefined : reading.fault;
};

describe('a teacher’s key', () => {
	it('is a pair that fits: what is sealed to the public key, the secret key opens', async () => {
		const key = await makeKey();
		expect(await identityToRecipient(key.identity)).toBe(key.recipient);
		expect(key.recipient).toMatch(/^age1[02-9ac-hj-np-z]{58}$/);
		const encrypter = new Encrypter();
		encrypter.addRecipient(key.recipient);
		const decrypter = new Decrypter();
		decrypter.addIdentity(key.identity);
		expect(await decrypter.decrypt(await encrypter.encrypt('answers'), 'text')).toBe('answers');
	});

	it('is another one each time', async () => {
		expect((await makeKey()).identity).not.toBe((await makeKey()).identity);
	});

	it('comes back from its file with the passphrase', async () => {
		expect(await unlockKey(locked, passphrase)).toEqual({ ok: true, key: { identity, recipient } });
	});

	it('comes back from a file that was sent about: other line ends, spaces around it', async () => {
		expect(await faultOf(`\n  ${locked.replaceAll('\n', '\r\n')}\n`)).toBeUndefined();
	});

	it('takes an accented passphrase however the keyboard writes it', async () => {
		const composed = await lockKey({ identity, recipient }, 'caf\u00e9 im Gr\u00fcnen', quick);
		expect(await faultOf(composed, 'cafe\u0301 im Gru\u0308nen')).toBeUndefined();
	});

	it('is a file that the age program opens: an identity file locked with a passphrase', async () => {
		const decrypter = new Decrypter();
		decrypter.addPassphrase(passphrase);
		const text = await decrypter.decrypt(armor.decode(locked), 'text');
		expect(text).toContain(`\n# public key: ${recipient}\n${identity}\n`);
	});

	it('never stands readable in its file', () => {
		expect(atob(locked.split('\n').slice(1, -2).join(''))).not.toContain('SECRET');
	});

	it('is locked with 64 MiB of work', async () => {
		const file = new TextDecoder('latin1').decode(
			armor.decode(await lockKey({ identity, recipient }, passphrase)),
		);
		expect(file).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 16\n/);
	});

	it('has a file name that tells it apart', () => {
		expect(keyFileNameOf(recipient)).toBe('crossread-key-ujwj.txt');
	});

	it.each<[string, () => string | Promise<string>, string]>([
		['nothing', () => '', 'not-a-key'],
		['another text', () => 'Dear colleagues', 'not-a-key'],
		['an open secret key', () => identity, 'not-a-key'],
		['a locked file of something else', () => lockedText('a shopping list'), 'not-a-key'],
		['a locked file too large for a key', () => lockedText('x'.repeat(20_000)), 'not-a-key'],
		['work that a learner handed in', handedIn, 'handed-in'],
		['half a file', () => locked.slice(0, locked.length / 2), 'damaged'],
		['a changed letter in the header', () => locked.replace('YWdl', 'YWdm'), 'damaged'],
		[
			'a changed letter in the locked part',
			() => locked.replace(/(.)(\n-----END)/, (_, sign, end) => (sign === 'A' ? 'Q' : 'A') + end),
			'damaged',
		],
	])('is not found in %s', async (_, text, fault) => {
		expect(await faultOf(await text())).toBe(fault);
	});

	it('does not open with another passphrase', async () => {
		expect(await faultOf(locked, 'four plain words There')).toBe('wrong-passphrase');
	});

	it('is not tried where the file asks for more work than a school computer can do', async () => {
		const heavy = armor.encode(
			new TextEncoder().encode(
				`age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ 20\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(40)}`,
			),
		);
		expect(await faultOf(heavy)).toBe('too-heavy');
	});
});
