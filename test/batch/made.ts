import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../../src/cli/batch/manifest.js';
import { builtPackage } from '../readers/built-package.mjs';
import { ROOT } from '../readers/fixtures.mjs';

/** The text of the least report, of an agency. */
export function report(agency: string, more: object = {}): string {
  return JSON.stringify({
    edition: '2021',
    year: 2025,
    agency: { name: agency },
    narrative: { overview: '无。', problems: '主动公开的内容还不够丰富。', other: '本机关本年度未收取信息处理费。' },
    disclosure: { fill: 0 },
    requests: { fill: 0 },
    review: { fill: 0 },
    ...more,
  });
}

/** A report that takes a thread for some time: it has far more text than any that is printed. */
export const longReport = (agency: string): string =>
  report(agency, {
    narrative: {
      overview: '本机关主动公开政府信息。'.repeat(100_000),
      problems: '主动公开的内容还不够丰富。',
      other: '本机关本年度未收取政府信息公开信息处理费。',
    },
  });

/** Writes files into a folder, by name. */
export function write(folder: string, files: { readonly [name: string]: string | Uint8Array }): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** The lines of a folder's manifest. */
export function manifestOf(folder: string): readonly Entry[] {
  const lines = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line));
}

/** What became of each report, by the manifest: `done`, or why not. */
export const fates = (folder: string) =>
  Object.fromEntries(
    manifestOf(folder).map(({ id, status, findings }) => [
      id,
      status === 'done' ? status : [...new Set(findings.map(({ code }) => code))].join(' '),
    ]),
  );

/** What makes threads fail at reports of agencies whose names ask for it. */
export const FAULTS = `${ROOT}test/batch/faults.mjs`;

/** Runs `nianbao` in a process whose threads fail at reports of agencies whose names ask for it; see `faults.mjs`. */
export function nianbaoWithFaults(
  args: readonly string[],
  cwd = '.',
): { readonly code: number | null; readonly stderr: string } {
  const main = `${builtPackage()}dist/cli/main.js`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', FAULTS, main, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status, stderr };
}
