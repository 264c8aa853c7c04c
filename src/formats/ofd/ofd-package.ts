import { written } from '../../bytes/byte-sink.js';
import type { ByteTools } from '../../bytes/byte-tools.js';
import { concat } from '../../bytes/concat.js';
import { hex } from '../../bytes/hex.js';
import { deflated, deflatedTo, type Packed, stored, zip } from '../../bytes/zip.js';
import type { WrittenFont } from '../../fonts/sfnt/font-file.js';
import type { Meta } from '../../model/document.js';
import { putFont } from '../paged/packed-font.js';
import { rootPart } from './root-part.js';

/** What a part is: text, bytes or a font. */
type Content = string | Uint8Array | WrittenFont;

/** Parts by their names. */
export type Parts = Readonly<Record<string, Content>>;

export const ROOT = 'OFD.xml';

/**
 * How hard zlib packs. A short file is packed quickly, its fonts by the outlines that are packed already; in a long one fonts take little of
 * the time, and are packed for their size.
 */
const EFFORT = { short: 6, long: { font: 5, text: 7 } };

/** A file is long from here on, in characters of text for a byte of font. */
const LONG = 1.5;

const encoder = new TextEncoder();

/** What a file is known by: 32 digits that follow from all that it holds and says, so that the same input gives the same file. */
export function identifierOf(
  root: (identifier: string) => string,
  entries: readonly { readonly name: string; readonly data: Uint8Array }[],
  { sha1 }: Pick<ByteTools, 'sha1'>,
): string {
  const held = entries.flatMap(({ name, data }) => [encoder.encode(`\n${name}\n`), data]);
  return hex(sha1(concat([encoder.encode(root('')), ...held]))).slice(0, 32);
}

function isLong(parts: Parts): boolean {
  let [text, fonts] = [0, 0];
  for (const content of Object.values(parts)) {
    if (typeof content === 'string') text += content.length;
    else if ('outlines' in content) fonts += content.bytes.length;
  }
  return text > LONG * fonts;
}

function packedFont(font: WrittenFont, isInLong: boolean, tools: ByteTools): Packed {
  if (isInLong) return deflated(font.bytes, tools, EFFORT.long.font);
  const sink = { bytes: new Uint8Array(font.bytes.length), at: 0 };
  putFont(sink, font, tools.deflateRaw);
  return deflatedTo(written(sink), font.bytes, tools);
}

function packedPart(name: string, content: Content, isInLong: boolean, tools: ByteTools): Packed {
  const effort = isInLong ? EFFORT.long.text : EFFORT.short;
  if (typeof content === 'string') return deflated(encoder.encode(content), tools, effort);
  if ('outlines' in content) return packedFont(content, isInLong, tools);
  return name.endsWith('.png') ? stored(content, tools) : deflated(content, tools);
}

/** The file. Its first part is stored as it is, so that programs see at the front what the file is. */
export function packed(parts: Parts, meta: Meta, tools: ByteTools): Uint8Array {
  const isInLong = isLong(parts);
  const entries = Object.entries(parts).map(([name, content]) => ({
    name,
    ...packedPart(name, content, isInLong, tools),
  }));
  const root = (identifier: string) => rootPart(meta, identifier);
  const first = stored(encoder.encode(root(identifierOf(root, entries, tools))), tools);
  return zip([{ name: ROOT, ...first }, ...entries]);
}
