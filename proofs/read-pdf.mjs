import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkReport, composeReport, parseReport, ReportError, read, readReport, toDocx, toPdf } from 'nianbao';
import { bare, fixture } from '../test/readers/fixtures.mjs';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { fontConfiguration } from './docx-files.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// PDF files: our own read back by their tags; those of a browser, of LibreOffice and of Ghostscript, tagged or not: every figure in
// its cell or told as doubtful. Damaged files never break the reader. Files that only LibreOffice knows are read through it. The last
// lines say how many figures were read.

const only = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));

/** Programs find our fonts and no others, so that what they make is the same on every machine. */
const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration(folder, true), HOME: folder };
const run = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
  execFileSync(program, args, { cwd: folder, env, stdio: 'ignore', timeout: 600_000 });
const get = (/** @type {string} */ name) => readFileSync(join(folder, name));

/** @param {string} name @param {string} html @param {string[]} flags */
function printed(name, html, ...flags) {
  writeFileSync(join(folder, `${name}.html`), html);
  const profile = `--user-data-dir=${folder}/browser`;
  run(
    'chromium',
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    profile,
    ...flags,
    `--print-to-pdf=${name}.pdf`,
    `${name}.html`,
  );
  return get(`${name}.pdf`);
}

/** @param {string} name @param {boolean} isTagged @param {string[]} flags */
function exported(name, isTagged, ...flags) {
  const filter = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${isTagged}"}}`;
  const out = isTagged ? 'tagged' : 'plain';
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    ...flags,
    '--convert-to',
    filter,
    '--outdir',
    out,
    name,
  );
  return get(`${out}/${name.replace(/\.\w+$/, '.pdf')}`);
}

const styled = (/** @type {string} */ html, /** @type {string} */ css) =>
  `<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`;

const LINES = 'table{border-collapse:collapse}td{border:1px solid;padding:3px}p{text-indent:2em}';

const RULED = 'table{border-collapse:collapse}td{border-bottom:1px solid}p{text-indent:2em}';
const BARE = 'table,td{border:0 !important;border-collapse:collapse}p{text-indent:2em}';
const NARROW = 'table{width:100%;font-size:9pt}td{padding:1px;text-align:center}';

/** @param {any} report @returns {Promise<[source: string, bytes: Uint8Array][]>} */
async function sourcesOf(report) {
  const document = composeReport(report);
  const page = htmlOf(document, styles.bare);
  const unruled = page.replaceAll(' border="1"', '');
  writeFileSync(join(folder, 'own.docx'), await toDocx(report));
  const printedPages = Object.entries({
    'with lines, head and foot': [styled(page, LINES)],
    'with a border around each cell': [page, '--no-pdf-header-footer'],
    'of a CMS': [htmlOf(document, styles['page of a CMS']), '--no-pdf-header-footer'],
    'with tables cut by hand': [styled(htmlOf(document, styles['tables cut over pages']), LINES)],
    'with heads in separate lines': [styled(htmlOf(document, styles['heads in separate lines']), LINES)],
    'without lines': [styled(unruled, 'p{text-indent:2em}')],
    'without lines, cut often': [styled(unruled, '@page{margin:70mm 20mm}')],
    'without lines, wide, not tagged': [styled(unruled, ''), '--disable-pdf-tagging'],
    'without lines, not tagged': [styled(page, `${BARE}${NARROW}`), '--disable-pdf-tagging'],
    'with lines between rows only, not tagged': [styled(unruled, RULED), '--disable-pdf-tagging'],
    'cut often, not tagged': [styled(page, `${LINES}@page{margin:60mm 20mm}`), '--disable-pdf-tagging'],
    'in two columns, tables across both, not tagged': [
      styled(page, `${LINES}body{column-count:2}table{column-span:all}`),
      '--disable-pdf-tagging',
    ],
    'in two columns, not tagged': [
      styled(page, `${LINES}body{column-count:2;font-size:10pt}table{font-size:6pt}td{padding:1px}`),
      '--disable-pdf-tagging',
    ],
    'lying, small print': [styled(page, `${LINES}@page{size:A4 landscape}body{font-size:8pt}`)],
  }).map(
    ([name, [html = '', ...flags]], i) =>
      /** @type {[string, Uint8Array]} */ ([`browser, a page ${name}`, printed(`page${i}`, html, ...flags)]),
  );
  const plain = exported('own.docx', false);
  writeFileSync(join(folder, 'bare.html'), styled(unruled, ''));
  run('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=gs.pdf', 'plain/own.pdf');
  run('pandoc', '-f', 'html', '-t', 'docx', '-o', 'pandoc.docx', 'bare.html');
  return [
    ...printedPages,
    ['LibreOffice, of a page without lines, tagged', exported('bare.html', true, '--infilter=HTML (StarWriter)')],
    ['LibreOffice, of pandoc, tagged', exported('pandoc.docx', true)],
    ['LibreOffice, of pandoc, not tagged', exported('pandoc.docx', false)],
    ['LibreOffice, tagged', exported('own.docx', true)],
    ['LibreOffice, not tagged', plain],
    ['LibreOffice, of a page without lines', exported('bare.html', false, '--infilter=HTML (StarWriter)')],
    ['Ghostscript, of LibreOffice', get('gs.pdf')],
  ];
}

