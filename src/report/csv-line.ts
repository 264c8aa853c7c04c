/** What spreadsheets take for the beginning of a formula, in half and in full width; a dash by itself is none. */
const FORMULA = /^\s*(?:[=+@＝＋＠]|[-－](?=.)|[\t\r])/u;

const NUMBER = /^[-+]?\d+(?:\.\d+)?[%％]?$/;

/** Whether a spreadsheet would run a text instead of showing it. */
export const isFormula = (text: string): boolean => FORMULA.test(text) && !NUMBER.test(text);

/** A text that a spreadsheet shows: a formula with an apostrophe before it. */
export const harmless = (text: string): string => (isFormula(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of a CSV file (RFC 4180); formulas are made harmless. */
export const csvLine = (values: readonly string[]): string =>
  `${values.map((value) => quoted(harmless(value))).join(',')}\r\n`;

/** The mark by which spreadsheets recognise UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
