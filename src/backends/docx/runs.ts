import { TextRun } from 'docx';
import type { NamedFont } from './faces.js';

const MARK = /^\p{M}$/u;
const ASCII = /^[\u0000-\u007f]*$/;

interface Piece {
  text: string;
  /** The font in place of the role's own Chinese one. */
  readonly instead: string | undefined;
}

/** Splits text where another font takes over; combining marks stay with their base. */
function pieces(text: string, font: NamedFont): readonly Piece[] {
  const found: Piece[] = [];
  for (const char of text) {
    const last = found.at(-1);
    const instead = font.insteadFor(char);
    if (last && (last.instead === instead || MARK.test(char))) last.text += char;
    else found.push({ text: char, instead });
  }
  return found;
}

/**
 * Text as runs of its style's fonts; what the Chinese one lacks, in another. The hint gives “”‘’…— to the Chinese face: by
 * themselves they would take the Latin one.
 */
export function textRuns(text: string, font: NamedFont, options: { style?: string; break?: number } = {}): TextRun[] {
  return pieces(text, font).map((piece, i) => {
    const eastAsia = piece.instead === undefined ? {} : { eastAsia: piece.instead };
    return new TextRun({
      text: piece.text,
      ...(options.style !== undefined && { style: options.style }),
      ...(i === 0 && options.break !== undefined && { break: options.break }),
      ...(!ASCII.test(piece.text) && { font: { ...eastAsia, hint: 'eastAsia' } }),
    });
  });
}

/** Lines of text with breaks between them. */
export function lineRuns(lines: readonly string[], font: NamedFont): TextRun[] {
  return lines.flatMap((line, i) => textRuns(line, font, i === 0 ? {} : { break: 1 }));
}
