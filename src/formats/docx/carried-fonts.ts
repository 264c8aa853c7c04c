import type { ByteTools } from '../../bytes/byte-tools.js';
import type { FaceId } from '../../fonts/catalogue.js';
import type { Fonts } from '../../fonts/fonts.js';
import { fontFile } from '../../fonts/sfnt/font-file.js';
import { familyName } from '../../fonts/sfnt/name-table.js';
import { textsOf } from '../../fonts/texts.js';
import type { Document } from '../../model/document.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import { carriedFamily } from './faces.js';
import { guidOf } from './guid.js';

/** A font that the file carries, as it lies in the package. */
export interface CarriedFont {
  readonly family: string;
  /** The key it is obfuscated with: a GUID in braces. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The characters that each face sets, those of the page numbers and of the draft mark with them. */
function charactersByFace(document: Document, theme: Theme, fonts: Fonts): ReadonlyMap<FaceId, ReadonlySet<string>> {
  const { styles } = theme;
  const apart = [{ role: styles.pageNumber.face, text: '— 0123456789' }, DRAFT];
  const found = new Map<FaceId, Set<string>>();
  for (const { role, text } of [...textsOf(document, theme), ...apart]) {
    for (const character of text) {
      const face = fonts.measure(role, character)?.face;
      if (face === undefined || carriedFamily(role, character, fonts) === undefined) continue;
      found.set(face, (found.get(face) ?? new Set()).add(character));
    }
  }
  return found;
}

/** ECMA-376, part 4, 17.8.1: the first 32 bytes are changed by the bytes of the key, taken from its end, twice. */
function obfuscate(font: Uint8Array, key: string): Uint8Array {
  const digits = key.replaceAll(/[{}-]/g, '').match(/../g) ?? [];
  const mask = digits.map((byte) => Number.parseInt(byte, 16)).reverse();
  const masked = Uint8Array.from(font);
  for (let i = 0; i < 32; i++) masked[i] = (font[i] ?? 0) ^ (mask[i % 16] ?? 0);
  return masked;
}

/** The shipped fonts that a document is set in, each cut down to the characters it sets. */
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
    return { family: familyName(font), key, bytes: obfuscate(bytes, key) };
  });
}
