import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeReport, editions, read, readReport, toDocx } from 'nianbao';
import { bare, validFixtures } from '../test/readers/fixtures.mjs';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { publishedReports } from '../test/readers/published-reports.mjs';
import { check, finish } from './proof.mjs';

// Reports as other programs and other hands make them: every figure in its cell or told as a loss, every sentence in its section.
// The last lines say how many figures were read of each kind of source.

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
const only = process.argv[2];

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, stdio: 'ignore', timeout: 600_000 });

/** @param {string} name @param {string | Uint8Array} content */
const put = (name, content) => writeFileSync(join(folder, name), content);
/** @param {string} name */
const get = (name) => readFileSync(join(folder, name));

const office = (/** @type {string} */ name, /** @type {string} */ to, /** @type {string[]} */ ...more) =>
  run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, ...more, name);

/** @param {any} form @param {any} report */
function figuresOf(form, report) {
  /** @type {Map<string, string>} */
  const figures = new Map();
  const walk = (/** @type {unknown} */ value, /** @type {string} */ path) => {
    const isCell = value === null || typeof value !== 'object' || Object.hasOwn(value, 'value');
    if (isCell) figures.set(path, JSON.stringify(value));
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, `${path}.${key}`);
  };
  for (const key of Object.keys(form.tables)) walk(report[key], key);
  return figures;
}

const plain = (/** @type {string | undefined} */ value) =>
  value?.replace(/"(-?[\d.]+)"/g, '$1').replace(/"（(.*)）"/, '"$1"');

/** The texts of a report by part, without white space. @param {any} narrative */
const texts = (narrative) =>
  Object.entries(narrative ?? {}).map(([part, text]) => [
    part,
    bare(Array.isArray(text) ? text.join('') : Object.values(Object(text)).flat().join('')),
  ]);

/** @type {Map<string, { figures: number, read: number }>} */
const totals = new Map();

/**
 * What is wrong with a reading: figures in wrong cells without a word, sentences that are missing or elsewhere.
 *
 * @param {string} source @param {any} form @param {any} report @param {any} shown @param {import('nianbao').Read} result
 */
function faultsOf(source, form, report, shown, result) {
  const isBlank = /zeros/.test(source);
  const wanted = new Map(
    [...figuresOf(form, report)].map(([path, value]) => [path, isBlank && value === '0' ? 'null' : value]),
  );
  const found = figuresOf(form, result.report);
  const told = result.losses.flatMap(({ path, severity }) => (severity === 'note' ? [] : [path.join('.')]));
  const right = [...wanted].filter(([path, value]) => plain(found.get(path)) === plain(value));
  const wrong = [...wanted].filter(([path, value]) => {
    if (plain(found.get(path)) === plain(value)) return false;
    return !told.some((one) => one !== '' && (path === one || path.startsWith(`${one}.`)));
  });
  const before = totals.get(source) ?? { figures: 0, read: 0 };
  totals.set(source, { figures: before.figures + wanted.size, read: before.read + right.length });
  const written = new Map(texts(result.report.narrative));
  const parts = new Map(texts(shown));
  const gone = [...new Set([...parts.keys(), ...written.keys()])].flatMap((part) =>
    parts.get(part) === written.get(part) ? [] : [`${part} is ${difference(parts.get(part), written.get(part))}`],
  );
  return [
    ...wrong.slice(0, 5).map(([path, value]) => `${path} is ${value}, was read as ${found.get(path)}`),
    ...gone,
    ...(wrong.length > 5 ? [`${wrong.length} wrong figures`] : []),
  ];
}

/** Where two texts part. @param {string} [wanted] @param {string} [found] */
function difference(wanted = '', found = '') {
  const at = [...wanted].findIndex((character, i) => character !== found[i]);
  const from = Math.max(0, (at < 0 ? wanted.length : at) - 5);
  return `“${wanted.slice(from, from + 25)}”, was read as “${found.slice(from, from + 25)}”`;
}

/** The texts of a document by the part of the report that they are of. @param {import('nianbao').Document} document */
function shownTexts({ blocks }) {
  /** @type {{ [part: string]: string[] }} */
  const parts = {};
  for (const block of blocks) {
    if (block.path[0] !== 'narrative' || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    const text = block.kind === 'paragraph' ? block.inlines.map((one) => one.text).join('') : block.text;
    const part = String(block.path[1]);
    parts[part] = [...(parts[part] ?? []), text];
  }
  return parts;
}

/** The sources that are made of a report, by name. @param {any} report @param {import('nianbao').Document} document */
async function sourcesOf(report, document) {
  const page = htmlOf(document, styles['page of a CMS']);
  put('own.docx', await toDocx(report));
  put('page.html', htmlOf(document, styles.bare));
  run('pandoc', 'page.html', '-o', 'pandoc.docx');
  run('pandoc', 'own.docx', '-t', 'html', '-s', '-o', 'pandoc.html');
  office('page.html', 'docx:MS Word 2007 XML', '--infilter=HTML (StarWriter)', '--outdir', 'office');
  office('own.docx', 'html', '--outdir', 'office-html');
  office('own.docx', 'docx:MS Word 2007 XML', '--outdir', 'saved');
  return [
    ...Object.entries(styles).map(
      ([name, style]) => /** @type {const} */ ([`HTML, ${name}`, 'a.html', Buffer.from(htmlOf(document, style))]),
    ),
    /** @type {const} */ ([
      'HTML of pandoc',
      'pandoc.html',
      Buffer.from(
        get('pandoc.html')
          .toString()
          .replace(/<caption>.*?<\/caption>/gs, ''),
      ),
    ]),
    /** @type {const} */ (['HTML of LibreOffice', 'own.html', get('office-html/own.html')]),
    /** @type {const} */ (['DOCX of pandoc', 'pandoc.docx', get('pandoc.docx')]),
    /** @type {const} */ (['DOCX of LibreOffice, from HTML', 'page.docx', get('office/page.docx')]),
    /** @type {const} */ (['DOCX saved by LibreOffice', 'own.docx', get('saved/own.docx')]),
    /** @type {const} */ (['HTML, page of a CMS, as a text', 'page.html', Buffer.from(page)]),
  ];
}

const reports = [
  ...validFixtures.map(({ name, text }) => ({ name, report: readReport(text, name).report })),
  ...publishedReports,
];
for (const { name, report } of reports) {
  if (only !== undefined && !name.includes(only)) continue;
  const form = editions[/** @type {keyof typeof editions} */ (report.edition)];
  const document = composeReport(report);
  const shown = shownTexts(document);
  for (const [source, file, bytes] of await sourcesOf(report, document)) {
    await check(`${name}, ${source}`, async () =>
      faultsOf(source, form, report, shown, await read(bytes, { name: file })),
    );
  }
}
rmSync(folder, { recursive: true });
for (const [source, { figures, read: count }] of totals) {
  console.log(`ok ${source}: ${count} of ${figures} figures read (${((100 * count) / figures).toFixed(2)} %)`);
}
finish();
