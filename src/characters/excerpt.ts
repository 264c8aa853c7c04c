import { codePointName } from '../diagnostics/code-point-name.js';

/** What cannot be seen, or is taken for a plain space. */
const UNSEEN =
  /[^\S \u3000]|\p{Cc}|\p{Cf}|\p{Cs}|[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|\u2800/gu;

/** Halves of a character that an excerpt would begin or end with. */
const HALVES = /^[\udc00-\udfff]|[\ud800-\udbff]$/g;

/** A few characters before and after a place, enough to find it. What cannot be seen is spelled out. */
export function excerpt(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - 8), Math.min(text.length, to + 8)];
  const words = text
    .slice(start, end)
    .replace(HALVES, '')
    .replace(UNSEEN, (unseen) => `〔${codePointName(unseen)}〕`);
  return `${start > 0 ? '……' : ''}${words}${end < text.length ? '……' : ''}`;
}
