/** The dark modules of a QR code as one SVG path, a rectangle for each run in a row. A module is 1 × 1. */
export const qrPath = (modules: readonly (readonly boolean[])[]): string =>
	modules
		.flatMap((row, y) =>
			row.flatMap((isDark, x) => {
				if (!isDark || row[x - 1]) return [];
				const end = row.indexOf(false, x);
				const width = (end < 0 ? row.length : end) - x;
				return [`M${x} ${y}h${width}v1h-${width}z`];
			}),
		)
		.join('');
