import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeReport, readReport, renderReport } from 'nianbao';
import { validFixtures } from '../test/readers/fixtures.mjs';

/**
 * Runs a program; gives its standard output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(program, args, options = {}) {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...options,
  });
  if (error) throw new Error(`${program}: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`.slice(0, 2000));
  return String(stdout);
}

/** What a program says on both channels. @param {string} program @param {readonly string[]} args */
export function said(program, args) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (error) throw new Error(`${program}: ${error.message}`);
  return { status, stdout, text: stdout + stderr };
}

/** A folder that goes when the process ends. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-proof-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Every fixture, rendered by the built package into a folder.
 *
 * @param {'pdf' | 'docx'} format
 * @param {string} folder
 */
export async function renderFixtures(format, folder) {
  return Promise.all(
    validFixtures.map(async ({ name, text }) => {
      const { report } = readReport(text, name);
      const base = name.replace(/^.*\//, '').replace(/\.\w+$/, '');
      const path = join(folder, `${base}.${format}`);
      const bytes = await renderReport(report, { format });
      writeFileSync(path, bytes);
      return { name: base, path, bytes, report, document: composeReport(report) };
    }),
  );
}
