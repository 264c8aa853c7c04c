import { crc32, deflateSync } from 'node:zlib';
import { pngSize } from '../../src/bytes/png.js';
import { toPdf } from '../../src/index.js';
import { loadPdf } from './clauses/file.mjs';
import { published } from './files.js';

// Every kind of PNG there is can be a seal.

const WIDTH = 13;
const HEIGHT = 9;

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Rows of zeros, each unfiltered; interlaced in the seven passes of Adam7. */
function pixels(bits: number, interlaced: boolean): Buffer {
  const rows = (width: number, height: number) =>
    Buffer.alloc(width * height && height * (1 + Math.ceil((width * bits) / 8)));
  const every = (length: number, from: number, step: number) => Math.max(0, Math.ceil((length - from) / step));
  const passes: readonly (readonly [number, number, number, number])[] = interlaced
    ? [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 0, 1, 1]];
  return Buffer.concat(passes.map(([x, y, dx, dy]) => rows(every(WIDTH, x, dx), every(HEIGHT, y, dy))));
}

function picture(type: number, depth: number, samples: number, interlaced: boolean): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([depth, type, 0, 0, Number(interlaced)], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(type === 3
      ? [chunk('PLTE', Buffer.from([200, 0, 0, 255, 255, 255])), chunk('tRNS', Buffer.from([128, 0]))]
      : []),
    chunk('IDAT', deflateSync(pixels(depth * samples, interlaced))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const kinds = [
  ...[1, 2, 4, 8, 16].map((depth) => ['grey', 0, depth, 1] as const),
  ...[8, 16].map((depth) => ['colour', 2, depth, 3] as const),
  ...[1, 2, 4, 8].map((depth) => ['palette', 3, depth, 1] as const),
  ...[8, 16].map((depth) => ['grey with transparency', 4, depth, 2] as const),
  ...[8, 16].map((depth) => ['colour with transparency', 6, depth, 4] as const),
];

describe.each([false, true])('interlaced: %s', (interlaced) => {
  test.each(kinds)('%s (type %i) of %i bits', async (_, type, depth, samples) => {
    const image = picture(type, depth, samples, interlaced);
    expect(pngSize(image)).toEqual({ width: WIDTH, height: HEIGHT });
    const { objects } = loadPdf(await toPdf(published.report, { seal: { image, width: 42 } }));
    const pictures = [...objects.values()].filter((object) => object?.dict?.Subtype === '/Image');
    expect(pictures.length).toBeGreaterThan(0);
  });
});
