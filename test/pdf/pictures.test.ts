import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { isOpaque } from '../../src/bytes/opaque.js';
import { decodePng } from '../../src/bytes/png.js';
import { sealFindings } from '../../src/core/index.js';
import { ReportError, toDocx, toPdf } from '../../src/index.js';
import { loadPdf, operatorsOf } from './clauses/file.mjs';
import { published } from './files.js';
import { chunk, header, pngOf, SAMPLES, type Sampled, SIGNATURE } from './png-writer.js';

// Every kind of PNG there is can be a seal, and is drawn with the pixels that it has.

const WIDTH = 13;
const HEIGHT = 9;

/** Samples without a pattern, the same every time. */
function samplesOf(count: number, most: number): readonly number[] {
  let state = 7;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return state % most;
  });
}

const PALETTE = samplesOf(3 * 256, 256);
const scaled = (sample: number, depth: number) => Math.round((sample / (2 ** depth - 1)) * 255);
const wordsOf = (samples: readonly number[]) => samples.flatMap((sample) => [sample >> 8, sample & 255]);

/** What a picture's pixels are, by its own samples. */
function pixelsOf(picture: Sampled): readonly number[] {
  const { type, depth, samples, palette = [], transparency = [] } = picture;
  const per = SAMPLES[type] as number;
  return Array.from({ length: samples.length / per }, (_, i) => samples.slice(i * per, (i + 1) * per)).flatMap(
    (pixel) => {
      const levels = pixel.map((sample) => scaled(sample, depth));
      const isKey = transparency.length > 0 && String(wordsOf(pixel)) === String(transparency);
      const [first = 0] = pixel;
      if (type === 3) return [...palette.slice(3 * first, 3 * first + 3), transparency[first] ?? 255];
      if (type === 0) return [...Array(3).fill(levels[0]), isKey ? 0 : 255];
      if (type === 2) return [...levels, isKey ? 0 : 255];
      return type === 4 ? [...Array(3).fill(levels[0]), levels[1] ?? 0] : levels;
    },
  );
}

function picture(type: number, depth: number, more: Partial<Sampled> = {}): Sampled {
  const { width, height } = { width: WIDTH, height: HEIGHT, ...more };
  const samples = samplesOf(width * height * (SAMPLES[type] as number), 2 ** depth);
  const palette = type === 3 ? { palette: PALETTE.slice(0, 3 * 2 ** depth) } : {};
  return { type, depth, width, height, samples, ...palette, ...more };
}

const kinds = [
  ...[1, 2, 4, 8, 16].map((depth) => ['grey', 0, depth] as const),
  ...[8, 16].map((depth) => ['colour', 2, depth] as const),
  ...[1, 2, 4, 8].map((depth) => ['palette', 3, depth] as const),
  ...[8, 16].map((depth) => ['grey with alpha', 4, depth] as const),
  ...[8, 16].map((depth) => ['colour with alpha', 6, depth] as const),
];

/** The same kind with a transparent colour, or with alphas in its palette: not as many as there are colours. */
function seeThrough(one: Sampled): Sampled {
  const { type, depth, samples } = one;
  if (type === 3) return { ...one, transparency: [128, 0, 77].slice(0, Math.max(1, 2 ** depth - 1)) };
  return { ...one, transparency: wordsOf(samples.slice(0, SAMPLES[type])) };
}

const decoded = (one: Sampled) => {
  const { width, height, rgba } = decodePng(pngOf(one));
  return { width, height, rgba: [...rgba] };
};
const expected = (one: Sampled) => ({ width: one.width, height: one.height, rgba: pixelsOf(one) });

describe.each([false, true])('interlaced: %s', (interlaced) => {
  test.each(kinds)('%s (type %i) of %i bits', (_, type, depth) => {
    for (const [width, height] of [
      [WIDTH, HEIGHT],
      [1, 1],
      [2, 3],
      [5, 1],
      [16, 8],
    ] as const) {
      const one = picture(type, depth, { interlaced, width, height });
      expect(decoded(one)).toEqual(expected(one));
      if (type > 3) continue;
      expect(decoded(seeThrough(one))).toEqual(expected(seeThrough(one)));
    }
  });
});

test('what is allowed and does nothing: a palette beside colours, transparency beside alpha, indexes of no colour', () => {
  const colours = picture(2, 8);
  expect(decoded({ ...colours, palette: PALETTE.slice(0, 9) })).toEqual(expected(colours));
  const alphas = picture(6, 8);
  expect(decoded({ ...alphas, transparency: [0, 1, 0, 2, 0, 3] })).toEqual(expected(alphas));
  const few = { ...picture(3, 2, { width: 4, height: 1 }), samples: [0, 1, 2, 3], palette: [9, 8, 7, 6, 5, 4] };
  expect(decoded(few).rgba).toEqual([9, 8, 7, 255, 6, 5, 4, 255, 0, 0, 0, 255, 0, 0, 0, 255]);
});

