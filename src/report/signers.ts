import { hasAtMost } from '../limits/text-length.js';
import type { AnyReport } from './report.js';

/** Fewer characters than the name of an agency has: 财　政　局 is spread out, and not three agencies. */
const SHORTEST = 3;

/** What parts agencies in one text: an ideographic space, or several others. */
const APART = /\u3000\s*|\s{2,}/u;

function parted(text: string, name: string): readonly string[] {
  const pieces = text.split(APART).filter((piece) => piece !== '');
  const isOne = pieces.some((piece) => hasAtMost(piece, SHORTEST - 1)) || pieces.join('') === name;
  return isOne ? [text] : pieces;
}

/** The agencies that sign a report, in their order: those of a list, or of a text that parts them by line feeds or wide spaces. */
export function signersOf({ signoff, agency }: AnyReport): readonly string[] {
  const given = signoff?.agency ?? agency.name;
  const lines = (typeof given === 'string' ? [given] : given).flatMap((text) => text.split('\n'));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => parted(line, agency.name));
}
