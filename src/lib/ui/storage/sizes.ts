const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size in words, with at most two digits that count: “14 kB”, “2.1 MB”. */
export function sizeInWords(bytes: number): string {
	let size = bytes;
	let unit = 0;
	while (size >= 999.5 && unit < units.length - 1) {
		size /= 1000;
		unit += 1;
	}
	const shown = unit > 0 && size < 9.95 ? Math.round(size * 10) / 10 : Math.round(size);
	return `${shown} ${units[unit]}`;
}
