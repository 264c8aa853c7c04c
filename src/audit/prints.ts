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

/** The number of the characters of a text up to this one, from that of those up to the one before: only the last `GRAM` count. */
const rolled = (rolling: number, text: string, i: number): number => {
  const left = i < GRAM ? 0 : Math.imul(text.charCodeAt(i - GRAM), LEAVING);
  return (Math.imul(rolling - left, BASE) + text.charCodeAt(i)) | 0;
};

/** The numbers of all grams of a text, in their order. */
export function gramNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  let rolling = 0;
  for (let i = 0; i < text.length; i++) {
    rolling = rolled(rolling, text, i);
    if (i >= GRAM - 1) numbers.push(mixed(rolling));
  }
  return numbers;
}

/** Whether at least this share of the grams of a text is known, of which there is one at least. Where few are, that shows early. */
export function isMostlyOf(text: string, known: ReadonlySet<number>, share: number): boolean {
  const grams = text.length - GRAM + 1;
  let rolling = 0;
  let unknown = 0;
  for (let i = 0; i < text.length; i++) {
    rolling = rolled(rolling, text, i);
    if (i < GRAM - 1 || known.has(mixed(rolling))) continue;
    unknown += 1;
    if (grams - unknown < share * grams) return false;
  }
  return grams > 0;
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
  let at = -1;
  for (let from = 0; from + WINDOW <= Math.max(numbers.length, WINDOW) && numbers.length > 0; from++) {
    const end = Math.min(from + WINDOW, numbers.length);
    const before = at;
    // The least of the window before is looked for anew only when the window has left it behind.
    const isLeft = at < from;
    if (isLeft) at = from;
    for (let i = isLeft ? from + 1 : end - 1; i < end; i++) if ((numbers[i] ?? 0) <= (numbers[at] ?? 0)) at = i;
    if (at !== before) prints.push({ print: numbers[at] ?? 0, at });
  }
  return prints;
}

/** How many characters a print covers. */
export const PRINT_LENGTH = GRAM;
