const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

/** CRC-32/ISO-HDLC, as in zip and PNG, in eight lower-case hexadecimal digits. */
export function crc32(bytes: Uint8Array): string {
	let rest = 0xffffffff;
	for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0);
	return (~rest >>> 0).toString(16).padStart(8, '0');
}
