import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type AllLimits, beyond } from '../limits/limits-of.js';
import { isBytes } from './is-bytes.js';

/** A PNG as its parts, as far as pixels need them. Every length is checked before anything is made of it. */
export interface PngParts {
  readonly header: PngHeader;
  /** Red, green and blue of each colour, if it has a palette. */
  readonly palette: Uint8Array;
  /** The alpha of colours of the palette, or the one colour that is transparent; empty if there is none. */
  readonly transparency: Uint8Array;
  /** The pixels, deflated as one and cut in pieces. */
  readonly pieces: readonly Uint8Array[];
}

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly type: number;
  readonly isInterlaced: boolean;
}

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The chunks that pixels are made of. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT']);
/** No seal is so many times as long as it is broad; on paper such a picture would leave the page, and Word opens none that leaves it far. */
const SLIMMEST = 10;
/** The type of pictures with a palette. */
export const PALETTE = 3;
/** Bytes of a palette of 256 colours. */
const LONGEST_PALETTE = 768;
const DEPTHS: { readonly [type: number]: readonly number[] } = {
  ...{ 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] },
};
interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
  /** Whether its checksum is right. */
  readonly isWhole: () => boolean;
}

/** What CRC-32 makes of each byte. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (REMAINDERS[(rest ^ byte) & 0xff] as number);
  return ~rest >>> 0;
}

export function unreadable(reason: string): ReportError {
  return new ReportError([diagnostic('seal/unreadable', { reason })]);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function readChunks(png: Uint8Array, most = Number.POSITIVE_INFINITY): readonly Chunk[] {
  const view = viewOf(png);
  const chunks: Chunk[] = [];
  for (let at = 8; chunks.at(-1)?.name !== 'IEND'; ) {
    const end = at + 8 <= png.length ? at + 12 + view.getUint32(at) : Number.POSITIVE_INFINITY;
    if (end > png.length) throw unreadable('文件残缺');
    if (chunks.length === most) throw unreadable(`数据块超过 ${most} 段`);
    const body = png.subarray(at + 4, end - 4);
    const name = String.fromCharCode(...body.subarray(0, 4));
    chunks.push({ name, data: body.subarray(4), isWhole: () => crc32(body) === view.getUint32(end - 4) });
    at = end;
  }
  return chunks;
}

function readHeader(chunk: Chunk | undefined): PngHeader {
  if (chunk?.name !== 'IHDR' || chunk.data.length !== 13) throw unreadable('没有文件头');
  const view = viewOf(chunk.data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = 0, compression, filter, interlace = 0] = chunk.data.subarray(8);
  const isKnown = DEPTHS[type]?.includes(depth) && compression === 0 && filter === 0 && interlace <= 1;
  if (!isKnown || width === 0 || height === 0) throw unreadable('文件头有误');
  return { width, height, depth, type, isInterlaced: interlace === 1 };
}

const isPng = (bytes: Uint8Array): boolean => isBytes(bytes) && SIGNATURE.every((byte, i) => bytes[i] === byte);

/**
 * Looks whether a PNG is within the limits, before anything is made of it: decoding takes up to forty bytes a pixel.
 *
 * @throws ReportError `seal/unreadable` if it is not, or if it is none
 */
export function provePngSize(bytes: Uint8Array, limits: AllLimits): void {
  if (!isPng(bytes)) throw unreadable('不是 PNG 图片');
  if (bytes.length > limits.sealBytes) throw unreadable(`文件${beyond('sealBytes', limits)}`);
  const { width, height } = readHeader(readChunks(bytes, limits.sealChunks)[0]);
  if (Math.max(width / height, height / width) > SLIMMEST) throw unreadable(`${width} × ${height} 像素，太狭长`);
  const most = limits.sealPixels;
  if (width * height > most) throw unreadable(`${width} × ${height} 像素，超过 ${most} 像素`);
}

function provePalette({ length }: Uint8Array): void {
  if (length < 3) throw unreadable('没有调色板');
  if (length % 3 !== 0 || length > LONGEST_PALETTE) throw unreadable('调色板有误');
}

/**
 * Takes a PNG apart.
 *
 * @throws ReportError `seal/unreadable` if it is damaged or cut off
 */
export function readParts(bytes: Uint8Array): PngParts {
  const chunks = readChunks(bytes);
  const header = readHeader(chunks[0]);
  if (chunks.some(({ name, isWhole }) => NEEDED.has(name) && !isWhole())) throw unreadable('图像数据损坏');
  const dataOf = (wanted: string) => chunks.filter(({ name }) => name === wanted).map(({ data }) => data);
  // Word files and pages carry the picture as it is, and what shows them refuses these.
  if (dataOf('IHDR').length > 1) throw unreadable('文件头有误');
  const [palette = new Uint8Array()] = dataOf('PLTE');
  const [transparency = new Uint8Array()] = dataOf('tRNS');
  if (header.type === PALETTE) provePalette(palette);
  return { header, palette, transparency, pieces: dataOf('IDAT') };
}
