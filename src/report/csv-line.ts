/** What nobody sees at the beginning of a text: spreadsheets and those who clean data drop it. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

/**
 * What spreadsheets take for the beginning of a formula, in every form that is made plain on the way: half and full width, small, raised
 * and lowered, the sign of mathematics. A dash by itself is none.
 */
const FORMULA = /^(?:[=+@＝＋＠﹦﹢﹫⁼⁺₌₊]|[-－﹣−⁻₋](?=.))/su;

/** Tab and line feed begin a new cell for some. */
const CONTROL = /^\s*[\t\r]/;

const NUMBER = /^[-+]?\d+(?:\.\d+)?[%％]?$/;

/** Whether a spreadsheet would run a text instead of showing it. */
export const isFormula = (text: string): boolean =>
  CONTROL.test(text) || (FORMULA.test(text.replace(UNSEEN, '')) && !NUMBER.test(text));

/** A text that a spreadsheet shows: a formula with an apostrophe before it. */
export const harmless = (text: string): string => (isFormula(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of a CSV file (RFC 4180); formulas are made harmless. */
export const csvLine = (values: readonly string[]): string =>
  `${values.map((value) => quoted(harmless(value))).join(',')}\r\n`;

/** The mark by which spreadsheets recognise UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
