#!/usr/bin/env node
import { loadCommands } from './load-commands.js';

const { commands, keep } = loadCommands(process.argv.slice(2));

/** When the command is done. */
export const done = commands.runCommandLine().then(keep);
