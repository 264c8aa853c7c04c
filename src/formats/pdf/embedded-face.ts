import { type ByteSink, makeRoom } from '../../bytes/byte-sink.js';
import { drawnPoint, eachUnit, type UnitKey, unitText } from '../../characters/drawn-units.js';
import { createSubset } from '../../fonts/sfnt/subset.js';
import type { TrueType } from '../../fonts/sfnt/truetype.js';
import { keep } from '../../memo/memo.js';
import { once } from '../../memo/once.js';
import { deflateFont } from './deflated-font.js';
import { type Drawn, writeFontObjects } from './font-objects.js';
import { type ObjectWriter, type PdfReference, utf16Hex } from './objects.js';

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

function draw(font: TrueType, character: string, glyph = font.glyphOf(drawnPoint(character))): Drawn {
  return { glyph, advance: (font.advanceOf(glyph) * 1000) / font.unitsPerEm, text: utf16Hex(character) };
}

/** What has been drawn in each font: a report draws some six hundred characters, and so does the next. */
const drawnIn = once((_: TrueType) => new Map<UnitKey, Drawn>());
/** Characters to keep for a font. */
const MOST_DRAWN = 20_000;

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

/** Embeds a face in a file, as the object of a reference. */
export function embedFace(font: TrueType, name: string, reference: PdfReference, objects: ObjectWriter): EmbeddedFace {
  const subset = createSubset(font);
  const drawn = drawnIn(font);
  const used = [draw(font, '\0', 0)];
  const numbers = new Map<UnitKey, number>();
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
  const end = () => writeFontObjects(font, used, deflateFont(subset.tables()), reference.id, objects);
  return { name, reference, putCodes, end };
}
