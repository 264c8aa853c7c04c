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
function segments(all: readonly Range[]): Buffer {
  const basic = [...all.filter(({ first }) => first < 0xffff), { first: 0xffff, last: 0xffff, glyph: 0 }];
  const count = basic.length;
  const power = Math.floor(Math.log2(count));
  const words = [
    ...[4, 16 + 8 * count, 0, 2 * count, 2 << power, power, 2 * count - (2 << power)],
    ...basic.map(({ last }) => last),
    0,
    ...basic.map(({ first }) => first),
    ...basic.map(({ first, glyph }) => (glyph - first) & 0xffff),
    ...basic.map(() => 0),
  ];
  const table = Buffer.alloc(2 * words.length);
  for (const [i, word] of words.entries()) table.writeUInt16BE(word, 2 * i);
  return table;
}

/** Format 12: ranges of all planes. */
function groups(all: readonly Range[]): Buffer {
  const table = Buffer.alloc(16 + 12 * all.length);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(all.length, 12);
  for (const [i, { first, last, glyph }] of all.entries()) {
    table.writeUInt32BE(first, 16 + 12 * i);
    table.writeUInt32BE(last, 20 + 12 * i);
    table.writeUInt32BE(glyph, 24 + 12 * i);
  }
  return table;
}

/** A cmap table for Windows, in two formats: the basic plane alone, and all planes. */
export function characterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const all = ranges(glyphs);
  const [basic, full] = [segments(all), groups(all)];
  const header = Buffer.alloc(20);
  const words = [0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + basic.length];
  for (const [i, word] of words.entries()) header.writeUInt16BE(word, 2 * i);
  return Buffer.concat([header, basic, full]);
}
