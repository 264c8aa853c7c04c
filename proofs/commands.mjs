import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeReport, readReport, renderReport } from 'nianbao';
import { validFixtures } from '../test/readers/fixtures.mjs';

/**
 * Runs a program; gives the bytes of its standard output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function bytesFrom(program, args, options = {}) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 1e9, ...options });
  if (error) throw new Error(`${program}: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`.slice(0, 2000));
  return /** @type {Buffer} */ (stdout);
}

/**
 * Runs a program; gives its standard output.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const run = (program, args, options) => String(bytesFrom(program, args, options));

/** What a program says on both channels. @param {string} program @param {readonly string[]} args */
export function said(program, args) {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (error) throw new Error(`${program}: ${error.message}`);
  return { status, stdout, text: stdout + stderr };
}

/**
 * The class path of a program in Java, whose archives Maven fetches unless it has them, and keeps where it keeps all.
 *
 * @param {string} name a folder beside this file with a `pom.xml`
 * @param {string} folder where something may be written
 */
export function classPath(name, folder) {
  const list = join(folder, `${name}.archives`);
  const pom = fileURLToPath(new URL(`${name}/pom.xml`, import.meta.url));
  // Maven runs for so short a time that Java's second compiler only costs.
  const env = { ...process.env, MAVEN_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1' };
  run('mvn', ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${list}`], { env });
  return readFileSync(list, 'utf8').trim();
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
