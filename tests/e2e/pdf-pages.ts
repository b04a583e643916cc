/** The sizes of a PDF's pages, in millimetres, rounded. Chromium writes page objects uncompressed. */
export const pdfPages = (pdf: Buffer): { width: number; height: number }[] =>
	[...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)[^]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
		([, width, height]) => ({ width: toMillimetres(width), height: toMillimetres(height) }),
	);

const toMillimetres = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);

export const a4 = { width: 210, height: 297 };
export const letter = { width: 216, height: 279 };
