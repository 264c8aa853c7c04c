// What a report is made with and who may hand it in: seals, fonts and jobs of a queue with ever more of one part.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { checkReport, parseReport, toDocx, toHtml, toPdf } from '../dist/index.js';

const list = (length, make) => Array.from({ length }, (_, i) => make(i));
const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const signed = parseReport({ ...minimal, signoff: { date: '2026-01-15' } });
const folder = mkdtempSync(join(tmpdir(), 'nianbao-growth-files-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Numbers of so many bytes each, the largest byte first. */
const numbers = (size, values) => {
  const bytes = Buffer.alloc(size * values.length);
  for (const [i, value] of values.entries()) bytes.writeUIntBE(value, size * i, size);
  return bytes;
};
const [shorts, longs] = [2, 4].map(
  (size) =>
    (...values) =>
      numbers(size, values.flat()),
);

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([longs(data.length), body, longs(crc32(body))]);
}
/** A PNG of grey pixels, with chunks before them. */
function png(side, { interlace = 0, before = [] } = {}) {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([longs(side, side), Buffer.from([8, 0, 0, 0, interlace])])),
    ...before,
    chunk('IDAT', deflateSync(Buffer.alloc(side * (side + 1) * 2))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const sideOf = (n) => Math.ceil(Math.sqrt(n));
const empty = (name, n) => list(n, () => chunk(name, Buffer.alloc(0)));
const SEALS = {
  pixels: (n) => png(sideOf(n)),
  'interlaced pixels': (n) => png(sideOf(n), { interlace: 1 }),
  'chunks that nobody needs': (n) => png(8, { before: empty('tEXt', n) }),
  'pieces of its pixels': (n) => png(8, { before: empty('IDAT', n) }),
};
const sealCases = Object.entries(SEALS).flatMap(([what, make]) =>
  Object.entries({ PDF: toPdf, DOCX: toDocx, HTML: toHtml }).map(([step, work]) => ({
    kind: 'a seal',
    name: `seal: ${what}, ${step}`,
    first: 1000,
    prepare: (n) => {
      const image = make(n);
      return () => work(signed, { seal: { image, width: 42 } });
    },
  })),
);

/** One triangle. */
const TRIANGLE = Buffer.concat([shorts(1, 0, 0, 100, 100, 2, 0), Buffer.from([1, 1, 1]), shorts(0, 100, 0, 0, 0, 100)]);
const even = (glyph) => Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)]);
/** A glyph that is the first one ever so often. */
const composed = (parts) =>
  Buffer.concat([shorts(0xffff, 0, 0, 100, 100), ...list(parts, (i) => shorts(i === parts - 1 ? 2 : 0x22, 0, 0))]);
const mapOf = (table) => Buffer.concat([shorts(0, 1, 3, 1), longs(12), table]);
const FIRST = 0x4e00;
/** A segment, or a group, for each character. */
const segments = (n) => {
  const points = list(n, (i) => FIRST + i);
  const shifts = points.map((point) => (1 - point) & 0xffff);
  return mapOf(shorts(4, 0, 0, 2 * n, 0, 0, 0, ...points, 0, ...points, ...shifts, ...points.map(() => 0)));
};
const groups = (n) =>
  mapOf(Buffer.concat([shorts(12, 0), longs(0, 0, n, ...list(n, (i) => [FIRST + i, FIRST + i, 1]).flat())]));
const named = (n) => {
  // The language of the first record is the text of all.
  const records = list(n + 1, (i) => [3, 1, 0x41, i === n ? 6 : 1, 2, 10]);
  return shorts(0, n + 1, 0, ...records);
};

