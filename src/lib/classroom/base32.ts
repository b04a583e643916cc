const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const values = new Map([...alphabet].map((sign, value) => [sign, value]));

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
	for (const sign of text) {
		const value = values.get(sign);
		if (value === undefined) return undefined;
		waiting = ((waiting << 5) | value) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at] = (waiting >>> bits) & 0xff;
		at += 1;
	}
	return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/** CRC-32 as in PNG and ZIP (ISO-HDLC): finds every change of up to three bits, and any in 32 neighbouring ones. */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
	return (crc ^ 0xffffffff) >>> 0;
}
