// What grows in the bench of growth by steps: reports with ever more of one thing, and sources with ever more of one piece of markup or text.
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { readAny } from '../dist/core/index.js';
import * as library from '../dist/index.js';
import { blindEngine } from '../test/reading/without-tags.mjs';
import { commandCases } from './growth-commands.mjs';
import { fields } from './growth-fields.mjs';
import { fileCases } from './growth-files.mjs';
import { manyCases, PUBLISHED } from './growth-many.mjs';
import { sourceCases } from './growth-readers.mjs';
import { marks, words } from './growth-signs.mjs';
import { reportInput, untold } from './inputs.mjs';

const { composeReport, documentTexts, parseReport, read, toDocx, toHtml, toOfd, toPdf, verifyReport } = library;
const minimal = () => JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
/** An eighth of the longest text. */
const LONG = 12_500;
/** As many whole pieces as a length has room for; one at least. */
const repeated = (piece, length) => piece.repeat(Math.max(1, Math.floor(length / piece.length)));
const pick = (record, keys) => Object.fromEntries(keys.map((key) => [key, record[key]]));
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
  outline: (raw) => () => library.outlineDocument(composeReport(parseReport(raw))),
  export: (raw) => () => library.exportCells([parseReport(raw)]),
  'read text': (raw) => reading(Buffer.from(documentTexts(composeReport(parseReport(raw))).join('\n')), 'a.txt'),
  workbook: (raw) => () => library.writeWorkbook(raw),
  'read workbook': async (raw) => reading(await library.writeWorkbook(raw), 'a.xlsx'),
  ...Object.fromEntries(
    Object.entries(PUBLISHED).map(([step, { make, name }]) => [
      step,
      async (raw) => {
        const report = parseReport(raw);
        const file = await make(parseReport(changed(raw)));
        return () => verifyReport(file, report, { name });
      },
    ]),
  ),
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

/** Steps with a report in which one text or list grows; only checking knows sections from each other, and has each. */
const { check, workbook, compare, ...others } = STEPS;
const FIELD_STEPS = { check, workbook, compare, ...pick(others, ['HTML', 'DOCX', 'PDF', 'OFD', 'YAML']) };
/** What a text is made of: words and figures as they are, and what holds no break. */
const TEXTS = { text: '本机关公开信息12条，a1。', 'one word': '甲', spaces: ' ', letters: 'a' };

const textCases = fields
  .filter(({ kind }) => kind === 'text')
  .flatMap(({ name, put, isFirst }) =>
    Object.entries(TEXTS).flatMap(([what, piece]) =>
      Object.entries(what === 'text' && isFirst ? FIELD_STEPS : { check }).map(([step, prepare]) => ({
        kind: `${step}: a text`,
        name: `${step} ${name} of ${what}`,
        first: LONG,
        prepare: (n) => prepare(put(repeated(piece, n))),
      })),
    ),
  );
const listCases = fields
  .filter(({ kind }) => kind === 'list')
  .flatMap(({ name, put, itemOf, isFirst }) =>
    Object.entries(isFirst ? FIELD_STEPS : { check }).map(([step, prepare]) => ({
      kind: `${step}: a list`,
      name: `${step} ${name}`,
      first: 200,
      prepare: (n) => prepare(put(list(n, itemOf))),
    })),
  );

/** Where a sign may stand ever so often. */
const SIGNED = {
  text: (text) => withOther([text]),
  overview: (text) => ({ ...minimal(), narrative: { ...minimal().narrative, overview: text } }),
  name: (name) => ({ ...minimal(), agency: { ...minimal().agency, name } }),
  cell: (text) => withTables([{ ...tableOf(1), rows: [{ label: '1', values: [text, 1, 1] }] }]),
};
const signCase = (one, place) => ({
  kind: `check: a sign in a ${place}`,
  name: `sign in a ${place}: ${JSON.stringify(one)}`,
  first: place === 'name' ? 50 : LONG,
  prepare: (n) => check(SIGNED[place](untold(repeated(one, n)))),
});
const signCases = [
  ...marks.flatMap((one) => Object.keys(SIGNED).map((place) => signCase(one, place))),
  ...words.map((one) => signCase(one, 'text')),
];

/** What a rule gives as wrong, again and again: in one paragraph, and in one each. */
const RULED = {
  'in one text': (wrong, n) => withOther([untold(repeated(`${wrong}。`, n))]),
  'in paragraphs': (wrong, n) => withOther([...list(Math.ceil(n / wrong.length), () => wrong), untold(wrong)]),
};
const ruleCases = library.rules.flatMap(({ code, example: { wrong } }) =>
  Object.entries(RULED).map(([where, put]) => ({
    kind: `check: a rule ${where}`,
    name: `rule ${code} ${where}`,
    first: LONG,
    prepare: (n) => check(put(wrong, n)),
  })),
);

/** Every case: its name, and what prepares an input of a size and gives the work with it. */
export const cases = [
  ...Object.entries(REPORTS).flatMap(([what, make]) =>
    Object.entries(STEPS).map(([step, prepare]) => ({
      kind: `${step}: a report`,
      name: `${step}: ${what}`,
      first: 16,
      prepare: (n) => prepare(make(n)),
    })),
  ),
  ...textCases,
  ...listCases,
  ...ruleCases,
  ...signCases,
  ...sourceCases,
  ...manyCases,
  ...fileCases,
  ...commandCases,
];
