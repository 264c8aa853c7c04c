import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderFixtures, run, temporary } from './commands.mjs';
import { check, finish } from './proof.mjs';

// Every page of every fixture's PDF as a picture, drawn by MuPDF, against the golden one: a changed pixel is seen. Pages that
// changed are left in out/pictures to be looked at; `node proofs/pdf-pictures.mjs --update` accepts them.

const goldens = fileURLToPath(new URL('../test/goldens/pages', import.meta.url));
const changed = fileURLToPath(new URL('../out/pictures', import.meta.url));
const made = temporary();
const isUpdate = process.argv.includes('--update');

for (const { name, path } of await renderFixtures('pdf', made)) {
  run('mutool', ['draw', '-q', '-c', 'gray', '-r', '60', '-o', join(made, `${name}-%d.png`), path]);
}
const pages = readdirSync(made).filter((file) => file.endsWith('.png'));

if (isUpdate) {
  rmSync(goldens, { recursive: true, force: true });
  mkdirSync(goldens, { recursive: true });
  for (const page of pages) writeFileSync(join(goldens, page), readFileSync(join(made, page)));
}

for (const page of pages) {
  await check(`${page} is as it was`, () => {
    const picture = readFileSync(join(made, page));
    const golden = join(goldens, page);
    if (existsSync(golden) && picture.equals(readFileSync(golden))) return [];
    mkdirSync(changed, { recursive: true });
    writeFileSync(join(changed, page), picture);
    return [existsSync(golden) ? `it has changed, see out/pictures/${page}` : 'there is no golden of it'];
  });
}
await check('no page has gone', () => readdirSync(goldens).filter((page) => !pages.includes(page)));

finish();
