import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { composeReport, documentTexts, parseReport, toDocx, toOfd, toPdf, writeWorkbook } from 'nianbao';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { drawnPdf, ruledTable } from '../test/reading/drawn-pdf.mjs';
import { mutated, oddLines, oddText, pick } from './hostile-inputs.mjs';
import { madeReport } from './made-reports.mjs';

/**
 * Sources of reports with something broken in them: most of them short, for speed, and some long, with tables of their own. What is needed
 * of the one or the other is made when it is asked for.
 *
 * @typedef {import('./hostile-inputs.mjs').Dice} Dice
 * @typedef {() => Uint8Array | Promise<Uint8Array>} Make
 */

const minimal = parseReport(
  JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8')),
);
const long = parseReport(madeReport(1));
/** One in so many is of the long report. */
const LONG = 20;

/** Made once. @param {Make} short @param {Make} whole */
function sources(short, whole) {
  /** @type {Map<Make, Uint8Array | Promise<Uint8Array>>} */
  const made = new Map();
  return async (/** @type {Dice} */ upTo) => {
    const make = upTo(LONG) === 0 ? whole : short;
    const source = made.get(make) ?? make();
    made.set(make, source);
    return source;
  };
}

/** A Word file without the rows that its tables have beyond the fifth. @param {Uint8Array} bytes */
function withShortTables(bytes) {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const short = xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, (table) => {
    const rows = table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? [];
    return rows.slice(5).reduce((rest, row) => rest.replace(row, ''), table);
  });
  return zipSync({ ...parts, 'word/document.xml': strToU8(short) });
}

/** An OFD file of its first page alone. @param {Uint8Array} bytes */
function withOnePage(bytes) {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['Doc_0/Document.xml'] ?? new Uint8Array());
  let pages = 0;
  const short = xml.replace(/<ofd:Page [^>]*>/g, (page) => (pages++ === 0 ? page : ''));
  return zipSync({ ...parts, 'Doc_0/Document.xml': strToU8(short) }, { level: 0 });
}

/** A page drawn without tags, its lines and a table: what draws it can be read, and so can be broken. */
function drawnPage() {
  const lines = documentTexts(composeReport(minimal)).slice(0, 6);
  const texts = lines.map((text, i) => ({ at: /** @type {[number, number]} */ ([72, 72 + i * 20]), text }));
  const table = ruledTable(
    [72, 200, 300],
    [400, 430, 460],
    [
      [0, 0, '信息内容'],
      [0, 1, '总数'],
      [1, 0, '规章'],
      [1, 1, '12'],
    ],
  );
  return drawnPdf([{ texts: [...texts, ...table.texts], lines: table.lines }], { compress: false });
}

/** A workbook of somebody else's. */
const otherBook = () =>
  writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows: [
          ['某某县某某局2024年政府信息公开工作年度报告'],
          ['一、总体情况'],
          ['本机关主动公开信息12条。'],
          ['二、主动公开政府信息情况'],
          ['第二十条第（一）项'],
          ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
          ['规章', 2, 1, 12],
          ['行政规范性文件', 50, 227, 420],
        ],
      },
    ],
  });

/** @param {typeof minimal} report */
const textOf = (report) => Buffer.from(documentTexts(composeReport(report)).join('\n'));
/** @param {typeof minimal} report */
const pagesOf = (report) => Object.values(styles).map((style) => Buffer.from(htmlOf(composeReport(report), style)));

const SIGNS = [
  '<',
  '>',
  '&',
  '"',
  '</p>',
  '<td>',
  '<!--',
  '&#x10ffff;',
  '&#0;',
  '<![CDATA[',
  '\ufffe',
  '9999999999',
  '-1',
];

/** Markup with elements taken out, doubled or moved, other values of attributes and other texts; or some of its characters broken. @param {string} markup @param {Dice} upTo */
function oddMarkup(markup, upTo) {
  if (upTo(4) === 0) return mutated(Buffer.from(markup), upTo).toString('utf8');
  const tokens = markup.match(/<[^>]*>|[^<]+/g) ?? [markup];
  for (let times = 1 + upTo(4); times > 0; times--) {
    const [at, way] = [upTo(tokens.length), upTo(6)];
    const token = tokens[at] ?? '';
    if (way === 0) tokens.splice(at, 1 + upTo(6));
    else if (way === 1) tokens.splice(at, 0, ...tokens.slice(at, at + 1 + upTo(40)));
    else if (way === 2) tokens.splice(at, 0, ...tokens.splice(upTo(tokens.length), 1 + upTo(9)));
    else if (way === 3) tokens[at] = token.replace(/"[^"]*"/, () => `"${upTo(2) ? upTo(100_000) : pick(upTo, SIGNS)}"`);
    else if (way === 4 && !token.startsWith('<')) tokens[at] = oddText(upTo);
    else tokens.splice(at, 0, pick(upTo, SIGNS));
  }
  return tokens.join('');
}

/** A package that is whole, and odd markup in one of its parts. @param {Uint8Array} bytes @param {Dice} upTo */
function oddInside(bytes, upTo) {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));
  const name = pick(upTo, names);
  const part = strToU8(oddMarkup(strFromU8(parts[name] ?? new Uint8Array()), upTo));
  return zipSync({ ...parts, [name]: part }, { level: 0 });
}

const docx = sources(
  async () => withShortTables(await toDocx(minimal)),
  () => toDocx(long),
);
const ofd = sources(
  async () => withOnePage(await toOfd(minimal)),
  () => toOfd(long),
);
const pdf = sources(drawnPage, () => toPdf(minimal));
const xlsx = sources(
  () => writeWorkbook(minimal),
  () => writeWorkbook(long),
);
const other = sources(otherBook, otherBook);
const text = sources(
  () => textOf(minimal),
  () => textOf(long),
);
/** @type {Buffer[][]} */
const pages = [];

/** @type {(source: (upTo: Dice) => Promise<Uint8Array>, change: (bytes: Uint8Array, upTo: Dice) => Uint8Array) => (upTo: Dice) => Promise<Uint8Array>} */
const changed = (source, change) => async (upTo) => change(await source(upTo), upTo);

/** A package with odd markup in a part, or broken itself. @type {typeof mutated} */
const brokenPackage = (bytes, upTo) => (upTo(4) ? oddInside : mutated)(bytes, upTo);

/** A text with odd lines, or broken itself. @type {typeof mutated} */
const brokenText = (bytes, upTo) =>
  upTo(4) ? Buffer.from(oddLines(Buffer.from(bytes).toString('utf8'), upTo)) : mutated(bytes, upTo);

/** What breaks each kind of source. @type {{ readonly [kind: string]: (upTo: Dice) => Promise<Uint8Array> }} */
export const brokenSources = {
  'Word file': changed(docx, brokenPackage),
  page: async (upTo) => {
    if (pages.length === 0)
      pages.push(
        pagesOf(minimal).filter(({ length }) => length < 10_000),
        pagesOf(long),
      );
    const page = pick(upTo, pages[upTo(LONG) === 0 ? 1 : 0] ?? []);
    return Buffer.from(oddMarkup(page.toString('utf8'), upTo));
  },
  'text file': changed(text, brokenText),
  PDF: changed(pdf, mutated),
  'OFD file': changed(ofd, brokenPackage),
  workbook: changed(xlsx, brokenPackage),
  "another's workbook": changed(other, brokenPackage),
};
