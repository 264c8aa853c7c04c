import { setUint32, uint16s } from '../../bytes/big-endian.js';
import { concat } from '../../bytes/concat.js';

/** A range of consecutive code points with consecutive glyphs. */
interface Range {
  readonly first: number;
  readonly glyph: number;
  last: number;
}

function ranges(glyphs: ReadonlyMap<number, number>): readonly Range[] {
  const found: Range[] = [];
  for (const [point, glyph] of [...glyphs].toSorted(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && point === last.last + 1 && glyph - last.glyph === point - last.first) last.last = point;
    else found.push({ first: point, last: point, glyph });
  }
  return found;
}

/** Format 4, which every program reads: ranges of the basic plane, each with the offset from code point to glyph. */
function segments(all: readonly Range[]): Uint8Array {
  const basic = [...all.filter(({ first }) => first < 0xffff), { first: 0xffff, last: 0xffff, glyph: 0 }];
  const count = basic.length;
  const power = Math.floor(Math.log2(count));
  return uint16s([
    ...[4, 16 + 8 * count, 0, 2 * count, 2 << power, power, 2 * count - (2 << power)],
    ...basic.map(({ last }) => last),
    0,
    ...basic.map(({ first }) => first),
    ...basic.map(({ first, glyph }) => (glyph - first) & 0xffff),
    ...basic.map(() => 0),
  ]);
}

/** Format 12: ranges of all planes. */
function groups(all: readonly Range[]): Uint8Array {
  const table = new Uint8Array(16 + 12 * all.length);
  table[1] = 12;
  setUint32(table, 4, table.length);
  setUint32(table, 12, all.length);
  for (const [i, { first, last, glyph }] of all.entries()) {
    setUint32(table, 16 + 12 * i, first);
    setUint32(table, 20 + 12 * i, last);
    setUint32(table, 24 + 12 * i, glyph);
  }
  return table;
}

/** A cmap table for Windows: the basic plane, and all planes in a second format if there are others. */
export function characterMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const all = ranges(glyphs);
  const basic = segments(all);
  if (all.every(({ last }) => last <= 0xffff)) return concat([uint16s([0, 1, 3, 1, 0, 12]), basic]);
  return concat([uint16s([0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + basic.length]), basic, groups(all)]);
}
