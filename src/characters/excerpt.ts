import { codePointName } from '../diagnostics/code-point-name.js';

/** What cannot be seen, or is taken for a plain space. */
const UNSEEN =
  /[^\S \u3000]|\p{Cc}|\p{Cf}|\p{Cs}|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|\u2800/gu;

/** What is surely none of it: few words have anything else, and the pattern that knows all takes milliseconds to compile. */
const SEEN = /^[ -~“”‘’　-】一-龥！-～]*$/;

/** Halves of a character that an excerpt would begin or end with. */
const HALVES = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

/** A few characters before and after a place, enough to find it. What cannot be seen is spelled out. */
export function excerpt(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - 8), Math.min(text.length, to + 8)];
  const whole = text.slice(start, end).replace(HALVES, '');
  const words = SEEN.test(whole) ? whole : whole.replace(UNSEEN, (unseen) => `〔${codePointName(unseen)}〕`);
  return `${start > 0 ? '……' : ''}${words}${end < text.length ? '……' : ''}`;
}
