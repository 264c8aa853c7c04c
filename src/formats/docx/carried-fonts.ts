import type { ByteTools } from '../../bytes/byte-tools.js';
import { apostrophesIn } from '../../characters/apostrophes.js';
import { drawnPoint, unitsOf } from '../../characters/drawn-units.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Chosen, Fonts } from '../../fonts/fonts.js';
import { type Classification, classificationOf } from '../../fonts/sfnt/classification.js';
import { fontFile } from '../../fonts/sfnt/font-file.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import { textsOf } from '../../fonts/texts.js';
import type { Document } from '../../model/document.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import { carriedFamily } from './faces.js';
import { guidOf } from './guid.js';

/** An embedded font, as stored in the package. */
export interface CarriedFont {
  readonly family: string;
  /** The obfuscation key: a GUID in braces. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly classification: Classification | undefined;
}

/** What a face must have to draw this: the character itself, or that of a base and its marks, and each of these. */
const neededFor = (unit: string): readonly string[] => [String.fromCodePoint(drawnPoint(unit)), ...unit];

/** The characters set in each face, including those of the page numbers and of the draft mark. */
function charactersByFace(document: Document, theme: Theme, fonts: Fonts): ReadonlyMap<FaceId, ReadonlySet<string>> {
  const { styles } = theme;
  const apart = [{ role: styles.pageNumber.face, text: '— 0123456789' }, DRAFT];
  const found = new Map<FaceId, Set<string>>();
  const add = (chosen: Chosen | undefined, unit: string): void => {
    if (chosen === undefined || carriedFamily(chosen, fonts) === undefined) return;
    const known = found.get(chosen.face) ?? new Set();
    found.set(chosen.face, known);
    for (const character of neededFor(unit)) known.add(character);
  };
  for (const { role, text } of [...textsOf(document, theme), ...apart]) {
    for (const unit of unitsOf(text)) add(fonts.choose(role, unit), unit);
    for (const at of apostrophesIn(text)) add(fonts.chooseApostrophe(role, text.charAt(at)), text.charAt(at));
  }
  return found;
}

/** ECMA-376, part 4, 17.8.1: the first 32 bytes are XORed with the bytes of the key in reverse order, twice over. */
function obfuscate(font: Uint8Array, key: string): Uint8Array {
  const digits = key.replaceAll(/[{}-]/g, '').match(/../g) ?? [];
  const mask = digits.map((byte) => Number.parseInt(byte, 16)).reverse();
  const masked = Uint8Array.from(font);
  for (let i = 0; i < 32; i++) masked[i] = (font[i] ?? 0) ^ (mask[i % 16] ?? 0);
  return masked;
}

/** The shipped fonts that a document uses, each cut down to the characters in use. */
export function carriedFonts(
  document: Document,
  theme: Theme,
  fonts: Fonts,
  { sha1 }: ByteTools,
): readonly CarriedFont[] {
  const faces = [...charactersByFace(document, theme, fonts)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return faces.map(([face, characters]) => {
    const font = fonts.face(face);
    const bytes = fontFile(font, characters);
    const key = guidOf(sha1(bytes));
    return { family: familyName(font), key, bytes: obfuscate(bytes, key), classification: classificationOf(font) };
  });
}
