export type Cell = string | number | undefined;

/** What stands before a formula without being seen: white space, control and format characters such as U+FEFF. */
const unseen = /^[\s\p{Cc}\p{Cf}\p{Z}]+/u;

/** Signs that make a spreadsheet take a cell for a formula, full-width ones too. */
const formulaSign = /^[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u;

/** A text that a spreadsheet shows and never runs: one that could be a formula gets an apostrophe (OWASP, “CSV injection”). */
const disarm = (text: string): string =>
	formulaSign.test(text.replace(unseen, '')) || /^[\t\r\n]/.test(text) ? `'${text}` : text;

function formatCell(cell: Cell): string {
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	const text = disarm(cell ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as a file for spreadsheets (RFC 4180: commas, CRLF), with a byte order mark, without which Excel misreads letters
 * outside ASCII. Texts that start like a formula get an apostrophe; numbers stay numbers.
 */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`;
