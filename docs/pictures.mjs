import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AGENCIES } from '../proofs/made-county.mjs';

// The pictures of the README, of what is made now: pages of a PDF, a web page, a workbook, an audit.
// `npm run docs:pictures`; needs MuPDF, Chromium and LibreOffice.

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = fileURLToPath(new URL('pictures', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

// Machines without Chinese fonts show boxes: the shipped ones are enough.
const fonts = join(work, 'fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(root, 'fonts')}</dir><cachedir>${join(work, 'cache')}</cachedir>
<match target="pattern"><edit name="family" mode="append" binding="strong"><string>GongWen Hei</string></edit></match></fontconfig>`,
);
const env = { ...process.env, FONTCONFIG_FILE: fonts };

const run = (program, ...args) => execFileSync(program, args, { cwd: work, env, stdio: ['ignore', 'ignore', 'pipe'] });

/** A command of nianbao; an audit that finds errors ends with a code of its own. */
function nianbao(...args) {
  try {
    run(process.execPath, join(root, 'dist/cli/main.js'), ...args);
  } catch (error) {
    if (args[0] !== 'audit') throw error;
  }
}

/** What Chromium shows of a page. */
function shoot(page, name, width, height) {
  run(
    'chromium',
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    `--user-data-dir=${join(work, 'profile')}`,
    `--window-size=${width},${height}`,
    `--screenshot=${join(pictures, `${name}.png`)}`,
    `file://${join(work, page)}`,
  );
}

/** Pages of a PDF side by side. */
function pagesOf(pdf, pages, name, { width, height }) {
  const files = pages.map((page) => {
    run('mutool', 'draw', '-q', '-r', '110', '-o', `${name}-${page}.png`, pdf, String(page));
    return `${name}-${page}.png`;
  });
  const images = files.map((file) => `<img src="${file}">`).join('');
  const style = `body{margin:0;height:100vh;overflow:hidden;display:flex;align-items:start;background:#e4e4e4}img{flex:1;min-width:0;margin:8px;background:#fff}`;
  writeFileSync(join(work, `${name}.html`), `<!doctype html><style>${style}</style>${images}`);
  shoot(`${name}.html`, name, width, height);
}

const report = join(root, 'fixtures/2021/huaian-2024.yaml');
mkdirSync(pictures, { recursive: true });

nianbao('render', report, '-f', 'pdf,html', '-o', '.');
pagesOf('huaian-2024.pdf', [1, 4], 'pdf', { width: 1000, height: 707 });
shoot('huaian-2024.html', 'page', 1000, 707);

nianbao('workbook', report, '-o', 'filled.xlsx');
run(
  'soffice',
  '--headless',
  `-env:UserInstallation=file://${join(work, 'office')}`,
  '--convert-to',
  'pdf',
  'filled.xlsx',
);
pagesOf('filled.pdf', [6, 7], 'workbook', { width: 1000, height: 500 });

const { listOf, writeCounty } = await import('../proofs/county-files.mjs');
const some = AGENCIES.map((_, i) => i).slice(0, 12);
await writeCounty(work, some);
writeFileSync(join(work, 'agencies.csv'), listOf(some));
nianbao('audit', '2022', '2023', '--agencies', 'agencies.csv', '-o', 'audit.html');
shoot('audit.html', 'audit', 1000, 707);

for (const name of ['pdf', 'page', 'workbook', 'audit']) {
  const { length } = readFileSync(join(pictures, `${name}.png`));
  console.log(`${name}.png ${Math.round(length / 1000)} kB`);
}
