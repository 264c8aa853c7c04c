import { crc32, deflateSync } from 'node:zlib';

/** A PNG as it is to be written: its samples row by row, as many to a pixel as its type has. */
export interface Sampled {
  readonly width: number;
  readonly height: number;
  readonly type: number;
  readonly depth: number;
  readonly samples: readonly number[];
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

export const SAMPLES: { readonly [type: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

export function header({ width, height, depth, type, interlaced = false }: Omit<Sampled, 'samples'>): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, type, 0, 0, Number(interlaced)], 8);
  return chunk('IHDR', data);
}

/** Samples of a row as bytes, the first in the highest bits. */
function packed(samples: readonly number[], depth: number): Buffer {
  const bits = samples.map((sample) => sample.toString(2).padStart(depth, '0')).join('');
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

/** Which of left, above and both is nearest to what they foretell. */
function paeth(left: number, above: number, both: number): number {
  const [toLeft, toAbove, toBoth] = [left, above, both].map((one) => Math.abs(left + above - both - one)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toBoth) return left;
  return toAbove <= toBoth ? above : both;
}

/** A row under a filter, whose number stands before it. */
function filtered(row: Buffer, before: Buffer, filter: number, step: number): Buffer {
  const bytes = [...row].map((byte, i) => {
    const [left, above, both] = [row[i - step] ?? 0, before[i] ?? 0, before[i - step] ?? 0];
    const foretold = [0, left, above, Math.floor((left + above) / 2), paeth(left, above, both)][filter];
    return (byte - (foretold as number)) & 255;
  });
  return Buffer.from([filter, ...bytes]);
}

const PASSES = [
  ...[
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
  ],
  ...[
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ],
];

/** The rows of a picture, each filter in its turn. */
export function rowsOf({ width, height, type, depth, samples, interlaced = false }: Sampled): Buffer {
  const per = SAMPLES[type] as number;
  const step = Math.ceil((per * depth) / 8);
  const rows = (interlaced ? PASSES : [[0, 0, 1, 1]]).flatMap(([x = 0, y = 0, dx = 1, dy = 1]) => {
    let before = Buffer.alloc(0);
    const found: Buffer[] = [];
    for (let row = y; row < height && x < width; row += dy) {
      const columns = Array.from({ length: Math.ceil((width - x) / dx) }, (_, i) => row * width + x + i * dx);
      const bytes = packed(
        columns.flatMap((pixel) => samples.slice(per * pixel, per * (pixel + 1))),
        depth,
      );
      found.push(filtered(bytes, before, found.length % 5, step));
      before = bytes;
    }
    return found;
  });
  return Buffer.concat(rows);
}

/** The whole file; its data in two pieces, between chunks that are nobody's business. */
export function pngOf(picture: Sampled): Buffer {
  const { palette, transparency } = picture;
  const data = deflateSync(rowsOf(picture));
  return Buffer.concat([
    SIGNATURE,
    header(picture),
    chunk('tEXt', Buffer.from('Comment\0seal')),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(transparency ? [chunk('tRNS', Buffer.from(transparency))] : []),
    chunk('IDAT', data.subarray(0, 7)),
    chunk('IDAT', data.subarray(7)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
