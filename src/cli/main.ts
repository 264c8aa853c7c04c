#!/usr/bin/env node
import { loadCommands } from './load-commands.js';

const { commands, keep } = loadCommands(process.argv.slice(2));

/** A process that has nothing left to wait for, and has not done what it was called for: Node's own code of a module that waits so. */
const unfinished = (): void => {
  process.exitCode = 13;
};

process.once('beforeExit', unfinished);

/** When the command is done. */
export const done = commands.runCommandLine().then(() => {
  process.off('beforeExit', unfinished);
  keep();
});
