// The comparison; see README.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bars } from './bars.mjs';
import { compare } from './compare.mjs';
import { contenders } from './contenders.mjs';
import { growth } from './growth.mjs';
import { imports } from './imports.mjs';
import { job } from './inputs.mjs';
import { lookOf } from './look.mjs';
import { libraryOf } from './peers/nianbao.mjs';
import { printBars, printComparison, printGrowth, printImports } from './print.mjs';

const PARTS = ['warm', 'cold', 'growth', 'imports'];

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    only: { type: 'string' },
    parts: { type: 'string', default: PARTS.join(',') },
    dist: { type: 'string', multiple: true, default: [] },
    peers: { type: 'boolean', default: false },
    json: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});

const rounds = Number(given.rounds);
const parts = given.parts.split(',');
if (!(rounds >= 1) || parts.some((part) => !PARTS.includes(part)))
  throw new Error(`--rounds is a number from 1, --parts are of ${PARTS.join(',')}`);
const wanted = given.only?.split(',');
const root = given.dist[0] ?? fileURLToPath(new URL('..', import.meta.url));
const library = await libraryOf(root);
const look = lookOf(library.gbt9704);
const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${rounds} rounds`);

const results = { machine };
if (parts.includes('warm') || parts.includes('cold')) {
  const chosen = contenders({ roots: given.dist, peers: given.peers }).filter(
    ({ id }) => wanted === undefined || wanted.some((part) => id.includes(part)),
  );
  const make = (i) => job(i, library);
  Object.assign(results, await compare(chosen, { look, make, rounds, parts, folder }));
}
if (results.warm) printComparison('warm: one document in a process that has made others', results.warm);
if (results.cold) printComparison('cold: one document in a fresh process', results.cold);
if (parts.includes('growth')) {
  results.growth = await growth(library, { look, root, rounds: Math.max(3, Math.ceil(rounds / 3)) });
  printGrowth(results.growth);
}
if (parts.includes('imports')) {
  results.imports = await imports({ root, rounds, folder });
  printImports(results.imports);
}
results.bars = bars(results);
if (results.bars.length > 0) printBars(results.bars);
if (given.json !== undefined) writeFileSync(given.json, `${JSON.stringify(results, null, 2)}\n`);
if (given.strict && results.bars.some(({ isMet }) => !isMet)) process.exitCode = 1;
