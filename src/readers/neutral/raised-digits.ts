const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits set above or below the line, which are no part of the number before them, as characters that say so. Other texts stay as they are. */
export function offTheLine(text: string, way: 'above' | 'below'): string {
  const digits = way === 'above' ? RAISED : LOWERED;
  return /^\s*\d+\s*$/u.test(text) ? text.replace(/\d/gu, (digit) => digits[Number(digit)] ?? digit) : text;
}

/** A part of a formula in one line, in brackets unless it is a number or a name alone. */
export const grouped = (text: string): string => (/^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`);