/** What a report shows: the cells of its statutory tables by their paths. @param {any} report */
const figures = (report) =>
  new Map(
    composeReport(report).blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.cells.flatMap(({ role, path, text }) => (role === 'figure' ? [[path.join('.'), bare(text)]] : []))
        : [],
    ),
  );

/** @param {any} report */
const sentences = (report) =>
  composeReport(report).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [bare(block.inlines.map(({ text }) => text).join(''))] : [],
  );

/** @type {Map<string, { figures: number, read: number }>} */
const totals = new Map();

/** @param {string} source @param {any} report @param {import('nianbao').Read} result */
function faultsOf(source, report, { report: found, losses, locate }) {
  // What was read may contradict itself where a figure is missing.
  const waivers = checkReport(found).flatMap(({ code, path, severity }) =>
    severity === 'error' ? [{ rule: code, path: path.join('.'), reason: '读出的数字' }] : [],
  );
  const like = { ...found, waivers };
  const [wanted, got] = [figures(report), figures(like)];
  const wrong = [...wanted].filter(([path, text]) => got.get(path) !== text);
  const before = totals.get(source) ?? { figures: 0, read: 0 };
  totals.set(source, { figures: before.figures + wanted.size, read: before.read + wanted.size - wrong.length });
  const placeOf = (/** @type {string} */ path) => {
    const [finding] = locate([{ code: 'sum/I1', severity: 'error', message: '', path: path.split('.') }]);
    return finding?.place && 'at' in finding.place ? finding.place.at : '';
  };
  // A loss is about a cell if its path leads there, or if its place is the cell, its row or its table.
  const isTold = (/** @type {string} */ path) =>
    losses.some(({ severity, path: way, place }) => {
      if (severity === 'note') return false;
      const isOnWay = way.length > 0 && `${path}.`.startsWith(`${way.join('.')}.`);
      const at = place && 'at' in place ? place.at : undefined;
      return (
        isOnWay || (at !== undefined && [path, path.split('.')[0] ?? ''].some((one) => placeOf(one).startsWith(at)))
      );
    });
  const silent = wrong.filter(([path]) => !isTold(path));
  const written = sentences(like).join('');
  const gone = sentences(report).filter((sentence) => !written.includes(sentence));
  return [
    ...silent.map(([path, text]) => `${path} is ${text}, was read as ${got.get(path)}`),
    ...gone.map((sentence) => `not read: ${sentence.slice(0, 30)}`),
  ];
}

for (const name of ['2019/yinchuan-2020.json', '2021/huaian-2024.yaml']) {
  if (only !== undefined && !name.includes(only)) continue;
  const { report } = readReport(fixture(name).text, name);
  for (const [source, bytes] of await sourcesOf(report)) {
    await check(`${name}, ${source}`, async () => faultsOf(source, report, await read(bytes, { name: '年报.pdf' })));
  }
}

if (only === undefined) {
  const { report } = readReport(fixture('2021/minimal.json').text, 'minimal.json');
  writeFileSync(join(folder, 'minimal.docx'), await toDocx(report));
  for (const kind of ['doc', 'rtf', 'odt']) {
    run(
      'soffice',
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      kind,
      'minimal.docx',
    );
    await check(`a .${kind}, through LibreOffice`, async () =>
      faultsOf(`.${kind}`, report, await read(get(`minimal.${kind}`), { name: `年报.${kind}`, soffice: 'soffice' })),
    );
  }
}

for (let seed = 1; seed <= (only === undefined ? 300 : 0); seed++) {
  const report = parseReport(madeReport(seed));
  await check(`report ${seed}, by its tags`, async () => {
    const result = await read(await toPdf(report), { name: '年报.pdf' });
    return faultsOf('our own', report, result);
  });
}

if (only === undefined) {
  const bytes = await toPdf(readReport(fixture('2021/minimal.json').text, 'minimal.json').report);
  await check('200 damaged files', async () => {
    for (let i = 1; i <= 200; i++) {
      const copy = Uint8Array.from(bytes).slice(0, i % 4 === 0 ? (i * 7919 * 13) % bytes.length : bytes.length);
      for (let j = 1; j <= 1 + (i % 7); j++) copy[(i * 104_729 * j) % bytes.length] = (i * 31 + j * 17) % 256;
      await read(copy, { name: '年报.pdf' }).catch((error) => {
        if (!(error instanceof ReportError)) throw error;
      });
    }
  });
}
rmSync(folder, { recursive: true });
for (const [source, { figures: count, read: right }] of totals) {
  console.log(`ok ${source}: ${right} of ${count} figures read (${((100 * right) / count).toFixed(2)} %)`);
}
finish();
