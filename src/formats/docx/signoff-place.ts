import { greatest } from '../../limits/extremes.js';
import type { Document, Signoff } from '../../model/document.js';
import type { Finish, Seal } from '../../model/finish.js';
import { lineEms } from '../../theme/ems.js';
import { nameLines } from '../../theme/name-lines.js';
import {
  blankLinesAbove,
  type SignoffWidths,
  sealedMiddle,
  sealTop,
  unsealedStarts,
} from '../../theme/signoff-geometry.js';
import type { Theme } from '../../theme/theme.js';
import { lineWidth } from '../../theme/twips.js';
import { advance, pitch } from './section.js';

/** The alignment of a line of the sign-off. Indents are in twips, and also in characters if they are a whole number of them. */
export interface LinePlace {
  readonly align: 'left' | 'right' | 'center';
  readonly left?: number;
  readonly right?: number;
  readonly rightChars?: number;
}

/** The position and size of the seal in twips, from the left of the text area and from the top of the date. */
export interface SealBox {
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
  readonly seal?: SealBox;
}

/** A name in its lines: how many, and the width of the widest. */
interface NameSize {
  readonly width: number;
  readonly lines: number;
}

/** The widths of a sign-off, and what the names take above the last. */
interface AllWidths extends SignoffWidths {
  readonly others: readonly NameSize[];
  /** The lines of the last name. */
  readonly lines: number;
  /** Whether Word breaks it there without being told. */
  readonly breaksItself: boolean;
}

type SealSize = Pick<SealBox, 'width' | 'height'>;

const twipsOf = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** More than a line needs, so that none is broken, and less than another character: a share of a character. */
const SPARE = 0.4;

/**
 * A sign-off without a seal. Name and date are aligned at the right, at different distances from it, so that a longer name that is typed later grows to the
 * left and moves nothing else. Only a name of several lines is aligned at the left.
 */
function unsealed(widths: AllWidths, before: number): SignoffPlace {
  const { line, name, date, character, lines, others, breaksItself } = widths;
  const starts = unsealedStarts(widths);
  const endsAt = (start: number, width: number): LinePlace => {
    const right = line - start - width;
    return { align: 'right', right, ...(right === 2 * character && { rightChars: 200 }) };
  };
  const nameAt = (): LinePlace => {
    const spare = breaksItself ? { right: Math.round((2 - SPARE) * character) } : {};
    if (lines > 1 && others.length === 0) return { align: 'left', left: starts.name, ...spare };
    if (name > line - 2 * character) return { align: 'left', right: 2 * character, rightChars: 200 };
    return endsAt(starts.name, name);
  };
  return { name: nameAt(), date: endsAt(starts.date, date), before };
}

/** The size of a seal in twips. What decodes it is loaded only for one. Word gets the picture as it is, if it is whole. */
async function sizeOf(seal: Seal): Promise<SealSize> {
  const size = (await import('../../bytes/png.js')).decodePng(seal.image, seal);
  const width = twipsOf(seal.width);
  return { width, height: Math.round((width * size.height) / size.width) };
}

/** A sign-off with a seal over it, or with room for one. */
function sealed(
  widths: AllWidths,
  { width, height }: SealSize,
  theme: Theme,
): SignoffPlace & { readonly seal: SealBox } {
  const { line, name, others, date, character, lines } = widths;
  const middle = sealedMiddle({ ...widths, name: greatest([name, ...others.map((other) => other.width)]) });
  const right = line - middle - date / 2;
  const [under, step] = [lines + 1, pitch(theme.page)];
  const beside = (edge: number): number => Math.max(0, Math.round(edge - name / 2 - (SPARE / 2) * character));
  const spare = Math.round((SPARE / 2) * character);
  const above = others.reduce((sum, other) => sum + other.lines, 0);
  return {
    name: widths.breaksItself
      ? { align: 'center', left: beside(middle), right: beside(line - middle) }
      : { align: 'center', left: Math.round(2 * middle - line) - spare, right: -spare },
    date: { align: 'right', right: Math.round(right), ...(right === 4 * character && { rightChars: 400 }) },
    before: blankLinesAbove({ under, above }, step, height) * step,
    seal: {
      left: Math.round(middle - width / 2),
      top: Math.round(sealTop(under, step, height)),
      width,
      height,
    },
  };
}

interface Names {
  /** The lines of each name. */
  readonly lines: readonly (readonly string[])[];
  /** Whether Word breaks the name there by itself in the room of its first line: it stands alone, and no line is longer than that. */
  readonly breakThemselves: boolean;
}

function namesOf({ agencies, wordEnds }: Pick<Signoff, 'agencies' | 'wordEnds'>, theme: Theme): Names {
  const room = lineWidth(theme.page) / advance(theme.styles.signoff, theme) - 2;
  const lines = agencies.map((name, i) => nameLines(name, wordEnds?.[i], room));
  const [first = 0, ...others] = (lines[0] ?? []).map(lineEms);
  const breakThemselves = lines.length === 1 && others.length > 0 && others.every((other) => other <= first);
  return { lines, breakThemselves };
}

/** The names of a sign-off, each in the lines that Word is told: in one if it breaks the name itself where it is to be broken. */
export function toldLines(signoff: Signoff, theme: Theme): readonly (readonly string[])[] {
  const { lines, breakThemselves } = namesOf(signoff, theme);
  return breakThemselves ? signoff.agencies.map((name) => [name]) : lines;
}

/**
 * Positions the sign-off of a document. They depend on its texts, so its styles are made per document.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function placeSignoff(
  { blocks }: Document,
  theme: Theme,
  { seal, sealPlace }: Finish,
): Promise<SignoffPlace> {
  const signoff = blocks.find((block) => block.kind === 'signoff');
  const character = advance(theme.styles.signoff, theme);
  const widthOf = (text: string): number => Math.round(lineEms(text) * character);
  const line = lineWidth(theme.page);
  const names = namesOf(signoff ?? { agencies: [] }, theme);
  const sizes = names.lines.map((lines): NameSize => ({ width: greatest(lines.map(widthOf), 0), lines: lines.length }));
  const last = sizes.at(-1) ?? { width: 0, lines: 1 };
  const widths: AllWidths = {
    line,
    name: last.width,
    lines: last.lines,
    others: sizes.slice(0, -1),
    date: widthOf(signoff?.date ?? ''),
    character,
    breaksItself: names.breakThemselves,
  };
  if (seal) return sealed(widths, await sizeOf(seal), theme);
  if (sealPlace === undefined) return unsealed(widths, pitch(theme.page));
  const side = twipsOf(sealPlace.width);
  const { seal: _, ...place } = sealed(widths, { width: side, height: side }, theme);
  return place;
}
