import { int16, uint16, uint32 } from '../../bytes/big-endian.js';
import type { Bytes } from '../../bytes/bytes.js';
import { type AllLimits, beyond } from '../../limits/limits-of.js';
import { proveOutlines } from './prove-outlines.js';
import { type Directory, readDirectory } from './table-directory.js';

/** A font that somebody hands in, looked at before it is used. */

/** The tables that must be there, and how long each is at least. */
const NEEDED: { readonly [tag: string]: number } = {
  ...{ head: 54, hhea: 36, maxp: 6, hmtx: 4, loca: 4, glyf: 0, cmap: 4, name: 6 },
};

/** All tables that are read. */
const READ: readonly string[] = [...Object.keys(NEEDED), 'OS/2'];

function proveTables(bytes: Bytes, directory: Directory, limits: AllLimits): void {
  if (bytes.length > limits.fontBytes) throw new Error(`文件${beyond('fontBytes', limits)}`);
  if (directory.size > limits.fontTables) throw new Error(`字体里的表${beyond('fontTables', limits)}`);
  for (const [tag, { offset, length }] of directory) {
    if (offset + length > bytes.length) throw new Error(`字体的 ${tag.trim()} 表残缺`);
  }
  // Each is read whole: tables that lie over each other would take many times the file. What is not read may: pictures of glyphs often
  // stand there once, under Microsoft's name and under Apple's.
  const sizes = READ.reduce((sum, tag) => sum + (directory.get(tag)?.length ?? 0), 0);
  if (sizes > bytes.length) throw new Error('字体的表互相重叠');
  for (const [tag, least] of Object.entries(NEEDED)) {
    const place = directory.get(tag);
    if (place === undefined) throw new Error(`字体缺少 ${tag} 表`);
    if (place.length < least) throw new Error(`字体的 ${tag} 表残缺`);
  }
  if (directory.get('glyf')?.length === 0) throw new Error('字体的 glyf 表是空的');
}

/** Where the outline of each glyph begins, and behind the last where it ends. */
function placesOf(loca: Uint8Array, count: number, isLong: boolean): Uint32Array {
  const places = new Uint32Array(count + 1);
  for (let glyph = 0; glyph <= count; glyph++) {
    places[glyph] = isLong ? uint32(loca, 4 * glyph) : 2 * uint16(loca, 2 * glyph);
  }
  return places;
}

function provePlaces(places: Uint32Array, length: number, limits: AllLimits): void {
  for (let glyph = 1; glyph < places.length; glyph++) {
    const [from, to] = [places[glyph - 1] as number, places[glyph] as number];
    if (to < from || to > length) throw new Error(`字体的 loca 表有误：第 ${glyph - 1} 个字形不在 glyf 表里`);
    if (to - from > limits.glyphBytes) throw new Error(`第 ${glyph - 1} 个字形的轮廓${beyond('glyphBytes', limits)}`);
  }
}

function proveMetrics(hhea: Uint8Array, hmtx: Uint8Array, count: number): void {
  const measured = uint16(hhea, 34);
  if (measured === 0 || measured > count) throw new Error('字体的 hhea 表有误：字宽的个数不对');
  if (hmtx.length < 4 * measured + 2 * (count - measured)) throw new Error('字体的 hmtx 表残缺');
}

/** Names are looked for when a file is written: too late to say that the font is at fault. */
function proveNames(name: Uint8Array): void {
  if (name.length < 6 + 12 * uint16(name, 2)) throw new Error('字体的 name 表残缺');
}

/**
 * Makes sure that a font is whole, and within the limits.
 *
 * @throws Error in Chinese that says what is wrong with it
 */
export function proveFont(bytes: Bytes, limits: AllLimits): void {
  const directory = readDirectory(bytes);
  proveTables(bytes, directory, limits);
  const table = (tag: string): Uint8Array => {
    const { offset, length } = directory.get(tag) ?? { offset: 0, length: 0 };
    return bytes.read(offset, length);
  };
  const head = table('head');
  const unitsPerEm = uint16(head, 18);
  if (unitsPerEm < 16 || unitsPerEm > 16_384) throw new Error('字体的 head 表有误：字面的单位不对');
  proveNames(table('name'));
  const count = uint16(table('maxp'), 4);
  proveMetrics(table('hhea'), table('hmtx'), count);
  const places = placesOf(table('loca'), count, int16(head, 50) === 1);
  const glyf = table('glyf');
  provePlaces(places, glyf.length, limits);
  const outlineOf = (glyph: number) => glyf.subarray(places[glyph], places[glyph + 1]);
  proveOutlines({ count, outlineOf, mostParts: limits.glyphParts, mostPoints: limits.glyphPoints });
}
