const MARK = /\p{M}/u;
const COMBINED = /[\p{M}\u{10000}-\u{10FFFF}]/u;
const MARKED = /\P{M}\p{M}+|./gsu;

const pointOf = (text: string): number => text.codePointAt(0) ?? 0;
const isSingle = (text: string): boolean => text.length === (pointOf(text) > 0xffff ? 2 : 1);

/** Whether a base and its marks are one character together, such as é. */
export const composes = (marked: string): boolean => isSingle(marked.normalize('NFC'));

/** Whether each unit of UTF-16 of a text is drawn with a glyph of its own. */
const isPlain = (text: string): boolean => !COMBINED.test(text);

/** What is drawn with one glyph each: code points, and bases with marks that are one character together. */
export function unitsOf(text: string): Iterable<string> {
  if (!MARK.test(text)) return text;
  return (text.match(MARKED) ?? []).flatMap((unit) => (composes(unit) ? [unit] : [...unit]));
}

/** What is drawn with one glyph, as a key: its unit of UTF-16 if it has one, so that no text is made of it, or else its text. */
export type UnitKey = number | string;

/** The text of what is drawn with one glyph. */
export const unitText = (key: UnitKey): string => (typeof key === 'number' ? String.fromCharCode(key) : key);

const keyOf = (unit: string): UnitKey => (unit.length === 1 ? unit.charCodeAt(0) : unit);

/** Goes through what is drawn with one glyph each, and where it begins. */
export function eachUnit(text: string, visit: (key: UnitKey, at: number) => void): void {
  if (isPlain(text)) for (let at = 0; at < text.length; at++) visit(text.charCodeAt(at), at);
  else {
    let at = 0;
    for (const unit of unitsOf(text)) {
      visit(keyOf(unit), at);
      at += unit.length;
    }
  }
}

/** The code point whose glyph draws a unit. */
export const drawnPoint = (unit: string): number => pointOf(isSingle(unit) ? unit : unit.normalize('NFC'));
