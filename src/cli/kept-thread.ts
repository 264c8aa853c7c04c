// The script of the command line's threads: the program that its main thread runs, with the compiled code that is kept of it. To find and
// compile the modules of the library takes a thread longer than to read a dozen reports.
import type { ThreadFunction } from '../batch/thread.js';
import { loadFor } from './load-commands.js';

type Functions = typeof import('../batch/thread.js');

/** What each function is for. A thread does one of these only, and the code of each is kept apart. */
const USES: { readonly [name in ThreadFunction]: 'render' | 'audit' | 'figures' } = {
  render: 'render',
  keep: 'render',
  auditRead: 'audit',
  auditCheck: 'audit',
  figures: 'figures',
};

/** With so many calls of a function, the last of those that its use calls, a thread has used nearly all that it ever will. */
const ENOUGH = 10;

interface Program {
  readonly functions: Functions;
  readonly keep: () => void;
}

async function load(use: string): Promise<Program> {
  const { commands, keep } = loadFor(`${use}-thread`);
  return { functions: await commands.threadFunctions(), keep };
}

let program: Promise<Program> | undefined;

/** A function of threads that loads the program when it is first called. */
function called<N extends ThreadFunction>(name: N, isLast: boolean): Functions[N] {
  let calls = 0;
  const call = async (task: never): Promise<unknown> => {
    program ??= load(USES[name]);
    const { functions, keep } = await program;
    const result = await functions[name](task);
    calls += 1;
    if (isLast && calls === ENOUGH) keep();
    return result;
  };
  return call as Functions[N];
}

export const render = called('render', true);
export const keep = called('keep', true);
export const auditRead = called('auditRead', false);
export const auditCheck = called('auditCheck', true);
export const figures = called('figures', true);
