import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { deflateSync, unzipSync } from 'fflate';
import {
  dataAttachments,
  documentOf,
  exportCells,
  faceFiles,
  formOf,
  inMemory,
  loadFonts,
  openTrueType,
  prepare,
  ReportError,
  readReportText,
  renderDocx,
  renderHtml,
  verifyPublished,
} from 'nianbao/core';
import * as yaml from 'yaml';

// Runs in the browser: reads, checks and renders every report that the page carries, and writes what came of it into the page.

/** @type {string[]} */
const violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
});

/** What a block of data holds; it is gone then, so that the page that is printed in the end holds the results alone. */
function taken(/** @type {string} */ id) {
  const block = document.getElementById(id);
  const text = block?.textContent ?? '';
  block?.remove();
  return JSON.parse(text);
}

const bytesFrom = (/** @type {string} */ base64) =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const [reports, templates, seal, faces] = ['reports', 'templates', 'seal', 'faces'].map(taken);
const image = bytesFrom(seal);
const find = (/** @type {string} */ name) => templates[name];

/** @type {Map<string, import('nianbao/core').TrueType>} */
const opened = new Map();
const fonts = loadFonts((id) => {
  const known = opened.get(id) ?? openTrueType(inMemory(bytesFrom(faces[faceFiles[id]])));
  opened.set(id, known);
  return known;
});

const tools = {
  deflateRaw: deflateSync,
  sha1,
  crc32: (/** @type {Uint8Array} */ bytes) => {
    let rest = -1;
    for (const byte of bytes) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
    }
    return ~rest >>> 0;
  },
};

/** The parts of a Word file, each by its digest. */
const digests = (/** @type {Uint8Array} */ docx) =>
  Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, bytesToHex(sha256(bytes))]));

/** What a page is held against its report, and its cells as open data. */
async function held(/** @type {Uint8Array} */ html, /** @type {any} */ report) {
  const { isSame, differences } = await verifyPublished({ content: html, name: '年报.html' }, report, { find });
  const { text } = exportCells([report], { bom: true });
  return { verified: JSON.stringify([isSame, differences]), cells: bytesToHex(sha256(new TextEncoder().encode(text))) };
}

/** A report worked through as in the proof under Node, but with everything handed in. */
async function worked({ name, text, finishes }) {
  try {
    const { report, locate } = readReportText(text, name, {}, () => yaml);
    const prepared = prepare(report, { find });
    const files = {};
    for (const finish of prepared.document === undefined ? [] : finishes) {
      const options = {
        ...(finish === 'fonts' && { embed: fonts }),
        ...(finish === 'all' && { draft: true, seal: { image, width: 42 } }),
        ...(finish === 'all' && { attachments: dataAttachments(report, formOf(report, {})) }),
      };
      files[finish] = digests(await renderDocx(documentOf(prepared), options, tools));
      const { embed: _, ...page } = options;
      const html = await renderHtml(documentOf(prepared), page, tools);
      files[finish].html = bytesToHex(sha256(html));
      if (finish === 'plain') Object.assign(files[finish], await held(html, report));
    }
    return { name, findings: locate(prepared.findings), files };
  } catch (error) {
    if (error instanceof ReportError) return { name, problems: error.diagnostics };
    return { name, died: String(error) };
  }
}

/** Whether something throws. */
const refused = (/** @type {() => unknown} */ work) => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

const results = [];
for (const report of reports) results.push(await worked(report));
// Violations are told in a later turn.
await new Promise((resolve) => setTimeout(resolve, 100));
const found = [...violations];
// The policy is there: what nothing above has tried fails.
const policy = {
  code: refused(() => new Function('return 1')),
  connection: await fetch('/').then(
    () => false,
    () => true,
  ),
};
const text = JSON.stringify({ results, violations: found, policy });
const result = document.createElement('pre');
result.textContent = btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
document.body.append(result);
