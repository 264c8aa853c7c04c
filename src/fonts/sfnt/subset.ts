import { setUint16, setUint32 } from '../../bytes/big-endian.js';
import { componentsOf, isComposite } from './composite.js';
import { padded, type SubsetTables, tableOf } from './table-directory.js';
import type { TrueType } from './truetype.js';

/** The glyphs that a document uses, numbered from 0 (.notdef) in order of use. */
export interface Subset {
  /** The new number of a glyph; adds it if it is new. */
  readonly include: (glyph: number) => number;
  /** A further number for a glyph that may have one, so that each of two characters which look alike has its own. */
  readonly repeat: (glyph: number) => number;
  /** The tables of a font with just these glyphs; without cmap, name and OS/2, which embedding in PDF does not need. */
  readonly tables: () => SubsetTables;
}

/** Gives the parts of a composite glyph their new numbers, adding them to the subset. */
function renumberParts(outline: Uint8Array, include: Subset['include']): Uint8Array {
  const copy = new Uint8Array(outline);
  for (const { glyph, numberAt } of componentsOf(outline)) setUint16(copy, numberAt, include(glyph));
  return copy;
}

function patched(table: Uint8Array | undefined, at: number, value: number): Uint8Array {
  const copy = new Uint8Array(table ?? new Uint8Array(at + 2));
  setUint16(copy, at, value);
  return copy;
}

function tablesOf(font: TrueType, glyphs: readonly number[], include: Subset['include']): SubsetTables {
  const outlines: Uint8Array[] = [];
  // Parts of composite glyphs are appended to `glyphs` during this loop.
  for (let i = 0; i < glyphs.length; i++) {
    const outline = font.outlineOf(glyphs[i] ?? 0);
    outlines.push(isComposite(outline) ? renumberParts(outline, include) : outline);
  }
  // Offsets are halved where two bytes hold them.
  const isShort = outlines.reduce((sum, { length }) => sum + padded(length), 0) <= 2 * 0xffff;
  const loca = new Uint8Array((isShort ? 2 : 4) * (glyphs.length + 1));
  const hmtx = new Uint8Array(4 * glyphs.length);
  let offset = 0;
  for (let i = 0; i < outlines.length; i++) {
    const glyph = glyphs[i] ?? 0;
    offset += padded((outlines[i] as Uint8Array).length);
    if (isShort) setUint16(loca, 2 * (i + 1), offset >> 1);
    else setUint32(loca, 4 * (i + 1), offset);
    setUint16(hmtx, 4 * i, font.advanceOf(glyph));
    setUint16(hmtx, 4 * i + 2, font.bearingOf(glyph));
  }
  const head = patched(font.table('head'), 50, isShort ? 0 : 1);
  setUint32(head, 8, 0);
  return [
    { tag: 'glyf', pieces: outlines, length: offset },
    tableOf('head', head),
    tableOf('hhea', patched(font.table('hhea'), 34, glyphs.length)),
    tableOf('hmtx', hmtx),
    tableOf('loca', loca),
    tableOf('maxp', patched(font.table('maxp'), 4, glyphs.length)),
  ];
}

/** An empty subset of a font. Hinting is left out: it would need more than the glyphs, and print does not use it. */
export function createSubset(font: TrueType): Subset {
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);
  const include = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, glyphs.length);
    return glyphs.push(glyph) - 1;
  };
  const repeat = (glyph: number): number => glyphs.push(glyph) - 1;
  return { include, repeat, tables: () => tablesOf(font, glyphs, include) };
}
