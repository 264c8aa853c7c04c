import type { Document } from '../../model/document.js';
import type { Finish, Seal } from '../../model/finish.js';
import {
  blankLinesAbove,
  type SignoffWidths,
  sealedMiddle,
  sealTop,
  unsealedStarts,
} from '../../theme/signoff-geometry.js';
import type { Theme } from '../../theme/theme.js';
import { advance, measure, pitch } from './section.js';
import { lineEms } from './twips.js';

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

/** A sign-off without a seal. A name of several lines begins at the left. */
function unsealed(widths: SignoffWidths, before: number): SignoffPlace {
  const { line, name, date, character } = widths;
  const starts = unsealedStarts(widths);
  const right = { right: 2 * character, rightChars: 200 };
  const atRight = { align: 'right', ...right } as const;
  if (name > line - 2 * character)
    return { name: { align: 'left', ...right }, date: { align: 'left', left: starts.date }, before };
  if (date > name) return { name: { align: 'left', left: starts.name }, date: atRight, before };
  // The date may be as long as the room left for it: a little more must not part it.
  return { name: atRight, date: { align: 'left', left: starts.date, right: -character }, before };
}

/** A sign-off with a seal over it. */
async function sealed(widths: SignoffWidths, seal: Seal, theme: Theme): Promise<SignoffPlace> {
  const { line, name, date, character } = widths;
  // What decodes it is loaded only for a seal. Word gets the picture as it is, if it is whole.
  const size = (await import('../../bytes/png.js')).decodePng(seal.image);
  const width = Math.round((seal.width * 1440) / 25.4);
  const height = Math.round((width * size.height) / size.width);
  const middle = sealedMiddle(widths);
  const right = line - middle - date / 2;
  const [lines, step] = [Math.ceil(name / line) + 1, pitch(theme.page)];
  return {
    name: { align: 'center', left: Math.round(2 * middle - line) },
    date: { align: 'right', right: Math.round(right), ...(right === 4 * character && { rightChars: 400 }) },
    before: blankLinesAbove(lines, step, height) * step,
    seal: {
      left: Math.round(middle - width / 2),
      top: Math.round(sealTop(lines, step, height)),
      width,
      height,
    },
  };
}

/**
 * Where the sign-off of a document stands: it follows from what signs and when, so the styles are made for it.
 *
 * @throws ReportError if the seal is no picture
 */
export async function placeSignoff({ blocks }: Document, theme: Theme, { seal }: Finish): Promise<SignoffPlace> {
  const signoff = blocks.find((block) => block.kind === 'signoff');
  const character = advance(theme.styles.signoff, theme);
  const widths = {
    line: measure(theme.page),
    name: Math.round(lineEms(signoff?.agency ?? '') * character),
    date: Math.round(lineEms(signoff?.date ?? '') * character),
    character,
  };
  return seal ? sealed(widths, seal, theme) : unsealed(widths, pitch(theme.page));
}
