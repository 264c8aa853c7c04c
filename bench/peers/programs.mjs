// Programs that a file is handed to: each is started anew for each document.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { html } from './html.mjs';
import { latex } from './latex.mjs';
import { libraryOf } from './nianbao.mjs';

/** Each writes its input into a folder, where it is run with these arguments and makes `report.pdf`. */
const PROGRAMS = {
  XeLaTeX: {
    names: ['xelatex'],
    prepare: async ({ document }, look, folder) => {
      writeFileSync(join(folder, 'report.tex'), latex(document, look));
      return ['-interaction=batchmode', 'report.tex'];
    },
  },
  WeasyPrint: {
    names: ['weasyprint'],
    prepare: async ({ document }, look, folder) => {
      writeFileSync(join(folder, 'report.html'), html(document, look));
      return ['report.html', 'report.pdf'];
    },
  },
  Chromium: {
    names: ['chromium', 'google-chrome', 'chrome'],
    prepare: async ({ document }, look, folder) => {
      writeFileSync(join(folder, 'report.html'), html(document, look));
      const page = `file://${join(folder, 'report.html')}`;
      const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
      return [...quiet, `--user-data-dir=${join(folder, 'profile')}`, '--print-to-pdf=report.pdf', page];
    },
  },
  'LibreOffice from our DOCX': {
    names: ['soffice'],
    prepare: async ({ document }, _look, folder, root) => {
      const { renderDocument } = await libraryOf(root);
      writeFileSync(join(folder, 'report.docx'), await renderDocument(document, { format: 'docx', embedFonts: true }));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      return [profile, '--headless', '--convert-to', 'pdf', 'report.docx'];
    },
  },
};

const folders = (process.env.PATH ?? '').split(delimiter);

/** Where a program is installed; undefined if it is not. */
function pathOf(names) {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The folder a program works in. */
function workplace(id, folder) {
  const own = join(folder, id.replaceAll(' ', '-'));
  mkdirSync(own, { recursive: true });
  return own;
}

/**
 * Every program; those that are not installed with `missing`. `command` writes a document as its input and gives what to run,
 * where, and the file that will be there.
 */
export function programs(root) {
  return Object.entries(PROGRAMS).map(([id, { names, prepare }]) => {
    const path = pathOf(names);
    const command = async (job, look, folder) => {
      const cwd = workplace(id, folder);
      const args = await prepare(job, look, cwd, root);
      return { path, args, cwd, output: join(cwd, 'report.pdf') };
    };
    return { id, format: 'pdf', ...(path ? { command } : { missing: 'not installed' }) };
  });
}
