#!/usr/bin/env node
import * as nodeModule from 'node:module';

/** What Node 22.1 and later have: compiled code is kept from one run to the next, in a folder of the user's temporary files. */
type CompileCache = { readonly enableCompileCache?: () => unknown };

(nodeModule as CompileCache).enableCompileCache?.();

// Loaded after that, since what is imported above is compiled before.
const { runCommandLine } = await import('./run-command-line.js');
await runCommandLine();
