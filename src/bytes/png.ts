import { inflateSync } from 'node:zlib';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/**
 * Reads a PNG as far as it takes to know that pdfkit can: pdfkit unpacks pictures with transparency behind its caller's back,
 * and an error there ends the process.
 */

const SIGNATURE = '89504e470d0a1a0a';
/** Samples of a pixel, by colour type. */
const SAMPLES: { readonly [type: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: { readonly [type: number]: readonly number[] } = {
  ...{ 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] },
};
/** The seven passes of an interlaced picture: where each begins, and its steps. */
const PASSES = [
  ...[
    { x: 0, y: 0, dx: 8, dy: 8 },
    { x: 4, y: 0, dx: 8, dy: 8 },
    { x: 0, y: 4, dx: 4, dy: 8 },
  ],
  ...[
    { x: 2, y: 0, dx: 4, dy: 4 },
    { x: 0, y: 2, dx: 2, dy: 4 },
    { x: 1, y: 0, dx: 2, dy: 2 },
    { x: 0, y: 1, dx: 1, dy: 2 },
  ],
];
const WHOLE = [{ x: 0, y: 0, dx: 1, dy: 1 }];

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly isInterlaced: boolean;
  readonly hasPalette: boolean;
}

function unreadable(found: string): ReportError {
  return new ReportError([
    diagnostic('seal/unreadable', {
      message: '不能使用印章图片',
      found,
      expected: '完整的 PNG 图片',
      hint: '换用完整的 PNG 图片，底色透明为好',
    }),
  ]);
}

function readChunks(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; chunks.at(-1)?.name !== 'IEND'; ) {
    const end = at + 8 <= png.length ? at + 12 + png.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (end > png.length) throw unreadable('文件残缺');
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

function readHeader(chunk: Chunk | undefined): Header {
  if (chunk?.name !== 'IHDR' || chunk.data.length !== 13) throw unreadable('没有文件头');
  const { data } = chunk;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth, type, compression, filter, interlace] = data.subarray(8) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isKnown = DEPTHS[type]?.includes(depth) && compression === 0 && filter === 0 && interlace <= 1;
  if (!isKnown || width === 0 || height === 0) throw unreadable('文件头有误');
  return { width, height, bits: depth * (SAMPLES[type] ?? 1), isInterlaced: interlace === 1, hasPalette: type === 3 };
}

/** Whether the pixels are all there, and each row packed in a way that there is. */
function isWhole(pixels: Buffer, { width, height, bits, isInterlaced }: Header): boolean {
  let at = 0;
  for (const { x, y, dx, dy } of isInterlaced ? PASSES : WHOLE) {
    const columns = Math.ceil((width - x) / dx);
    const rows = columns > 0 ? Math.ceil((height - y) / dy) : 0;
    for (let row = 0; row < rows; row++) {
      if ((pixels[at] ?? 5) > 4) return false;
      at += 1 + Math.ceil((columns * bits) / 8);
    }
  }
  return at <= pixels.length;
}

function inflated(packed: Buffer): Buffer {
  try {
    return inflateSync(packed);
  } catch {
    throw unreadable('图像数据损坏');
  }
}

/**
 * The size of a picture in pixels.
 *
 * @throws ReportError `seal/unreadable` if it is no PNG, or one that is damaged or cut off
 */
export function pngSize(image: Uint8Array): { readonly width: number; readonly height: number } {
  const png = Buffer.from(image.buffer, image.byteOffset, image.length);
  if (png.toString('hex', 0, 8) !== SIGNATURE) throw unreadable('不是 PNG 图片');
  const chunks = readChunks(png);
  const header = readHeader(chunks[0]);
  if (header.hasPalette && !chunks.some(({ name }) => name === 'PLTE')) throw unreadable('没有调色板');
  const pixels = inflated(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  if (!isWhole(pixels, header)) throw unreadable('图像数据不全');
  return { width: header.width, height: header.height };
}
