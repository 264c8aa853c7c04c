import { FAMILY, FULL_NAME, nameString } from './name-strings.js';
import type { TrueType } from './truetype.js';

const ENGLISH = 0x409;
const CHINESE = 0x804;

/** Copyright, family, weight, full name, PostScript name, licence and where to read it. */
const KEPT = [0, 1, 2, 4, 6, 13, 14];

const families = new WeakMap<TrueType, string>();

/**
 * The family that a font calls itself, in Chinese if it has such a name. Word takes no name of more than 31 characters, and
 * the English one of the FangSong has 35.
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

/** A name table under which every system finds the family by the one name that the file gives it. */
export function nameTable(font: TrueType): Buffer {
  const name = font.table('name');
  const texts = KEPT.flatMap((id) => {
    const isFamily = id === FAMILY || id === FULL_NAME;
    const text = isFamily ? familyName(font) : name && nameString(name, id, ENGLISH);
    return text === undefined ? [] : [{ id, bytes: Buffer.from(text, 'utf16le').swap16() }];
  });
  const header = Buffer.alloc(6 + 12 * texts.length);
  let offset = 0;
  const words = [0, texts.length, header.length];
  for (const { id, bytes } of texts) {
    words.push(3, 1, ENGLISH, id, bytes.length, offset);
    offset += bytes.length;
  }
  for (const [i, word] of words.entries()) header.writeUInt16BE(word, 2 * i);
  return Buffer.concat([header, ...texts.map(({ bytes }) => bytes)]);
}
