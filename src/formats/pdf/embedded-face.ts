import { type ByteSink, makeRoom, putText, sharedSink, written } from '../../bytes/byte-sink.js';
import { drawnPoint, eachUnit, type UnitKey, unitText } from '../../characters/drawn-units.js';
import { ASCENT } from '../../fonts/em-box.js';
import { createSubset } from '../../fonts/sfnt/subset.js';
import type { TrueType } from '../../fonts/sfnt/truetype.js';
import { keep } from '../../memo/memo.js';
import { once } from '../../memo/once.js';
import { type DeflatedFont, deflateFont } from './deflated-font.js';
import { type MakeObject, makeDeflated, makeStream, type PdfReference, textString, utf16Hex } from './objects.js';

/**
 * A face embedded in a file (ISO 32000-1, 9.7): the glyphs in use, numbered in order of use, with two bytes each in the text, and the
 * map from numbers back to characters. pdfkit's own fonts are not used: they are parsed again for every file, and shape text that needs
 * no shaping.
 */
export interface EmbeddedFace {
  /** Its resource name on the pages. */
  readonly name: string;
  readonly reference: PdfReference;
  /** Writes the glyphs of a text as a literal string has them between its parentheses. New ones are added to the face. */
  readonly putCodes: (sink: ByteSink, text: string) => void;
  /** Writes the objects. All texts must be written before. */
  readonly end: () => void;
}

/** A glyph as it is embedded for a character: a code point, or a base with marks. */
interface Drawn {
  /** Its number in the font. */
  readonly glyph: number;
  /** Its advance in thousandths of the font size. */
  readonly advance: number;
  /** The character, in hexadecimal. */
  readonly text: string;
}

function draw(font: TrueType, character: string, glyph = font.glyphOf(drawnPoint(character))): Drawn {
  return { glyph, advance: (font.advanceOf(glyph) * 1000) / font.unitsPerEm, text: utf16Hex(character) };
}

/** What has been drawn in each font: a report draws some six hundred characters, and so does the next. */
const drawnIn = once((_: TrueType) => new Map<UnitKey, Drawn>());
/** Characters to keep for a font. */
const MOST_DRAWN = 20_000;

/** The glyphs are not in a standard encoding (ISO 32000-1, table 123). */
const SYMBOLIC = 1 << 2;
/** The advance of a Chinese character: the default, which is not listed. */
const FULL = 1000;

const hex = (number: number): string => number.toString(16).padStart(4, '0');

const BACKSLASH = 92;

/** The letter that stands, behind a backslash, for a byte that a literal string cannot have as it is (ISO 32000-1, 7.3.4.2); 0 for others. */
const ESCAPED = new Uint8Array(256);
ESCAPED[13] = 'r'.charCodeAt(0);
for (const byte of [40, 41, BACKSLASH]) ESCAPED[byte] = byte;

/** Writes a byte of a literal string, for which there is room. */
function putLiteral(sink: ByteSink, byte: number): void {
  const { bytes } = sink;
  const escaped = ESCAPED[byte] as number;
  if (escaped !== 0) bytes[sink.at++] = BACKSLASH;
  bytes[sink.at++] = escaped === 0 ? byte : escaped;
}

/** A number of two bytes takes no more than this in a literal string. */
const LONGEST_CODE = 4;

/** `[1 [500] 7 [556 556]]`: the widths of consecutive glyphs that are not full width. */
function widthsOf(used: readonly Drawn[]): readonly (number | readonly number[])[] {
  const widths: (number | number[])[] = [];
  for (const [i, { advance }] of used.entries()) {
    if (advance === FULL) continue;
    const goesOn = i > 0 && used[i - 1]?.advance !== FULL;
    if (goesOn) (widths.at(-1) as number[]).push(advance);
    else widths.push(i, [advance]);
  }
  return widths;
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

function writeDescriptor(font: TrueType, name: string, file: DeflatedFont, make: MakeObject): PdfReference {
  const program = makeDeflated({ Length1: file.length }, file.bytes, make);
  const descriptor = make({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: font.bbox.map((edge) => Math.round((edge * 1000) / font.unitsPerEm)),
    Ascent: Math.round(ASCENT * 1000),
    Descent: Math.round((ASCENT - 1) * 1000),
    CapHeight: 700,
    XHeight: 500,
    ItalicAngle: 0,
    StemV: 80,
    FontFile2: program,
  });
  descriptor.end();
  return descriptor;
}

function write(
  font: TrueType,
  used: readonly Drawn[],
  file: DeflatedFont,
  reference: PdfReference,
  make: MakeObject,
): void {
  const name = `${subsetTag(used)}+${font.postscriptName}`;
  const descriptor = writeDescriptor(font, name, file, make);
  const descendant = make({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDToGIDMap: 'Identity',
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: FULL,
    W: widthsOf(used),
  });
  descendant.end();
  const characters = makeStream({}, toUnicode(used), make);
  Object.assign(reference.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: characters,
  });
  reference.end();
}

/** Embeds a face in a file. */
export function embedFace(font: TrueType, name: string, make: MakeObject): EmbeddedFace {
  const subset = createSubset(font);
  const drawn = drawnIn(font);
  const used = [draw(font, '\0', 0)];
  const numbers = new Map<UnitKey, number>();
  const reference = make({});
  const include = (key: UnitKey): number => {
    const one = drawn.get(key) ?? keep(drawn, MOST_DRAWN, key, draw(font, unitText(key)));
    const first = subset.include(one.glyph);
    // What is copied out of the file follows the number of the glyph: ‑ and - must not share one, though they look the same.
    const number = used[first] === undefined ? first : subset.repeat(one.glyph);
    used[number] = one;
    numbers.set(key, number);
    return number;
  };
  const put = (sink: ByteSink, number: number): void => {
    putLiteral(sink, number >> 8);
    putLiteral(sink, number & 0xff);
  };
  const putCodes = (sink: ByteSink, text: string): void => {
    makeRoom(sink, LONGEST_CODE * text.length);
    eachUnit(text, (key) => put(sink, numbers.get(key) ?? include(key)));
  };
  return { name, reference, putCodes, end: () => write(font, used, deflateFont(subset.tables()), reference, make) };
}
