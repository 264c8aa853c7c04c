import { misuse } from './misuse.js';

/**
 * The number that an option was given.
 *
 * @throws ReportError `usage/argument` if it is not a number, or outside the limits
 */
export function numberOf(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw misuse({ cause: 'number', name, given: text, least, most });
}

/** The same for whole numbers. */
export function wholeNumberOf(text: string, name: string, least: number, most: number): number {
  if (/^\d+$/.test(text)) return numberOf(text, name, least, most);
  throw misuse({ cause: 'whole-number', name, given: text, least, most });
}
