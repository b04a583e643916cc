const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** By character code; 255 where the character isn’t a letter of the alphabet. A thousand hand-ins are ten million letters. */
const values = new Uint8Array(128).fill(255);
for (const [value, sign] of [...alphabet].entries()) values[sign.charCodeAt(0)] = value;

/** Base32 without padding (RFC 4648, section 6): upper-case letters and digits alone, which QR codes hold tightly. */
export function toBase32(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let waiting = 0;
	for (const byte of bytes) {
		waiting = (waiting << 8) | byte;
		for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(waiting >>> (bits - 5)) & 31];
		waiting &= 31;
	}
	return bits > 0 ? text + alphabet[(waiting << (5 - bits)) & 31] : text;
}

/** How many letters a number of bytes takes. */
export const base32Length = (bytes: number): number => Math.ceil((bytes * 8) / 5);

/** Undoes `toBase32`; undefined where a sign is not one of its letters. Bits that fill no byte are left out. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
	const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
	let bits = 0;
	let waiting = 0;
	let at = 0;
	for (let index = 0; index < text.length; index += 1) {
		const value = values[text.charCodeAt(index)] ?? 255;
		if (value === 255) return undefined;
		waiting = ((waiting << 5) | value) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at] = (waiting >>> bits) & 0xff;
		at += 1;
	}
	return bytes;
}
