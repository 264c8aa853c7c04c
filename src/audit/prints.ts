/** How many characters in a row make one print: fewer are found in any two texts of offices. */
const GRAM = 12;

/** Of so many prints in a row one is kept: a passage that two texts share has one in common from `GRAM + WINDOW - 1` characters on. */
const WINDOW = 12;

const BASE = 0x01000193;
/** `BASE` to the power of `GRAM - 1`, by which the character that leaves a gram is taken out of its number. */
const LEAVING = Array.from({ length: GRAM - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Spreads numbers evenly, so that the least of several is none in particular (the end of MurmurHash3). */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The numbers of all grams of a text, in their order. */
export function gramNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let rolling = 0;
  for (let i = 0; i < text.length; i++) {
    if (i >= GRAM) rolling -= Math.imul(text.charCodeAt(i - GRAM), LEAVING);
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(i)) | 0;
    if (i >= GRAM - 1) numbers.push(mixed(rolling));
  }
  return numbers;
}

/** A print of a text, and where it begins. */
export interface PlacedPrint {
  readonly print: number;
  readonly at: number;
}

/**
 * The prints by which passages of a text are found again in others: of each window the gram with the least number (winnowing, after
 * Schleimer, Wilkerson and Aiken, 2003).
 */
export function printsOf(text: string): readonly PlacedPrint[] {
  const numbers = gramNumbers(text);
  const prints: PlacedPrint[] = [];
  for (let from = 0; from + WINDOW <= Math.max(numbers.length, WINDOW) && numbers.length > 0; from++) {
    const end = Math.min(from + WINDOW, numbers.length);
    let at = from;
    for (let i = from; i < end; i++) if ((numbers[i] ?? 0) <= (numbers[at] ?? 0)) at = i;
    if (prints.at(-1)?.at !== at) prints.push({ print: numbers[at] ?? 0, at });
  }
  return prints;
}

/** How many characters a print covers. */
export const PRINT_LENGTH = GRAM;
