import { int16 } from '../../bytes/big-endian.js';
import { drawnPoint } from '../../characters/drawn-units.js';
import { type FaceId, faceChoices } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { beginFontFile, type WrittenFont } from '../../fonts/sfnt/font-file.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import type { TrueType } from '../../fonts/sfnt/truetype.js';
import { once } from '../../memo/once.js';
import type { FaceRole } from '../../theme/theme.js';

/** A character as a face draws it; lengths as fractions of the font size, the edges of its ink from its origin, upwards and to the right. */
export interface DrawnGlyph {
  readonly character: string;
  readonly point: number;
  readonly advance: number;
  readonly ink: readonly [left: number, bottom: number, right: number, top: number];
}

/** A face in use in a file. */
export interface UsedFace {
  /** Its number among the resources of the file. */
  readonly id: number;
  /** What draws a unit of text. */
  readonly glyph: (unit: string) => DrawnGlyph;
  /** The number of a glyph in the font of the file. */
  readonly numberOf: (glyph: DrawnGlyph) => number;
  /** Its real name. */
  readonly name: string;
  /** What readers take that do not use the fonts inside of files. */
  readonly family: string;
  /** The font, cut down to the characters in use, with all tables that readers ask for. */
  readonly file: () => WrittenFont;
}

/** The fonts that every office has, by role. */
const FAMILIES: { readonly [R in FaceRole]: string } = {
  title: '宋体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  table: '宋体',
};

/** The common family that is nearest to a face: that of the role which takes it first. */
function familyOf(face: FaceId): string {
  const role = (Object.keys(faceChoices) as FaceRole[]).find((one) => faceChoices[one][0]?.face === face);
  return FAMILIES[role ?? 'table'];
}

function drawn(font: TrueType, point: number): DrawnGlyph {
  const glyph = font.glyphOf(point);
  const outline = font.outlineOf(glyph);
  const edge = (at: number) => (outline.length === 0 ? 0 : int16(outline, at) / font.unitsPerEm);
  return {
    character: String.fromCodePoint(point),
    point,
    advance: font.advanceOf(glyph) / font.unitsPerEm,
    ink: [edge(2), edge(4), edge(6), edge(8)],
  };
}

/** What has been drawn of each font, by code points, as long as the font is kept. */
const drawnBefore = once((_: TrueType) => new Map<number, DrawnGlyph>());

/** A face that is used from now on. */
export function useFace(face: FaceId, id: number, fonts: Fonts): UsedFace {
  const font = fonts.face(face);
  const file = beginFontFile(font);
  const known = drawnBefore(font);
  const used = new Map<string, DrawnGlyph>();
  const use = (unit: string): DrawnGlyph => {
    const point = drawnPoint(unit);
    const glyph = known.get(point) ?? drawn(font, point);
    known.set(point, glyph);
    used.set(unit, glyph);
    file.include(point);
    return glyph;
  };
  return {
    id,
    glyph: (unit) => used.get(unit) ?? use(unit),
    numberOf: ({ point }) => file.include(point),
    name: familyName(font),
    family: familyOf(face),
    file: file.written,
  };
}
