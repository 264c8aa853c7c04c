import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { inMemory } from '../../src/bytes/bytes.js';
import { characterMap } from '../../src/fonts/sfnt/character-map.js';
import { readCharacterMap } from '../../src/fonts/sfnt/read-character-map.js';
import { readDirectory } from '../../src/fonts/sfnt/table-directory.js';
import { checkReport, type Limits, toPdf } from '../../src/index.js';
import { fontWith } from '../characters/font-files.js';
import { minimalReport, problemsOf } from '../input/example.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-broken-font-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = readFileSync(fontWith({ 本: '本', 机: '机', 关: '关' }));
const places = readDirectory(inMemory(whole));
const at = (tag: string, offset: number): number => (places.get(tag)?.offset ?? 0) + offset;
/** Where the directory says how long a table is. */
const lengthAt = (tag: string): number => 12 + 16 * [...places.keys()].indexOf(tag) + 12;

let count = 0;
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${count++}.ttf`);
  writeFileSync(path, bytes);
  return path;
}

function changed(change: (font: Buffer) => void): Buffer {
  const copy = Buffer.from(whole);
  change(copy);
  return copy;
}

const refused = (bytes: Uint8Array, limits?: Limits) =>
  problemsOf(() => checkReport(minimalReport(), { fonts: { body: fileOf(bytes) }, ...(limits && { limits }) }));

/** Where the outline of a glyph stands in the file; its font has short offsets. */
const outlineAt = (font: Buffer, glyph: number): number => at('glyf', 2 * font.readUInt16BE(at('loca', 2 * glyph)));

/** Makes a composite glyph of one: its parts are these glyphs. */
function compose(font: Buffer, glyph: number, parts: readonly number[]): void {
  const from = outlineAt(font, glyph);
  font.writeInt16BE(-1, from);
  for (const [i, part] of parts.entries()) {
    font.writeUInt16BE(i === parts.length - 1 ? 0x0002 : 0x0022, from + 10 + 6 * i);
    font.writeUInt16BE(part, from + 12 + 6 * i);
    font.writeUInt16BE(0, from + 14 + 6 * i);
  }
}

test('a whole font is used', () => {
  expect(refused(whole)).toEqual([]);
});

/** The font with further tables, all of which are the same bytes behind the others. */
function withShared(tags: readonly string[], length: number): Buffer {
  const moved = Buffer.from(whole);
  for (const tag of places.keys()) moved.writeUInt32BE(at(tag, 16 * tags.length), lengthAt(tag) - 4);
  moved.writeUInt16BE(places.size + tags.length, 4);
  const entries = tags.map((tag) => {
    const entry = Buffer.alloc(16, tag);
    entry.writeUInt32BE(whole.length + 16 * tags.length, 8);
    entry.writeUInt32BE(length, 12);
    return entry;
  });
  const end = 12 + 16 * places.size;
  return Buffer.concat([moved.subarray(0, end), ...entries, moved.subarray(end), Buffer.alloc(length)]);
}

test('pictures of glyphs that stand in it once, under two names, are nobody’s fault', () => {
  expect(refused(withShared(['EBDT', 'bdat'], 2 * whole.length))).toEqual([]);
});

describe('a font that is broken is refused when it is opened, whatever is wanted of it', () => {
  test.each<readonly [string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /TrueType/],
    ['half of it', whole.subarray(0, whole.length / 2), /残缺/],
    ['a table beyond its end', changed((font) => font.writeUInt32BE(0xffff_ffff, lengthAt('glyf'))), /glyf 表残缺/],
    ['no glyf', changed((font) => font.writeUInt32BE(0, lengthAt('glyf'))), /glyf 表是空的/],
    ['a short loca', changed((font) => font.writeUInt32BE(8, lengthAt('loca'))), /末尾之外/],
    ['a loca that goes back', changed((font) => font.writeUInt16BE(0xffff, at('loca', 2))), /loca 表有误/],
    [
      'a loca that leaves the glyf',
      changed((font) => font.writeUInt16BE(0xffff, at('loca', (places.get('loca')?.length ?? 0) - 2))),
      /loca 表有误/,
    ],
    [
      'tables over each other',
      changed((font) => font.writeUInt32BE(whole.length - at('glyf', 0), lengthAt('glyf'))),
      /互相重叠/,
    ],
    ['names that are not all there', changed((font) => font.writeUInt16BE(0xffff, at('name', 2))), /name 表残缺/],
    ['a short hmtx', changed((font) => font.writeUInt32BE(4, lengthAt('hmtx'))), /hmtx 表残缺/],
    ['no widths', changed((font) => font.writeUInt16BE(0, at('hhea', 34))), /hhea 表有误/],
    ['more widths than glyphs', changed((font) => font.writeUInt16BE(0xffff, at('hhea', 34))), /hhea 表有误/],
    ['no unit', changed((font) => font.writeUInt16BE(0, at('head', 18))), /head 表有误/],
    ['a glyph of itself', changed((font) => compose(font, 1, [1])), /由自己组成/],
    [
      'two glyphs of each other',
      changed((font) => {
        compose(font, 1, [2]);
        compose(font, 2, [1]);
      }),
      /由自己组成/,
    ],
    ['a glyph of one that there is not', changed((font) => compose(font, 1, [999])), /只有/],
    [
      'points that end before they are all there',
      changed((font) => font.writeUInt16BE(0xfff0, outlineAt(font, 1) + 8 + 2 * font.readInt16BE(outlineAt(font, 1)))),
      /残缺|末尾之外/,
    ],
  ])('%s', (_, font, reason) => {
    expect(refused(font)).toMatchObject([{ code: 'font/unreadable', found: expect.stringMatching(reason) }]);
  });
});

test('parts that multiply are counted before any is drawn', () => {
  const doubling = changed((font) => {
    compose(font, 1, [2, 2, 2, 2]);
    compose(font, 2, [3, 3, 3, 3]);
  });
  expect(refused(doubling)).toEqual([]);
  expect(refused(doubling, { glyphParts: 15 })).toMatchObject([
    { code: 'font/unreadable', found: expect.stringContaining('15') },
  ]);
});

test('points count as often as a glyph has them', () => {
  const [once, often] = [[2], [2, 2, 2, 2, 2, 2, 2, 2]].map((parts) => changed((font) => compose(font, 1, parts)));
  const points = whole.readUInt16BE(outlineAt(whole, 2) + 8 + 2 * whole.readInt16BE(outlineAt(whole, 2))) + 1;
  const limits = { glyphPoints: Math.max(4 * points, 200) };
  expect(refused(once as Buffer, limits)).toEqual([]);
  expect(refused(often as Buffer, { glyphPoints: 8 * points - 1 })).toMatchObject([
    { code: 'font/unreadable', found: expect.stringContaining('点') },
  ]);
});

test.each<readonly [keyof Limits, number]>([
  ['fontBytes', whole.length - 1],
  ['fontTables', 5],
  ['glyphBytes', 20],
  ['glyphPoints', 3],
])('%s', (name, most) => {
  expect(refused(whole, { [name]: most })).toMatchObject([
    { code: 'font/unreadable', found: expect.stringContaining(String(most)) },
  ]);
});

test('a character is found among many without looking at each', () => {
  const many = 1000;
  let reads = 0;
  const counted = (bytes: Uint8Array): Uint8Array =>
    new Proxy(bytes, {
      get(target, key) {
        if (key === 'subarray') return (from: number) => counted(target.subarray(from));
        reads += 1;
        return Reflect.get(target, key, target);
      },
    });
  const points = Array.from({ length: many }, (_, i) => 0x4e00 + 2 * i);
  const map = readCharacterMap(counted(characterMap(new Map(points.map((point) => [point, 7])))), 8);
  reads = 0;
  expect(points.every((point) => map(point) === 7 && map(point + 1) === 0)).toBe(true);
  expect(reads).toBeLessThan(many * 200);
});

test('a map that leads out of the font leads nowhere', async () => {
  const astray = changed((font) => font.fill(0xff, at('cmap', 60), at('cmap', places.get('cmap')?.length ?? 0)));
  const report = minimalReport({ narrative: { other: '本机关未收取信息处理费。' } });
  await expect(toPdf(report, { fonts: { body: fileOf(astray) } })).resolves.toBeInstanceOf(Uint8Array);
});
