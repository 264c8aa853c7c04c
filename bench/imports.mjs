// What it costs to begin: the library, the command line's help and the checking of one file, over a bare Node; and whether
// an engine was loaded on the way.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median, medians } from './figures.mjs';
import { runNode } from './processes.mjs';

const seed = fileURLToPath(new URL('../fixtures/2019/yinchuan-2020.json', import.meta.url));
/** Packages, and the file of what is built that has pdfmake's document in it. */
const ENGINES = /\/node_modules\/(pdfmake|pdfkit|fontkit|docx|fflate|piscina)\/|\/dist\/(pdf)-\w+\.js$/;

function starts(root) {
  const main = resolve(root, 'dist/cli/main.js');
  const library = pathToFileURL(resolve(root, 'dist/index.js')).href;
  return [
    { name: 'node', args: ['-e', '0'] },
    { name: "import 'nianbao'", args: ['--input-type=module', '-e', `await import(${JSON.stringify(library)})`] },
    { name: 'nianbao --help', args: [main, '--help'] },
    { name: 'nianbao check FILE', args: [main, 'check', seed] },
  ];
}

/** The engines among the scripts that a run has loaded, as its coverage lists them. */
async function enginesOf(args, folder) {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  await runNode(args, { NODE_V8_COVERAGE: coverage });
  const urls = readdirSync(coverage).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8'));
    return result.map(({ url }) => url);
  });
  rmSync(coverage, { recursive: true });
  return [...new Set(urls.flatMap((url) => ENGINES.exec(url)?.slice(1).filter(Boolean) ?? []))];
}

/** Each way to begin with its CPU, what of it is over a bare Node, wall, peak memory and engines. */
export async function imports({ root, rounds, folder }) {
  const all = starts(root);
  const taken = all.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { args }] of all.entries()) taken[i].push(await runNode(args));
  }
  const [bare] = taken;
  const found = [];
  for (const [i, { name, args }] of all.entries()) {
    const over = median(taken[i].map(({ cpu }, round) => cpu - bare[round].cpu));
    found.push({ name, ...medians(taken[i]), over, engines: await enginesOf(args, folder) });
  }
  return found;
}
