// Loads the commands with the code that V8 made of them in a run before. It skips compiling, not reading: the text of the program is
// read each time, and code that was made of another text, by another V8 or for another command has another name. What Node itself
// keeps (`module.enableCompileCache`, from 22.1 on) holds each function only if the first of all runs needed it, and costs more.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { readKept, writeKept } from './code-folder.js';

/** What the program exports; `run-command-line.ts` is its entry. */
type Commands = typeof import('./run-command-line.js');

interface Loaded {
  readonly commands: Commands;
  /** To be called when all that is needed has been used once: keeps its code. It never fails. */
  readonly keep: () => void;
}

/** Bytes before the code: the sum of the code, since V8 itself takes spoilt code as it is, and falls. */
const SUM = 4;

const FILE = fileURLToPath(new URL('commands.js', import.meta.url));
const require = createRequire(import.meta.url);

/** Bun and Deno have compiled code of other kinds. */
const isNode = !('bun' in process.versions) && !('deno' in process.versions);

/** Whether code is kept: it is told by the variable that Node has for its own. */
const isKept = (): boolean => isNode && process.env.NODE_DISABLE_COMPILE_CACHE !== '1';

/** The command that is called, if it may be one. */
const commandIn = (args: readonly string[]): string => args.find((arg) => /^[a-z]{1,20}$/.test(arg)) ?? 'help';

function keptCode(name: string): Buffer | undefined {
  try {
    const bytes = readKept(name);
    const code = bytes.subarray(SUM);
    return bytes.readUInt32BE() === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keepCode(script: Script, name: string): void {
  try {
    const code = script.createCachedData();
    const sum = Buffer.alloc(SUM);
    sum.writeUInt32BE(crc32(code));
    writeKept(name, Buffer.concat([sum, code]));
  } catch {
    // The next run compiles again.
  }
}

/** Evaluates the program as `require` would, so that `require` finds it evaluated. */
function evaluate(script: Script): Commands {
  const own = Object.assign(new Module(FILE), { filename: FILE, importModule: (name: string) => import(name) });
  script.runInThisContext()(own.exports, createRequire(FILE), own, FILE, dirname(FILE));
  require.cache[FILE] = own;
  return own.exports;
}

/** The program for one use of it, of which code is kept apart: `check`, `audit-thread`. */
export function loadFor(use: string): Loaded {
  if (!isKept() || require.cache[FILE] !== undefined) return { commands: require(FILE), keep: () => {} };
  const text = readFileSync(FILE);
  const name = `${use}-${crc32(text).toString(16)}-${process.version}-${process.versions.v8}-${process.arch}`;
  const cachedData = keptCode(name);
  // It is ASCII.
  const script = new Script(Module.wrap(text.toString('latin1')), { filename: FILE, cachedData });
  const commands = evaluate(script);
  const isNew = cachedData === undefined || script.cachedDataRejected === true;
  return { commands, keep: () => (isNew ? keepCode(script, name) : undefined) };
}

/** The commands, and how to keep their code. @param args what the process is called with */
export function loadCommands(args: readonly string[]): Loaded {
  const command = commandIn(args);
  const { commands, keep } = loadFor(command);
  const isOne = command === 'help' || commands.names.includes(command);
  return { commands, keep: () => (isOne ? keep() : undefined) };
}