/** A file of these chunks. */
const fileOf = (...chunks: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))]);
const sized = (width: number, height: number, interlaced = false) =>
  header({ width, height, type: 6, depth: 16, interlaced });
const zeros = (length: number) => chunk('IDAT', deflateSync(Buffer.alloc(length), { level: 9 }));

/** So many times four million zeros, deflated once: a stream may be put together from parts that know nothing of what was before. */
function manyZeros(times: number): Buffer {
  const part = deflateRawSync(Buffer.alloc(4_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const [head, end] = [Buffer.from('789c', 'hex'), deflateRawSync(Buffer.alloc(0))];
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(((4_000_000 * times) % 65_521) * 65_536 + 1);
  return chunk('IDAT', Buffer.concat([head, ...Array<Buffer>(times).fill(part), end, sum]));
}

describe('refused, with the reason', () => {
  const good = pngOf(picture(6, 8));
  const changed = (at: number, byte: number) => Buffer.from(good).fill(byte, at, at + 1);
  const data = deflateSync(Buffer.alloc(9 * (1 + 13 * 4), 1));

  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), '不是 PNG 图片'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), '不是 PNG 图片'],
    ['a signature', SIGNATURE, '文件残缺'],
    ['half a file', good.subarray(0, good.length / 2), '文件残缺'],
    ['no end', good.subarray(0, -12), '文件残缺'],
    ['no head', fileOf(chunk('IDAT', data)), '没有文件头'],
    ['one byte changed', changed(good.length - 30, (good.at(-30) ?? 0) ^ 1), '图像数据损坏'],
    ['a type that there is not', changed(25, 5), '文件头有误'],
    ['a depth that the type does not have', changed(24, 4), '文件头有误'],
    ['no width', fileOf(sized(0, 9), chunk('IDAT', data)), '文件头有误'],
    ['an interlacing that there is not', changed(28, 2), '文件头有误'],
    ['no palette', fileOf(header({ ...picture(3, 8) }), chunk('IDAT', data)), '没有调色板'],
    ['no data', fileOf(sized(9, 9)), '图像数据不全'],
    ['too few data', fileOf(sized(9, 9), zeros(647)), '图像数据不全'],
    ['data that are not deflated', fileOf(sized(9, 9), chunk('IDAT', Buffer.alloc(99, 0xff))), '图像数据损坏'],
    ['a filter that there is not', fileOf(sized(1, 1), chunk('IDAT', deflateSync(Buffer.alloc(9, 9)))), '图像数据损坏'],
    ['more pixels than a seal has', fileOf(sized(2049, 2048), zeros(99)), '2049 × 2048 像素，超过 4194304 像素'],
    [
      'a width beyond all bounds',
      fileOf(sized(0xffff_ffff, 0xffff_ffff), zeros(99)),
      '4294967295 × 4294967295 像素，超过 4194304 像素',
    ],
  ])('%s', async (_, image, reason) => {
    const seal = { image, width: 42 };
    for (const work of [
      async () => decodePng(image),
      () => toPdf(published.report, { seal }),
      () => toDocx(published.report, { seal }),
    ]) {
      const error = await work().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ReportError);
      expect((error as ReportError).diagnostics).toMatchObject([{ code: 'seal/unreadable', found: reason }]);
    }
  });

  test('what inflates without end takes no more room than the picture does', () => {
    const bomb = fileOf(
      sized(8, 8),
      manyZeros(100),
      chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(99))])),
    );
    const before = process.memoryUsage().arrayBuffers;
    expect(decodePng(bomb).rgba).toHaveLength(256);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });
});

