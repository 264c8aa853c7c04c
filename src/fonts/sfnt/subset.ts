import { componentsOf, isComposite } from './composite.js';
import { type FontTable, padded, tableOf } from './table-directory.js';
import type { TrueType } from './truetype.js';

/** Copies of the glyphs a document uses, numbered anew from 0 (.notdef) in order of use. */
export interface Subset {
  /** The new number of a glyph; adds it if it is new. */
  readonly include: (glyph: number) => number;
  /** The tables of a font with just these glyphs; without cmap, name and OS/2, which embedding in PDF does not need. */
  readonly tables: () => readonly FontTable[];
}

/** A composite glyph names its parts by number: they join the subset under their new ones. */
function renumberParts(outline: Buffer, include: Subset['include']): Buffer {
  const copy = Buffer.from(outline);
  for (const { glyph, numberAt } of componentsOf(outline)) copy.writeUInt16BE(include(glyph), numberAt);
  return copy;
}

function patched(table: Buffer | undefined, at: number, value: number): Buffer {
  const copy = Buffer.from(table ?? Buffer.alloc(at + 2));
  copy.writeUInt16BE(value, at);
  return copy;
}

function tablesOf(font: TrueType, glyphs: readonly number[], include: Subset['include']): readonly FontTable[] {
  const outlines: Buffer[] = [];
  // Parts of composites are appended to `glyphs` while it is walked.
  for (let i = 0; i < glyphs.length; i++) {
    const outline = font.outlineOf(glyphs[i] ?? 0);
    outlines.push(isComposite(outline) ? renumberParts(outline, include) : outline);
  }
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const hmtx = Buffer.alloc(4 * glyphs.length);
  let offset = 0;
  for (const [i, outline] of outlines.entries()) {
    offset += padded(outline.length);
    loca.writeUInt32BE(offset, 4 * (i + 1));
    hmtx.writeUInt16BE(font.advanceOf(glyphs[i] ?? 0), 4 * i);
    hmtx.writeInt16BE(font.bearingOf(glyphs[i] ?? 0), 4 * i + 2);
  }
  const head = patched(font.table('head'), 50, 1);
  head.writeUInt32BE(0, 8);
  return [
    { tag: 'glyf', pieces: outlines, length: offset },
    tableOf('head', head),
    tableOf('hhea', patched(font.table('hhea'), 34, glyphs.length)),
    tableOf('hmtx', hmtx),
    tableOf('loca', loca),
    tableOf('maxp', patched(font.table('maxp'), 4, glyphs.length)),
  ];
}

/** An empty subset of a font. Hinting is left out: it does not survive the copying of glyphs alone, and print has no use for it. */
export function createSubset(font: TrueType): Subset {
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);
  const include = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  return { include, tables: () => tablesOf(font, glyphs, include) };
}
