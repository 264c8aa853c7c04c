import { diagnostic, ReportError } from '../../diagnostics.js';
import type { Document } from '../../model/document.js';
import type { Finish, Seal } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { lineEms } from './measure.js';
import { advance, measure, pitch } from './page.js';

/** How a line of the sign-off stands; indents in twips, and in characters where they are whole ones. */
export interface LinePlace {
  readonly align: 'left' | 'right' | 'center';
  readonly left?: number;
  readonly right?: number;
  readonly rightChars?: number;
}

/** Where the seal lies: lengths in twips, measured from the left of the text and from the top of the date. */
export interface SealPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SignoffPlace {
  readonly name: LinePlace;
  readonly date: LinePlace;
  /** Space above the name, in twips. */
  readonly before: number;
  readonly seal?: SealPlace;
}

/** The share of a seal that lies above the middle of name and date. */
const ABOVE = 0.57;

/** The widths of the line, the name, the date and a character. */
interface Widths {
  readonly line: number;
  readonly name: number;
  readonly date: number;
  readonly character: number;
}

/**
 * GB/T 9704-2012, 7.3.5.2, documents without a seal: the name two characters in from the right; the date below begins two
 * characters after the name; a date longer than the name stands two characters in, and the name moves left with it. A name of
 * several lines begins at the left.
 */
function unsealed({ line, name, date, character }: Widths, before: number): SignoffPlace {
  const right = { right: 2 * character, rightChars: 200 };
  const atRight = { align: 'right', ...right } as const;
  if (name > line - 2 * character)
    return { name: { align: 'left', ...right }, date: { align: 'left', left: 2 * character }, before };
  if (date > name) return { name: { align: 'left', left: line - date - 4 * character }, date: atRight, before };
  // The date may be as long as the room left for it: a little more must not part it.
  return { name: atRight, date: { align: 'left', left: line - name, right: -character }, before };
}

/**
 * GB/T 9704-2012, 7.3.5.1, documents with a seal: the date four characters in from the right, the name centred over it; the
 * seal upright over both, which lie a little below its middle, and its top within a line below the text. Under a name too long
 * for that the date moves left.
 */
async function sealed({ line, name, date, character }: Widths, seal: Seal, theme: Theme): Promise<SignoffPlace> {
  // What decodes it is loaded for those that have one. Word gets the picture as it is, if it is whole.
  const size = (await import('../../png.js')).decodePng(seal.image);
  const width = Math.round((seal.width * 1440) / 25.4);
  const height = Math.round((width * size.height) / size.width);
  const right = Math.min(Math.max(4 * character, (name - date) / 2), (line - date) / 2);
  const middle = line - right - date / 2;
  const [lines, step] = [Math.ceil(name / line) + 1, pitch(theme.page)];
  const top = Math.round((1 - lines / 2) * step - ABOVE * height);
  const blank = Math.max(1, Math.ceil((ABOVE * height) / step - lines / 2));
  return {
    name: { align: 'center', left: Math.round(2 * middle - line) },
    date: { align: 'right', right: Math.round(right), ...(right === 4 * character && { rightChars: 400 }) },
    before: blank * step,
    seal: { left: Math.round(middle - width / 2), top, width, height },
  };
}

function noSignoff(): ReportError {
  return new ReportError([
    diagnostic('seal/no-signoff', {
      message: '报告没有落款，印章没有地方可盖',
      expected: '有落款（signoff）的报告',
      hint: '在报告里写上 signoff，或者不给印章',
    }),
  ]);
}

/**
 * Where the sign-off of a document stands: it follows from what signs and when, so the styles are made for it.
 *
 * @throws ReportError if there is a seal and nothing to put it on, or if the seal is no picture
 */
export async function placeSignoff({ blocks }: Document, theme: Theme, { seal }: Finish): Promise<SignoffPlace> {
  const signoff = blocks.find((block) => block.kind === 'signoff');
  if (seal && !signoff) throw noSignoff();
  const character = advance(theme.styles.signoff, theme);
  const widths = {
    line: measure(theme.page),
    name: Math.round(lineEms(signoff?.agency ?? '') * character),
    date: Math.round(lineEms(signoff?.date ?? '') * character),
    character,
  };
  return seal ? sealed(widths, seal, theme) : unsealed(widths, pitch(theme.page));
}
