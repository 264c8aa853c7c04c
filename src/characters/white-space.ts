/** White space: what is cut off at both ends of a text. */
const SPACES = '\\t\\n\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const ENDS = new RegExp(`^[${SPACES}]+|(?<![${SPACES}])[${SPACES}]+$`, 'gu');
const VISIBLE = new RegExp(`[^${SPACES}\\p{C}\\p{Default_Ignorable_Code_Point}\\u2800]|\\p{Co}|\\p{Cn}`, 'u');

/** A text without white space at its ends. */
export const trimmed = (text: string): string => text.replace(ENDS, '');

/** Characters of which it is plain, as nearly every text has: the pattern that knows all takes a millisecond to compile. */
const SEEN = /[!-~一-龥]/;

/** Whether a text has a character that can be seen. */
export const isVisible = (text: string): boolean => SEEN.test(text) || VISIBLE.test(text);
