/** Where name, date and seal of a sign-off stand, in any one unit of length. */

/** The share of the seal above the middle of name and date, which stand a little below the middle of the seal. */
export const ABOVE = 0.57;

export interface SignoffWidths {
  /** The text area. */
  readonly line: number;
  /** The name above the date: the last, if several agencies sign. */
  readonly name: number;
  readonly date: number;
  /** A full-width character. */
  readonly character: number;
}

/**
 * Where name and date begin without a seal, from the left of the text area (GB/T 9704-2012, 7.3.5.2): the name ends two characters
 * from the right, and the date below begins two characters after the name. A date longer than the name ends two characters from the
 * right, and the name moves left with it.
 */
export function unsealedStarts({ line, name, date, character }: SignoffWidths): {
  readonly name: number;
  readonly date: number;
} {
  const start = Math.max(0, date > name ? line - date - 4 * character : line - name - 2 * character);
  return { name: start, date: Math.min(start + 2 * character, line - date) };
}

/** Where another name above begins: it ends where the last one does. */
export function otherStart(starts: { readonly name: number }, last: number, other: number): number {
  return Math.max(0, starts.name + last - other);
}

/**
 * The middle of name, date and seal, from the left of the text area (GB/T 9704-2012, 7.3.5.1): the date ends four characters from
 * the right, and the name and the seal are centred on it. Under a name too long for that the date moves left.
 */
export function sealedMiddle({ line, name, date, character }: SignoffWidths): number {
  return Math.max(line / 2, Math.min(line - 4 * character - date / 2, line - name / 2));
}

/** The top of the seal, measured from the top of the last line of name and date. */
export function sealTop(lines: number, pitch: number, height: number): number {
  return (1 - lines / 2) * pitch - ABOVE * height;
}

/**
 * Blank lines above a sealed sign-off: as few as keep the seal off the text, so that its top is within one line of the text.
 *
 * @param lines those under the seal, and those of the names above them
 */
export function blankLinesAbove(
  { under, above }: { readonly under: number; readonly above: number },
  pitch: number,
  height: number,
): number {
  return Math.max(1, Math.ceil((ABOVE * height) / pitch - under / 2) - above);
}
