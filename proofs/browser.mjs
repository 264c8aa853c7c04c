import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { exportCells, prepareReport, ReportError, readReport, toDocx, toHtml, verifyReport } from 'nianbao';
import { variants } from '../test/docx/variants.mjs';
import { brokenFixtures, ROOT, validFixtures } from '../test/readers/fixtures.mjs';
import { bundled, opened } from './chromium.mjs';
import { check, finish, same } from './proof.mjs';

// The core in a browser: on a page that may neither connect to anything nor make code of text, it finds what Node finds, and makes
// Word files with the same parts, and the same pages.

const POLICY = "default-src 'none'; script-src 'self'";
/** The fixture whose file also carries fonts: it has the most characters. */
const WITH_FONTS = '2021/extreme.json';

/** @type {Record<string, import('nianbao').LookOptions>} */
const FINISHES = {
  plain: {},
  all: { draft: true, seal: variants.seal?.seal, attachData: true },
  fonts: { embedFonts: true },
};

const reports = [...validFixtures, ...brokenFixtures].map(({ name, text }) => {
  const isSigned = /^\s*"?signoff"?:/m.test(text);
  const finishes = ['plain', ...(isSigned ? ['all'] : []), ...(name === WITH_FONTS ? ['fonts'] : [])];
  return { name, text, finishes };
});

/** What Node finds and makes. */
async function expected({ name, text, finishes }) {
  try {
    const { report, locate } = readReport(text, name);
    const { document, findings } = prepareReport(report);
    const files = {};
    for (const one of document === undefined ? [] : finishes) {
      const parts = Object.entries(unzipSync(await toDocx(report, FINISHES[one])));
      const digest = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');
      files[one] = Object.fromEntries(parts.map(([part, bytes]) => [part, digest(bytes)]));
      const html = await toHtml(report, FINISHES[one]);
      files[one].html = digest(html);
      if (one === 'plain') {
        const { isSame, differences } = await verifyReport(html, report, { name: '年报.html' });
        files[one].verified = JSON.stringify([isSame, differences]);
        files[one].cells = digest(new TextEncoder().encode(exportCells([report], { bom: true }).text));
      }
    }
    return { name, findings: locate(findings), files };
  } catch (error) {
    if (error instanceof ReportError) return { name, problems: error.diagnostics };
    throw error;
  }
}

const base64 = (/** @type {string} */ path) => readFileSync(path).toString('base64');

/** A block of data, which no browser runs. @param {string} id @param {unknown} value */
const block = (id, value) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

function pageOf() {
  const templates = readdirSync(`${ROOT}templates`, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.hbs'))
    .map((path) => [
      path.replace(/\.hbs$/, ''),
      { file: `${ROOT}templates/${path}`, text: readFileSync(`${ROOT}templates/${path}`, 'utf8') },
    ]);
  const faces = readdirSync(`${ROOT}fonts`).filter((name) => name.endsWith('.ttf'));
  return [
    '<!doctype html><meta charset="utf-8"><title>nianbao</title><body>',
    block('reports', reports),
    block('templates', Object.fromEntries(templates)),
    block('seal', Buffer.from(FINISHES.all.seal.image).toString('base64')),
    block('faces', Object.fromEntries(faces.map((name) => [`fonts/${name}`, base64(`${ROOT}fonts/${name}`)]))),
    '<script type="module" src="/page.js"></script>',
  ].join('\n');
}

const kB = (/** @type {Uint8Array} */ bytes) => `${Math.round(bytes.length / 1000)} kB`;
const inBrowser = { results: [], violations: [], policy: {} };

await check('a bundler for pages takes the core and its formats', async () => {
  const core = await bundled({ stdin: { contents: "export * from 'nianbao/core';", resolveDir: ROOT } });
  console.log(`        core with its formats: ${kB(core)}, gzipped ${kB(gzipSync(core))}`);
});
await check('the page runs to its end', async () => {
  Object.assign(inBrowser, await opened(POLICY, pageOf(), await bundled({ entryPoints: ['proofs/page.mjs'] })));
});
await check('the policy of the page forbids code made of text, and connections', () =>
  same(inBrowser.policy, { code: true, connection: true }),
);
await check('nothing tried either', () => inBrowser.violations);
for (const [i, report] of reports.entries()) {
  await check(`${report.name}: findings and parts of the Word file and the page as under Node`, async () =>
    same(inBrowser.results[i], await expected(report)),
  );
}
await check('files were made', () => {
  const made = inBrowser.results.flatMap(({ files = {} }) => Object.keys(files));
  same([...new Set(made)].sort(), Object.keys(FINISHES).sort());
});
finish();
