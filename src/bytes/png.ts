import { decode } from 'fast-png';
import { zlibSync } from 'fflate';
import { type LimitOptions, limitsOf } from '../limits/limits-of.js';
import { once } from '../memo/once.js';
import { type PngHeader, type PngParts, provePngSize, readParts, SIGNATURE, unreadable } from './png-chunks.js';
import { type Samples, toRgba } from './png-colours.js';
import { type Pass, readPasses } from './png-passes.js';

/**
 * PNG to pixels. fast-png undoes the filters of the rows. It would inflate whatever comes, reads interlaced pictures of less than
 * eight bits wrong and leaves samples packed; so it gets each pass as a picture of its own, inflated within bounds before.
 */

/** Pixels in rows from the top, four bytes each: red, green, blue and alpha, the colours as they are where nothing shows through. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A chunk of a PNG. The checksum at its end stays 0: nobody looks at it. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  return bytes;
}

/** A pass as a PNG of its own, its data as they are. */
function alone({ columns, rows, data }: Pass, { depth, type }: PngHeader): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, columns);
  view.setUint32(4, rows);
  header.set([depth, type], 8);
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(data, { level: 0 })),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}

function decodePass(pass: Pass, parts: PngParts): Uint8Array {
  try {
    const { data } = decode(alone(pass, parts.header));
    return toRgba(data as Samples, pass, parts);
  } catch {
    throw unreadable('图像数据损坏');
  }
}

/** Puts the pixels of a pass where they belong. */
function scatter({ x, y, dx, dy, columns, rows }: Pass, from: Uint32Array, to: Uint32Array, width: number): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      to[(y + row * dy) * width + x + column * dx] = from[row * columns + column] as number;
    }
  }
}

/** Kept for as long as the bytes are: the formats of a report, and the reports of a batch, have the same seal. */
const decoded = once((bytes: Uint8Array): Picture => {
  const parts = readParts(bytes);
  const { width, height } = parts.header;
  const rgba = new Uint8Array(width * height * 4);
  const pixels = new Uint32Array(rgba.buffer);
  for (const pass of readPasses(parts)) {
    scatter(pass, new Uint32Array(decodePass(pass, parts).buffer), pixels, width);
  }
  return { width, height, rgba };
});

/**
 * The pixels of a PNG of any kind. Its bytes must not change while they are in use.
 *
 * @throws ReportError `seal/unreadable` if it is no PNG, or one that is damaged, cut off or too large
 */
export function decodePng(bytes: Uint8Array, options: LimitOptions = {}): Picture {
  provePngSize(bytes, limitsOf(options));
  return decoded(bytes);
}
