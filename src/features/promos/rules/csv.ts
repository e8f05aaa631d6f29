/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const tame = (cell: string): string => (/^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a file that a French spreadsheet opens as it is: semicolons, a byte order mark, Windows line ends. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(tame(cell))).join(';')).join('\r\n')}\r\n`;
