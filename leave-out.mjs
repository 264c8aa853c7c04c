// What is packed with nianbao has docx along (`bundleDependencies`), which carries each of its builds four times: nine megabytes of it are
// builds for pages that its own `exports` never lead to. npm leaves out of a package what an `.npmignore` in a folder of it names, so nothing
// is removed here. Run before packing; with `--undo`, after it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'node_modules/docx';
const ignored = join(folder, 'dist/.npmignore');

/** Every file that a value of `exports` leads to. */
const ledTo = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(ledTo));

if (process.argv.includes('--undo')) rmSync(ignored, { force: true });
else {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const kept = new Set(ledTo(exports));
  const names = readdirSync(join(folder, 'dist')).filter((name) => !kept.has(`./dist/${name}`));
  writeFileSync(ignored, names.map((name) => `/${name}\n`).join(''));
}