/** The file of a font of glyphs, of which the first is no character. */
function fontFile({ glyphs = [TRIANGLE], cmap = groups(1), name = named(0) }) {
  const all = [TRIANGLE, ...glyphs].map(even);
  const places = [0];
  for (const { length } of all) places.push(places.at(-1) + length);
  const [head, hhea] = [Buffer.alloc(54), Buffer.alloc(36)];
  head.writeUInt16BE(1000, 18);
  head.writeUInt16BE(1, 50);
  hhea.writeUInt16BE(all.length, 34);
  const hmtx = Buffer.concat(all.map(() => shorts(1000, 0)));
  const tables = {
    cmap,
    glyf: Buffer.concat(all),
    head,
    hhea,
    hmtx,
    loca: longs(...places),
    maxp: shorts(1, 0, all.length),
    name,
  };
  const directory = [];
  let at = 12 + 16 * Object.keys(tables).length;
  for (const [tag, { length }] of Object.entries(tables)) {
    directory.push(Buffer.from(tag), longs(0, at, length));
    at += length;
  }
  const path = join(folder, 'a.ttf');
  writeFileSync(path, Buffer.concat([longs(0x10000), shorts(8, 0, 0, 0), ...directory, ...Object.values(tables)]));
  return path;
}
/** A report in whose text there are so many characters. */
const spelt = (n) => {
  const text = list(n, (i) => String.fromCodePoint(FIRST + i)).join('');
  return parseReport({ ...minimal, narrative: { ...minimal.narrative, other: ['未收取信息处理费。', text] } });
};
/** What a font has more and more of, and how many at most. */
const FONTS = {
  glyphs: [65_000, (n) => ({ glyphs: list(n, () => TRIANGLE) })],
  'parts of glyphs': [900 * 65_000, (n) => ({ glyphs: list(Math.ceil(n / 900), () => composed(900)) })],
  'segments of characters': [20_000, (n) => ({ cmap: segments(n) })],
  'groups of characters': [20_000, (n) => ({ cmap: groups(n) })],
  names: [65_000, (n) => ({ name: named(n) })],
};
const fontCases = Object.entries(FONTS).flatMap(([what, [most, fontOf]]) =>
  Object.entries({ check: checkReport, PDF: toPdf }).map(([step, work]) => ({
    kind: 'an own font',
    name: `font: ${what}, ${step}`,
    first: 1000,
    most,
    prepare: (n) => {
      const report = what.endsWith('characters') ? spelt(n) : signed;
      const fonts = { body: fontFile(fontOf(n)) };
      return () => work(report, { fonts });
    },
  })),
);

/** What a worker looks at before it does a job is in no entry of the package: its source, as one file. */
async function lookedAt() {
  const outfile = fileURLToPath(new URL('../out/growth-queue.mjs', import.meta.url));
  const entryPoints = [fileURLToPath(new URL('../src/batch/queue-mismatch.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return (await import(outfile)).mismatches;
}
const names = (n) => list(n, (i) => `/a/${i}.ttf`);
const keys = (n) => Object.fromEntries(list(n, (i) => [`a${i}`, i]));
const JOBS = {
  'strange keys': (n) => ({ look: keys(n) }),
  'strange limits': (n) => ({ look: { limits: keys(n) } }),
  'fonts that may be used': (n) => ({ look: { fonts: { body: names(n) } } }),
  'fonts that may not be used': (n) => ({ look: { fonts: { body: names(n).map((name) => `/b${name}`) } } }),
  'forms that there are not': (n) => ({ look: { forms: names(n) } }),
  'a long name': (n) => ({ names: { docx: `${'a/'.repeat(n)}a.docx` } }),
  'names of no format': (n) => ({
    names: { docx: 'a.docx', ...Object.fromEntries(names(n).map((one) => [one, one])) },
  }),
};
const jobCases = Object.entries(JOBS).map(([what, more]) => ({
  kind: 'a job of a queue',
  name: `job: ${what}`,
  first: 1000,
  prepare: async (n) => {
    const mismatches = await lookedAt();
    const job = {
      input: { id: 'a', text: '', name: 'a.json' },
      formats: ['docx'],
      names: { docx: 'a.docx' },
      look: {},
      ...more(n),
    };
    const text = JSON.stringify({ version: '1', input: 'a', store: 'a', job });
    const fonts = 'fonts' in (more(n).look ?? {}) ? names(n) : [];
    const machine = { name: 'a', version: '1', allowed: { fonts, templates: [] } };
    const fingerprint = async () => ({ input: 'a', store: 'a' });
    return () => mismatches(JSON.parse(text), { ...machine, fingerprint });
  },
}));

/** Cases of seals, fonts and jobs. */
export const fileCases = [...sealCases, ...fontCases, ...jobCases];
