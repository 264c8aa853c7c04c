import { uint16s } from '../../bytes/big-endian.js';
import { concat } from '../../bytes/concat.js';
import { FAMILY, FULL_NAME, nameBytes, nameString } from './name-strings.js';
import type { TrueType } from './truetype.js';

const ENGLISH = 0x409;
const CHINESE = 0x804;

/** Copyright, family, weight, full name, PostScript name, licence, and the address of the licence. */
const KEPT = [0, 1, 2, 4, 6, 13, 14];

const families = new WeakMap<TrueType, string>();

/**
 * The family name of a font, the Chinese one if there is one. Word accepts at most 31 characters, and the English name of the FangSong
 * has 35.
 */
export function familyName(font: TrueType): string {
  const known = families.get(font);
  if (known !== undefined) return known;
  const name = font.table('name');
  const found = name && (nameString(name, FAMILY, CHINESE) ?? nameString(name, FAMILY, ENGLISH));
  const family = found ?? font.postscriptName;
  families.set(font, family);
  return family;
}

/** A name table with one family name, so that every system finds the font by the name that the document uses. */
export function nameTable(font: TrueType): Uint8Array {
  const name = font.table('name');
  const texts = KEPT.flatMap((id) => {
    const isFamily = id === FAMILY || id === FULL_NAME;
    const text = isFamily ? familyName(font) : name && nameString(name, id, ENGLISH);
    return text === undefined ? [] : [{ id, bytes: nameBytes(text) }];
  });
  let offset = 0;
  const words = [0, texts.length, 6 + 12 * texts.length];
  for (const { id, bytes } of texts) {
    words.push(3, 1, ENGLISH, id, bytes.length, offset);
    offset += bytes.length;
  }
  return concat([uint16s(words), ...texts.map(({ bytes }) => bytes)]);
}
