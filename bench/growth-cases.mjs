// What grows in the bench of growth by steps: reports with ever more of one thing, and sources with ever more of one piece of markup or text.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { stringify } from 'yaml';
import { readAny } from '../dist/core/index.js';
import * as library from '../dist/index.js';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { blindEngine } from '../test/reading/without-tags.mjs';
import { reportInput } from './inputs.mjs';

const { composeReport, documentTexts, parseReport, read, toDocx, toHtml, toOfd, toPdf, verifyReport } = library;
const minimal = () => JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const list = (length, make) => Array.from({ length }, (_, i) => make(i));

const { overview, problems } = reportInput(0).narrative;
const sentences = [overview, problems]
  .flat()
  .join('')
  .replaceAll(/\{\{[^}]*\}\}/g, '7')
  .split(/(?<=。)/);

/** A paragraph first that no rule misses. */
const withOther = (rest) => ({
  ...minimal(),
  narrative: { ...minimal().narrative, other: ['未收取信息处理费。', ...rest] },
});
const withTables = (tables) => ({ ...minimal(), tables: { other: tables } });
const tableOf = (rows, i = 0) => ({
  caption: `表${i + 1}　公开事项`,
  stubhead: '序号',
  columns: ['事项', '件数', '占比'],
  rows: list(rows, (row) => ({ label: String(row + 1), values: [`事项${row}`, row + i, `${row % 100}%`] })),
});

/** Reports by what there is more and more of. */
const REPORTS = {
  paragraphs: (n) => withOther(list(n, (i) => `${sentences[i % sentences.length]}第${i}项。`)),
  'one text': (n) => withOther(['本机关公开信息12条。'.repeat(n)]),
  spaces: (n) => withOther([`甲${' '.repeat(n)}乙`]),
  tables: (n) => withTables(list(n, (i) => tableOf(6, i))),
  rows: (n) => withTables([tableOf(n)]),
  waivers: (n) => ({
    ...minimal(),
    waivers: list(n, (i) => ({ rule: 'cell/blank', path: `requests.row${i}`, reason: '按已公布的数字' })),
  }),
  'unknown keys': (n) => ({ ...minimal(), ...Object.fromEntries(list(n, (i) => [`key${i}`, i])) }),
};

/** Steps with a report: each prepares its input, and gives the work. */
const STEPS = {
  JSON: (raw) => () => read(Buffer.from(JSON.stringify(raw)), { name: 'a.json' }),
  YAML: (raw) => () => read(Buffer.from(stringify(raw)), { name: 'a.yaml' }),
  check: (raw) => () => library.checkReport(parseReport(raw)),
  ...Object.fromEntries(
    Object.entries({ PDF: toPdf, DOCX: toDocx, HTML: toHtml, OFD: toOfd }).flatMap(([name, make]) => [
      [name, (raw) => () => make(parseReport(raw))],
      [`read ${name}`, async (raw) => reading(await make(parseReport(raw)), 'a')],
    ]),
  ),
  'read PDF, untagged': async (raw) => {
    const content = await toPdf(parseReport(raw));
    return () => readAny({ content, name: 'a.pdf' }, { loadPdfEngine: blindEngine });
  },
  'read text': (raw) => reading(Buffer.from(documentTexts(composeReport(parseReport(raw))).join('\n')), 'a.txt'),
  workbook: (raw) => () => library.writeWorkbook(raw),
  'read workbook': async (raw) => reading(await library.writeWorkbook(raw), 'a.xlsx'),
  verify: async (raw) => {
    const report = parseReport(raw);
    const page = await toHtml(parseReport(changed(raw)));
    return () => verifyReport(page, report, { name: 'a.html' });
  },
  compare: (raw) => {
    const reports = [{ ...changed(raw), year: raw.year - 1 }, raw].map((one) => parseReport(one));
    return () => library.compareReports(reports);
  },
};

const reading = (bytes, name) => () => read(bytes, { name });

/** The same report with other words in every paragraph of its last part. */
const changed = (raw) => ({
  ...raw,
  narrative: {
    ...raw.narrative,
    other: [raw.narrative.other].flat().map((text, i) => `${text.replaceAll('信息', '消息')}${i}`),
  },
});

const shell = htmlOf(composeReport(parseReport(minimal())), Object.values(styles)[0]);
const plain = documentTexts(composeReport(parseReport(minimal()))).join('\n');

async function wordWith(body) {
  const parts = unzipSync(await toDocx(parseReport(minimal())));
  const xml = strFromU8(parts['word/document.xml']);
  const end = xml.lastIndexOf('<w:sectPr');
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.slice(0, end) + body + xml.slice(end)) }, { level: 1 });
}

const run = '<w:r><w:t>甲</w:t></w:r>';
const cell = `<w:tc><w:p>${run}</w:p></w:tc>`;

/** Pieces that a source has more and more of, in their characters, and what makes the source. */
const PIECES = {
  HTML: {
    pieces:
      '< & > <! </ <p>甲 <td>1 <tr> <br> &amp <a␣b= <!-- <style>a{b:c}</style> <p␣class="a␣b">甲</p> <h1>一、总体情况</h1> 一、 本机关12件。',
    make: (text) => Buffer.from(shell.replace('</body>', () => `${text}</body>`)),
    name: 'a.html',
  },
  text: {
    pieces: '␣ 　 一、 1 （一） 年： … 自然人⏎ 一、总体情况⏎ 规章␣1␣2␣3⏎',
    make: (text) => Buffer.from(`${plain}\n${text}`),
    name: 'a.txt',
  },
  'Word file': {
    pieces: `<w:p>${run}</w:p> <w:p><w:del>${run}</w:del></w:p> <w:tbl><w:tr>${cell}</w:tr></w:tbl> <w:p><w:r><w:fldChar␣w:fldCharType="begin"/></w:r></w:p>`,
    make: wordWith,
    name: 'a.docx',
  },
};

/** Every case: its name, and what prepares an input of a size and gives the work with it. */
export const cases = [
  ...Object.entries(REPORTS).flatMap(([what, make]) =>
    Object.entries(STEPS).map(([step, prepare]) => ({
      name: `${step}: ${what}`,
      first: 16,
      prepare: (n) => prepare(make(n)),
    })),
  ),
  ...Object.entries(PIECES).flatMap(([kind, { pieces, make, name }]) =>
    pieces.split(' ').map((written) => {
      const piece = written.replaceAll('␣', ' ').replaceAll('⏎', '\n');
      const prepare = async (n) => reading(await make(piece.repeat(Math.ceil(n / piece.length))), name);
      return { name: `read ${kind}: ${written.slice(0, 40)}`, first: 20_000, prepare };
    }),
  ),
];
