import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPackage } from '../readers/built-package.mjs';

/** What the command line is called with besides its arguments. */
interface Call {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  /** The folder of the package, if it is not the one built from the sources. */
  readonly from?: string;
  /** Where standard output goes instead of being caught: a file descriptor. */
  readonly stdout?: number;
  /** What standard input is instead of `input`: a file descriptor. */
  readonly stdin?: number;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `nianbao` in a process of its own. */
export function nianbao(args: readonly string[], { input = '', cwd, from, stdout, stdin }: Call = {}): Outcome {
  const main = `${from ?? builtPackage()}dist/cli/main.js`;
  const result = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    input,
    stdio: [stdin ?? 'pipe', stdout ?? 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  return { code: result.status, stdout: result.stdout ?? '', stderr: result.stderr };
}

const folders: string[] = [];

/** An empty folder, removed when the tests of the file are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Everything in a folder, in order. */
export const filesIn = (folder: string): readonly string[] => readdirSync(folder).sort();
