/** Encryption to a teacher’s public key with age (age-encryption.org/v1). The package is loaded when it is needed. */
type Bytes = Uint8Array<ArrayBuffer>;

export type Unsealed = { ok: true; bytes: Bytes } | { ok: false; fault: 'wrong-key' | 'damaged' };

const loadAge = () => import('age-encryption');

/** @throws where `recipient` is not an age public key: assignments hold none but checked ones. */
export async function seal(bytes: Uint8Array, recipient: string): Promise<Uint8Array> {
	const { Encrypter } = await loadAge();
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return encrypter.encrypt(bytes);
}

export type Unseal = (sealed: Uint8Array) => Promise<Unsealed>;

/** A reader of what was sealed to `identity`, an age secret key. */
export async function unsealerFor(identity: string): Promise<Unseal> {
	const { Decrypter } = await loadAge();
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	return async (sealed) => {
		try {
			return { ok: true, bytes: new Uint8Array(await decrypter.decrypt(sealed)) };
		} catch (error) {
			const isForAnother = error instanceof Error && error.message.includes('no identity matched');
			return { ok: false, fault: isForAnother ? 'wrong-key' : 'damaged' };
		}
	};
}
