import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkReport, composeReport, parseReport, ReportError, read, readReport, toDocx, toPdf } from 'nianbao';
import { validFixtures } from '../test/readers/fixtures.mjs';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { fontConfiguration } from './docx-files.mjs';
import { check, finish } from './proof.mjs';

// What is found in a Word file, a PDF or a page of a report is what is found in the report itself: for the fixtures, and for the same with
// figures that are wrong.

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));

/** A report that may be drawn although its sums are wrong. @param {any} raw */
function drawable(raw) {
  const report = parseReport(raw);
  try {
    composeReport(report);
    return report;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const waivers = error.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => ({ rule: code, path: path.join('.'), reason: '试验' }));
    return parseReport({ ...raw, waivers: [...(raw.waivers ?? []), ...waivers] });
  }
}

/** The same report with a figure one more than it was. @param {any} report @param {number} which */
function withWrongFigure(report, which) {
  const raw = structuredClone(report);
  const rows = [
    raw.requests.received,
    raw.requests.disposition.total,
    raw.requests.carriedForward,
    raw.review.reconsideration,
  ];
  const row = rows[which];
  row.total = Number(row.total?.value ?? row.total ?? 0) + 1;
  return raw;
}

/** What is found; figures are bound to cells in the report object alone, and waivers stand only there. @param {any} report */
const findings = (report) =>
  checkReport({ ...report, waivers: [] })
    .filter(({ code }) => code !== 'text/unbound')
    // One paragraph may be written as a text or as a list of one.
    .map(({ code, path }) => `${code} ${path.join('.').replace(/^(narrative\.\w+)\.0$/, '$1')}`)
    .toSorted();

/** @param {readonly string[]} a @param {readonly string[]} b */
const without = (a, b) => a.filter((one) => !b.includes(one));

const cases = validFixtures.flatMap(({ name, text }) => {
  const { report } = readReport(text, name);
  return [undefined, 0, 1, 2, 3].map((which) => ({
    name: `${name}, ${which === undefined ? 'as it is' : `wrong figure ${which + 1}`}`,
    isWrong: which !== undefined,
    report: drawable(which === undefined ? report : withWrongFigure(report, which)),
  }));
});

const names = cases.map((_, i) => `${i}.docx`);
for (const [i, { report }] of cases.entries()) writeFileSync(join(folder, `${i}.docx`), await toDocx(report));
const profile = `-env:UserInstallation=file://${folder}/profile`;
const convert = [profile, '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', 'saved', ...names];
const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder, true) };
const soffice = (/** @type {string[]} */ args) =>
  execFileSync('soffice', args, { cwd: folder, env, stdio: 'ignore', timeout: 600_000 });
soffice(convert);

// Two reports, right and wrong, are enough of what takes long.
const printed = names.filter((_, i) => /huaian-2024|yinchuan-2020/.test(cases[i]?.name ?? ''));
const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}';
soffice([profile, '--headless', '--convert-to', filter, '--outdir', 'printed', ...printed]);

for (const [i, { name, report, isWrong }] of cases.entries()) {
  const wanted = findings(report);
  const files = {
    'Word file': readFileSync(join(folder, `${i}.docx`)),
    'Word file saved by LibreOffice': readFileSync(join(folder, `saved/${i}.docx`)),
    page: Buffer.from(htmlOf(composeReport(report), styles['page of a CMS'] ?? {})),
    PDF: await toPdf(report),
    ...(printed.includes(`${i}.docx`) && { 'PDF of LibreOffice': readFileSync(join(folder, `printed/${i}.pdf`)) }),
  };
  for (const [kind, bytes] of Object.entries(files)) {
    await check(`${name}, ${kind}`, async () => {
      const { report: seen } = await read(bytes, { name: '年报' });
      const found = findings(seen);
      return [
        ...without(wanted, found).map((one) => `not found: ${one}`),
        // What a text works out of a wrong total is typed, once it is read: it disagrees with the parts, too.
        ...without(found, wanted).flatMap((one) =>
          isWrong && one.startsWith('text/figure ') ? [] : `found besides: ${one}`,
        ),
      ];
    });
  }
}
rmSync(folder, { recursive: true });
finish();
