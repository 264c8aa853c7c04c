import { type ByteSink, putText, sharedSink, written } from '../../bytes/byte-sink.js';
import { ASCENT } from '../../fonts/em-box.js';
import type { TrueType } from '../../fonts/sfnt/truetype.js';
import { deflate } from './deflate.js';
import type { DeflatedFont } from './deflated-font.js';
import type { ObjectWriter } from './objects.js';

/** A glyph as it is embedded for a character: a code point, or a base with marks. */
export interface Drawn {
  /** Its number in the font. */
  readonly glyph: number;
  /** Its advance in thousandths of the font size. */
  readonly advance: number;
  /** The character, in hexadecimal. */
  readonly text: string;
}

/** The glyphs are not in a standard encoding (ISO 32000-1, table 123). */
const SYMBOLIC = 1 << 2;
/** The advance of a Chinese character: the default, which is not listed. */
const FULL = 1000;

const hex = (number: number): string => number.toString(16).padStart(4, '0');

/** A number as short as a millionth allows. */
const short = (number: number): number => Math.round(number * 1e6) / 1e6;

/** `1 [500] 7 [556 556]`: the widths of consecutive glyphs that are not full width. */
function widthsOf(used: readonly Drawn[]): string {
  let widths = '';
  let isOpen = false;
  for (const [i, { advance }] of used.entries()) {
    const isListed = advance !== FULL;
    if (isOpen && !isListed) widths += ']';
    if (isListed) widths += isOpen ? ` ${short(advance)}` : ` ${i} [${short(advance)}`;
    isOpen = isListed;
  }
  return isOpen ? `${widths}]` : widths;
}

/** The characters by glyph number. All numbers of a range must have the same first byte. */
function putRanges(sink: ByteSink, used: readonly Drawn[]): void {
  putText(sink, `${Math.ceil(used.length / 256)} beginbfrange\n`);
  for (let from = 0; from < used.length; from += 256) {
    const to = Math.min(from + 256, used.length);
    putText(sink, `<${hex(from)}> <${hex(to - 1)}> [`);
    for (let i = from; i < to; i++) {
      putText(sink, '<');
      putText(sink, (used[i] as Drawn).text);
      putText(sink, '>');
    }
    putText(sink, ']\n');
  }
  putText(sink, 'endbfrange\n');
}

/** What a map of characters begins with and ends with. */
const MAP_HEAD = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
`;
const MAP_FOOT = 'endcmap CMapName currentdict /CMap defineresource pop end end';

const takeMap = sharedSink(1 << 14, 1 << 18);

/** The map from numbers of glyphs to characters, which stands until the next is made. */
function toUnicode(used: readonly Drawn[]): Uint8Array {
  const sink = takeMap();
  putText(sink, MAP_HEAD);
  putRanges(sink, used);
  putText(sink, MAP_FOOT);
  return written(sink);
}

/** Six capital letters that distinguish subsets of one face (ISO 32000-1, 9.6.4). */
function subsetTag(used: readonly Drawn[]): string {
  // Fowler, Noll and Vo's sum, FNV-1a.
  let sum = 0x811c9dc5;
  for (const { glyph } of used) sum = Math.imul(sum ^ glyph, 0x01000193) >>> 0;
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(sum / 26 ** i) % 26))).join('');
}

/** Writes the font as a file, and what describes it; returns the number of this. */
function writeDescriptor(font: TrueType, name: string, file: DeflatedFont, objects: ObjectWriter): number {
  const [program, descriptor] = [objects.nextNumber(), objects.nextNumber()];
  const { length, bytes } = file;
  objects.stream(program, `<</Length1 ${length}/Length ${bytes.length}/Filter /FlateDecode>>`, bytes);
  const box = font.bbox.map((edge) => Math.round((edge * 1000) / font.unitsPerEm)).join(' ');
  const height = `/Ascent ${Math.round(ASCENT * 1000)}/Descent ${Math.round((ASCENT - 1) * 1000)}/CapHeight 700/XHeight 500`;
  putText(
    objects.begin(descriptor),
    `<</Type /FontDescriptor/FontName /${name}/Flags ${SYMBOLIC}/FontBBox [${box}]${height}/ItalicAngle 0/StemV 80/FontFile2 ${program} 0 R>>`,
  );
  return descriptor;
}

/** Writes the map of characters; returns its number. */
function writeMap(used: readonly Drawn[], objects: ObjectWriter): number {
  const map = objects.nextNumber();
  const bytes = deflate(toUnicode(used));
  objects.stream(map, `<</Length ${bytes.length}/Filter /FlateDecode>>`, bytes);
  return map;
}

/** Writes the objects of a font with its glyphs in use; `number` is that of the font itself. */
export function writeFontObjects(
  font: TrueType,
  used: readonly Drawn[],
  file: DeflatedFont,
  number: number,
  objects: ObjectWriter,
): void {
  const name = `${subsetTag(used)}+${font.postscriptName}`;
  const descriptor = writeDescriptor(font, name, file, objects);
  const map = writeMap(used, objects);
  const descendant = objects.nextNumber();
  const system = `/CIDSystemInfo <</Registry (Adobe)/Ordering (Identity)/Supplement 0>>`;
  putText(
    objects.begin(descendant),
    `<</Type /Font/Subtype /CIDFontType2/BaseFont /${name}/CIDToGIDMap /Identity${system}/FontDescriptor ${descriptor} 0 R/DW ${FULL}/W [${widthsOf(used)}]>>`,
  );
  putText(
    objects.begin(number),
    `<</Type /Font/Subtype /Type0/BaseFont /${name}/Encoding /Identity-H/DescendantFonts [${descendant} 0 R]/ToUnicode ${map} 0 R>>`,
  );
}
