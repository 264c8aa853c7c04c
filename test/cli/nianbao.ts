import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPackage } from '../readers/built-package.mjs';
import { askStanding } from './ask-standing.mjs';

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

const mainOf = (folder: string) => `${folder}dist/cli/main.js`;

/** Runs `nianbao` in a process of its own. */
export function nianbaoAlone(args: readonly string[], { input = '', cwd, from, stdout, stdin }: Call = {}): Outcome {
  const result = spawnSync(process.execPath, [mainOf(from ?? builtPackage()), ...args], {
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

/**
 * Runs `nianbao`, for tests of what it does and says: in a process that does so for all tests of a worker, or in one of its own where
 * the call has streams of its own.
 */
export function nianbao(args: readonly string[], call: Call = {}): Outcome {
  const { cwd = process.cwd(), ...streams } = call;
  if (Object.keys(streams).length > 0) return nianbaoAlone(args, call);
  return askStanding(mainOf(builtPackage()), args, cwd);
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Everything in a folder, in order. */
export const filesIn = (folder: string): readonly string[] => readdirSync(folder).sort();
