/**
 * A teacher’s key pair and its file. The pair is an age X25519 identity and recipient; the file is what `age -p` makes of
 * an age identity file, so that the age program opens it too. The package is loaded when it is needed.
 */

export type TeacherKey = {
	/** The secret key: opens what learners hand in. */
	identity: string;
	/** The public key: goes into assignments. */
	recipient: string;
};

export type KeyFault = 'not-a-key' | 'handed-in' | 'damaged' | 'too-heavy' | 'wrong-passphrase';

export type KeyReading = { ok: true; key: TeacherKey } | { ok: false; fault: KeyFault };

export const keyFaultMessages: Record<KeyFault, string> = {
	'not-a-key': 'This file is not a Crossread key file. Its name starts with “crossread-key”.',
	'handed-in': 'This is work that a learner handed in, not your key file.',
	damaged: 'This key file is damaged or incomplete. Use another copy of it.',
	'too-heavy': 'This key file would take too long to open here. It was not made by Crossread.',
	'wrong-passphrase': 'The passphrase does not fit this key file. Look at capitals and spaces.',
};

/** In characters. */
export const minPassphraseLength = 10;

/** The base-2 logarithm of scrypt’s N: 64 MiB of memory. A slow Chromebook needs a second or two. */
const workFactor = 16;

/** What the age program uses, 256 MiB. A file that asks for more is refused before it is tried. */
const maxWorkFactor = 18;

/** In bytes; a key file has about 600. */
const maxFileSize = 10_000;

const loadAge = () => import('age-encryption');

/** Makes a key pair from the browser’s randomness. */
export async function makeKey(): Promise<TeacherKey> {
	const { generateX25519Identity, identityToRecipient } = await loadAge();
	const identity = await generateX25519Identity();
	return { identity, recipient: await identityToRecipient(identity) };
}

/** The key file as text, locked with a passphrase. Takes a moment, on purpose. */
export async function lockKey(
	{ identity, recipient }: TeacherKey,
	passphrase: string,
	logN = workFactor,
): Promise<string> {
	const { armor, Encrypter } = await loadAge();
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase.normalize());
	encrypter.setScryptWorkFactor(logN);
	const text = `# A Crossread teacher’s key\n# public key: ${recipient}\n${identity}\n`;
	return armor.encode(await encrypter.encrypt(text));
}

/** What a teacher tells keys apart by. */
export const keyNameOf = (recipient: string): string => recipient.slice(-4);

export const keyFileNameOf = (recipient: string): string => `crossread-key-${keyNameOf(recipient)}.txt`;

const begin = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Why a file that age can read is not a locked key. */
function faultOf(file: Uint8Array): KeyFault | undefined {
	const [, recipient = ''] = new TextDecoder('latin1').decode(file.subarray(0, 1_000)).split('\n');
	if (recipient.startsWith('-> X25519 ')) return 'handed-in';
	const factor = /^-> scrypt \S+ ([1-9]\d?)$/.exec(recipient)?.[1];
	if (factor === undefined) return 'not-a-key';
	return Number(factor) > maxWorkFactor ? 'too-heavy' : undefined;
}

/** Opens an untrusted key file. Takes a moment, as locking does. */
export async function unlockKey(text: string, passphrase: string): Promise<KeyReading> {
	const fail = (fault: KeyFault): KeyReading => ({ ok: false, fault });
	if (text.length > maxFileSize || !text.trimStart().startsWith(begin)) return fail('not-a-key');
	const { armor, Decrypter, identityToRecipient } = await loadAge();
	try {
		const file = armor.decode(text);
		const fault = faultOf(file);
		if (fault) return fail(fault);
		const decrypter = new Decrypter();
		decrypter.addPassphrase(passphrase.normalize());
		const opened = await decrypter.decrypt(file, 'text');
		const identity = opened.split(/\r?\n/).find((line) => /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(line));
		if (!identity) return fail('not-a-key');
		return { ok: true, key: { identity, recipient: await identityToRecipient(identity) } };
	} catch (error) {
		const isRefused = error instanceof Error && error.message.includes('no identity matched');
		return fail(isRefused ? 'wrong-passphrase' : 'damaged');
	}
}
