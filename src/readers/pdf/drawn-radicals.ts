import { unifiedOf } from '../../characters/radicals.js';

/** Fonts are often encoded by radicals where the characters that look like them are meant. */
const RADICALS = /[\u2E80-\u2FDF]/gu;

/** A text with the characters in the place of the radicals that look like them. */
export const withoutRadicals = (text: string): string => text.replace(RADICALS, unifiedOf);

/** The radicals of a text that look like a character. */
export const radicalsIn = (text: string): readonly string[] =>
  [...new Set(text.match(RADICALS) ?? [])].filter((radical) => unifiedOf(radical) !== radical);
