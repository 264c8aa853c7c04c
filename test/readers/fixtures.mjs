import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} folder a folder of `fixtures/` */
function filesIn(folder) {
  return readdirSync(`${ROOT}fixtures/${folder}`)
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, path: `${ROOT}fixtures/${folder}/${name}` }))
    .map((file) => ({ ...file, text: readFileSync(file.path, 'utf8') }));
}

/** Every report that must render: each edition's fixtures. */
export const validFixtures = readdirSync(`${ROOT}fixtures`)
  .filter((folder) => /^\d{4}$/.test(folder))
  .sort()
  .flatMap(filesIn);

/** Reports each broken in one way. */
export const brokenFixtures = filesIn('broken');

/** @param {string} name such as `2021/extreme.json` */
export function fixture(name) {
  const found = [...validFixtures, ...brokenFixtures].find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}

/** Text without white space, which files may add or drop where lines break. */
export const bare = (/** @type {string} */ text) => text.replace(/\s/gu, '');