describe('in a PDF', () => {
  /** The pictures of a sealed report, by their object, and the page that they are on. */
  async function drawn(image: Uint8Array) {
    const { objects, pages, get } = loadPdf(await toPdf(published.report, { seal: { image, width: 42 } }));
    const [page] = pages.filter((one) => get(get(one.Resources).XObject));
    const resources = get(page?.Resources);
    const operators = operatorsOf(get(page?.Contents).bytes);
    const at = operators.findIndex(({ name }) => name === 'Do');
    const nameOf = (operand: unknown) => String(operand).slice(1);
    const picture = get(resources.XObject[nameOf(operators[at]?.operands[0])]);
    const state = get(resources.ExtGState[nameOf(operators[at - 2]?.operands[0])]);
    return { objects, page, picture, state, get, names: operators.slice(at - 3, at + 2).map(({ name }) => name) };
  }
  const every = (rgba: Uint8Array, ...which: number[]) => [...rgba].filter((_, i) => which.includes(i % 4));

  test.each([
    ['a palette of four bits with transparency', seeThrough(picture(3, 4))],
    ['colours with alpha, interlaced', picture(6, 16, { interlaced: true })],
    ['grey with a transparent one', seeThrough(picture(0, 2))],
  ])('are its pixels: %s', async (_, one) => {
    const image = pngOf(one);
    const { rgba } = decodePng(image);
    const found = await drawn(image);
    expect(found.picture.dict).toMatchObject({
      Width: WIDTH,
      Height: HEIGHT,
      ColorSpace: '/DeviceRGB',
      BitsPerComponent: 8,
    });
    expect([...found.picture.bytes]).toEqual(every(rgba, 0, 1, 2));
    const mask = found.get(found.picture.dict.SMask);
    expect(mask.dict).toMatchObject({ Width: WIDTH, Height: HEIGHT, ColorSpace: '/DeviceGray', BitsPerComponent: 8 });
    expect([...mask.bytes]).toEqual(every(rgba, 3));
  });

  test('nothing is masked where nothing shows through', async () => {
    const { picture: found, objects } = await drawn(pngOf(picture(2, 8)));
    expect(found.dict.SMask).toBeUndefined();
    expect([...objects.values()].filter((object) => object?.dict?.Subtype === '/Image')).toHaveLength(1);
  });

  test('its colours are multiplied with those beneath, so that a white ground hides no text', async () => {
    const { state, names, page } = await drawn(pngOf(picture(2, 8)));
    expect(state).toEqual({ Type: '/ExtGState', BM: '/Multiply' });
    expect(names).toEqual(['q', 'gs', 'cm', 'Do', 'Q']);
    expect(page?.Group).toEqual({ Type: '/Group', S: '/Transparency', CS: '/DeviceRGB' });
  });
});

describe('a ground of its own', () => {
  const SIDE = 20;
  /** A red square in the middle of a ground, of which some pixels let all show through. */
  const sealOn = (ground: readonly number[], ...holes: readonly number[]) => {
    const isSquare = (pixel: number) => [pixel % SIDE, Math.floor(pixel / SIDE)].every((at) => at >= 5 && at < 15);
    const pixels = Array.from({ length: SIDE * SIDE }, (_, pixel) => {
      if (holes.includes(pixel)) return [0, 0, 0, 0];
      return isSquare(pixel) ? [210, 20, 20, 255] : ground;
    });
    return { width: SIDE, height: SIDE, rgba: Uint8Array.from(pixels.flat()) };
  };
  const inside = [210, 211, 212];

  test.each([
    ['none', sealOn([0, 0, 0, 0]), false],
    ['white', sealOn([255, 255, 255, 255]), true],
    ['black', sealOn([0, 0, 0, 255]), true],
    ['half see-through', sealOn([255, 255, 255, 128]), false],
    ['white with a few holes', sealOn([255, 255, 255, 255], ...inside), true],
    ['grey, as a scanned sheet is, with a few holes', sealOn([225, 220, 210, 251], ...inside), true],
    ['dark with a few holes', sealOn([90, 90, 90, 255], ...inside), false],
    ['white with a corner cut away', sealOn([255, 255, 255, 255], SIDE - 1), false],
    [
      'white with a tenth cut away',
      sealOn([255, 255, 255, 255], ...Array.from({ length: 40 }, (_, i) => 170 + i)),
      false,
    ],
  ])('%s', (_, image, opaque) => {
    expect(isOpaque(image)).toBe(opaque);
  });
});

test.each([
  ['an opaque picture', picture(2, 8), ['seal/opaque']],
  ['a see-through one', seeThrough(picture(3, 4)), []],
])('%s is told where a file is made without Node too', async (_, one, codes) => {
  const findings = await sealFindings({ image: pngOf(one) });
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test('a seal’s pixels are deflated', async () => {
  const side = 300;
  const samples = Array.from({ length: side * side }, () => [200, 30, 30, 128]).flat();
  const image = pngOf({ width: side, height: side, type: 6, depth: 8, samples });
  const [plain, sealed] = await Promise.all([
    toPdf(published.report),
    toPdf(published.report, { seal: { image, width: 42 } }),
  ]);
  expect(sealed.length - plain.length).toBeLessThan((side * side) / 10);
});
