import type { WordFont } from '../../theme/theme.js';
import { w } from './word-xml.js';

/** The theme's words for alignment in those of WordprocessingML. */
export const JUSTIFICATION = { start: 'left', centre: 'center', end: 'right', justify: 'both' } as const;

/** A role's fonts. All four slots are named: a slot left out falls to the theme fonts of the reader's machine. */
export function rFonts({ eastAsia, latin }: WordFont): string {
  return w('rFonts', { ascii: latin, hAnsi: latin, eastAsia, cs: latin });
}

/** A type size in points; Word counts half points. */
export function size(points: number): string {
  return w('sz', { val: Math.round(points * 2) }) + w('szCs', { val: Math.round(points * 2) });
}

/** A fixed line pitch and the space before and after, in twips. */
export function exactly(line: number, before = 0, after = 0): string {
  return w('spacing', { before, after, line, lineRule: 'exact' });
}
