#!/usr/bin/env node
import { loadCommands } from './load-commands.js';

const { commands, keep } = loadCommands(process.argv.slice(2));
await commands.runCommandLine();
keep();
